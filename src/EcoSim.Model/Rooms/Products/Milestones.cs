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
    private int _touched;

    /// <summary>Notes a firm whose work on a milestone is done.</summary>
    public void Add(int row) => _firms.Add(row);

    /// <summary>Ends the work of the noted firms.</summary>
    public void Finish(World world)
    {
        ReadOnlySpan<int> firms = CollectionsMarshal.AsSpan(_firms);
        for (int first = 0; first < firms.Length; first += Batch)
        {
            ReadOnlySpan<int> batch = firms[first..Math.Min(first + Batch, firms.Length)];
            int sum = 0;
            foreach (int row in batch)
            {
                ref Firm firm = ref world.Firms[row];
                sum += firm.FounderCount + firm.LastHolding + firm.Acquirer;
            }

            _touched = sum;
            foreach (int row in batch)
            {
                world.People.Touch(FoundersOf(ref world.Firms[row]));
            }

            foreach (int row in batch)
            {
                Finish(world, ref world.Firms[row]);
            }
        }

        _firms.Clear();
    }

    private static ReadOnlySpan<int> FoundersOf(ref Firm firm) => ((ReadOnlySpan<int>)firm.Founders)[..firm.FounderCount];

    private void Finish(World world, ref Firm firm)
    {
        Concerns concerns = world.Concerns;
        int place = firm.Place;
        SectorParameters sector = parameters.Sectors.Of(firm.Sector);
        StepKind kind = sector.KindOf(firm.Step);
        if (kind == StepKind.Hardware)
        {
            concerns.Cash[place] -= sector.Tooling;
            world.Books.CostsFromFirms += sector.Tooling;
        }

        concerns.LastStep[place] = world.Month;
        concerns[place].Review = (short)(world.Month + 1);
        if (world.Luck.Uniform(Decision.Setback, firm.Key, world.Month) < FailureProbability(world, sector, kind, firm))
        {
            return;
        }

        firm.Step++;
        concerns.Started[place] = 1;
        concerns.StepsAhead[place]++;
        Learn(world, ref firm);
        if (firm.Step == sector.Steps)
        {
            concerns.Quality[place] = Quality(concerns.Knowledge[place], firm);
            concerns.Appeal[place] = Math.Exp(parameters.Products.Taste * concerns.Quality[place]);
        }
    }

    private double FailureProbability(World world, SectorParameters sector, StepKind kind, in Firm firm)
    {
        double care = parameters.Products.CareElasticity;
        double firms = world.Concerns.Knowledge[firm.Place] * world.Concerns.Routines[firm.Place];
        bool service = world.Concerns[firm.Place].Compute == ComputeMode.Service;
        return kind switch
        {
            StepKind.Hardware => ProductsEquations.FailureProbability(sector.HardwareFailure, KnowHow(firms, firm.TeamSkill[0]), care),
            StepKind.Integration => ProductsEquations.FailureProbability(
                sector.IntegrationFailure * (service ? 1 - world.ServiceSaving : 1), KnowHow(firms, firm.TeamSkill[0]), care),
            StepKind.MarketEntry => ProductsEquations.FailureProbability(sector.EntryFailure, KnowHow(firms, firm.TeamSkill[1]), care),
            _ => 0,
        };
    }

    /// <summary>Knowledge and routines of the firm, with the founders' skill that the step needs.</summary>
    private static double KnowHow(double firms, double skill) => Math.Cbrt(firms * Math.Max(skill, LeastSkill));

    /// <summary>Founders learn on the way: at a milestone the team is worth what they can do now.</summary>
    private void Learn(World world, ref Firm firm)
    {
        foreach (int founder in FoundersOf(ref firm))
        {
            firm.TeamSkill = Vector128.Max(firm.TeamSkill, Learning.BringForward(world, founder));
        }

        world.Concerns.Technical[firm.Place] = Math.Max(firm.TeamSkill[0], 0);
        firm.TeamWorth = Skills.Ces(firm.TeamSkill, parameters.SpinOuts.SkillSubstitution);
    }

    /// <summary>The product's quality when it comes to the market.</summary>
    private double Quality(double knowledge, in Firm firm)
    {
        ProductsParameters p = parameters.Products;
        return p.KnowledgeInQuality * Math.Log(knowledge) + p.MarketingInQuality * Math.Log(Math.Max(firm.TeamSkill[1], LeastSkill)) - firm.ServiceGap;
    }
}
