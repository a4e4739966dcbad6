using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>What happens when the work on a milestone is done: it costs, it may turn out a failure, and its founders learn.</summary>
internal sealed class Milestones(Parameters parameters)
{
    /// <summary>Keeps logarithms and roots of a skill finite.</summary>
    private const double LeastSkill = 0.05;

    /// <summary>Firms whose founders are brought near at once, so that one does not wait for the other's.</summary>
    private const int Batch = 64;

    private readonly List<int> _firms = [];

    /// <summary>Notes a firm whose work on a milestone is done.</summary>
    public void Add(in Firm firm) => _firms.Add(firm.Row);

    /// <summary>Ends the work of the noted firms.</summary>
    public void Finish(World world)
    {
        ReadOnlySpan<int> firms = CollectionsMarshal.AsSpan(_firms);
        for (int first = 0; first < firms.Length; first += Batch)
        {
            ReadOnlySpan<int> batch = firms[first..Math.Min(first + Batch, firms.Length)];
            foreach (int row in batch)
            {
                world.People.Touch(FoundersOf(world.Firms[row]));
            }

            foreach (int row in batch)
            {
                Finish(world, ref world.Firms[row]);
            }
        }

        _firms.Clear();
    }

    private static ReadOnlySpan<int> FoundersOf([UnscopedRef] in Firm firm) => ((ReadOnlySpan<int>)firm.Founders)[..firm.FounderCount];

    private void Finish(World world, ref Firm firm)
    {
        SectorParameters sector = parameters.Sectors.Of(firm.Sector);
        StepKind kind = sector.KindOf(firm.Step);
        if (kind == StepKind.Hardware)
        {
            firm.Cash -= sector.Tooling;
            world.Books.CostsFromFirms += sector.Tooling;
        }

        firm.LastStep = (short)world.Month;
        if (world.Luck.Uniform(Decision.Setback, firm.Key, world.Month) < FailureProbability(world, sector, kind, firm))
        {
            return;
        }

        firm.Step++;
        Learn(world, ref firm);
        if (firm.Step == sector.Steps)
        {
            Enter(ref firm);
        }
    }

    private double FailureProbability(World world, SectorParameters sector, StepKind kind, in Firm firm)
    {
        double care = parameters.Products.CareElasticity;
        return kind switch
        {
            StepKind.Hardware => ProductsEquations.FailureProbability(sector.HardwareFailure, KnowHow(firm, firm.TeamSkill[0]), care),
            StepKind.Integration => ProductsEquations.FailureProbability(
                sector.IntegrationFailure * (firm.Compute == ComputeMode.Service ? 1 - world.ServiceSaving : 1), KnowHow(firm, firm.TeamSkill[0]), care),
            StepKind.MarketEntry => ProductsEquations.FailureProbability(sector.EntryFailure, KnowHow(firm, firm.TeamSkill[1]), care),
            _ => 0,
        };
    }

    /// <summary>Knowledge and routines of the firm, with the founders' skill that the step needs.</summary>
    private static double KnowHow(in Firm firm, double skill) => Math.Cbrt(firm.Knowledge * firm.Routines * Math.Max(skill, LeastSkill));

    /// <summary>Founders learn on the way: at a milestone the team is worth what they can do now.</summary>
    private void Learn(World world, ref Firm firm)
    {
        foreach (int founder in FoundersOf(firm))
        {
            firm.TeamSkill = Vector128.Max(firm.TeamSkill, Learning.BringForward(world, founder));
        }

        firm.TeamWorth = Skills.Ces(firm.TeamSkill, parameters.SpinOuts.SkillSubstitution);
    }

    /// <summary>The product's quality when it comes to the market.</summary>
    private void Enter(ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        firm.Quality = p.KnowledgeInQuality * Math.Log(firm.Knowledge)
            + p.MarketingInQuality * Math.Log(Math.Max(firm.TeamSkill[1], LeastSkill)) - firm.ServiceGap;
        firm.Appeal = Math.Exp(p.Taste * firm.Quality);
    }
}
