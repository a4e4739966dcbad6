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

    /// <summary>Ends the work on a firm's next milestone.</summary>
    public void Finish(World world, ref Firm firm)
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
        ReadOnlySpan<int> founders = ((ReadOnlySpan<int>)firm.Founders)[..firm.FounderCount];
        world.People.Touch(founders);
        foreach (int founder in founders)
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
