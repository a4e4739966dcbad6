using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Start-ups climb their ladder of milestones; what they need of compute and staff follows.</summary>
public sealed class ProductsProcess(Parameters parameters) : IProcess
{
    /// <summary>Keep logarithms and powers of a skill and of the compute served finite.</summary>
    private const double LeastSkill = 0.05, LeastServed = 0.01;

    private double[] _agglomeration = [];

    public void Step(World world)
    {
        _agglomeration = _agglomeration.Length == 0 ? new double[world.SectorStaff.Length] : _agglomeration;
        Agglomerate(world);
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            SectorParameters sector = parameters.Sectors.Of(firm.Sector);
            if (firm.Step < sector.Steps)
            {
                Climb(world, sector, ref firm);
            }
            else
            {
                Innovate(world, ref firm);
            }

            Need(world, sector, ref firm);
        }
    }

    private void Climb(World world, SectorParameters sector, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        ref Hub hub = ref world.Hubs[firm.Hub];
        double log = ProductsEquations.LogMilestone(
            Math.Max(firm.Staff, 1), p.ReferenceTeam, p.TeamElasticity, firm.Knowledge, p.KnowledgeElasticity, hub.Suppliers, sector.SupplierElasticity);
        double hazard = Math.Exp(log) * _agglomeration[firm.Hub * Count.Sectors + (int)firm.Sector] * ServedFactor(firm) * ServiceSpeed(world, firm) / sector.StepMonths;

        // A probability is below its hazard, which often settles it.
        double luck = world.Luck.Uniform(Decision.Milestone, firm.Key, world.Month);
        if (luck >= hazard || luck >= Hazard.Probability(hazard))
        {
            return;
        }

        StepKind kind = sector.KindOf(firm.Step);
        if (kind == StepKind.Hardware)
        {
            firm.Cash -= sector.Tooling;
            world.Books.CostsFromFirms += sector.Tooling;
        }

        double failure = kind switch
        {
            StepKind.Hardware => ProductsEquations.FailureProbability(sector.HardwareFailure, KnowHow(firm, firm.TeamSkill[0]), p.CareElasticity),
            StepKind.Integration => ProductsEquations.FailureProbability(
                sector.IntegrationFailure * (firm.Compute == ComputeMode.Service ? 1 - world.ServiceSaving : 1),
                KnowHow(firm, firm.TeamSkill[0]), p.CareElasticity),
            StepKind.MarketEntry => ProductsEquations.FailureProbability(sector.EntryFailure, KnowHow(firm, firm.TeamSkill[1]), p.CareElasticity),
            _ => 0,
        };
        firm.LastStep = (short)world.Month;
        if (world.Luck.Uniform(Decision.Setback, firm.Key, world.Month) < failure)
        {
            return;
        }

        firm.Step++;
        Learn(world, ref firm);
        if (firm.Step == sector.Steps)
        {
            firm.Quality = p.KnowledgeInQuality * Math.Log(firm.Knowledge)
                + p.MarketingInQuality * Math.Log(Math.Max(firm.TeamSkill[1], LeastSkill)) - firm.ServiceGap;
            firm.Appeal = Math.Exp(p.Taste * firm.Quality);
        }
    }

    /// <summary>Founders learn on the way: at a milestone the team is worth what they can do now.</summary>
    private void Learn(World world, ref Firm firm)
    {
        for (int i = 0; i < firm.FounderCount; i++)
        {
            firm.TeamSkill = Vector128.Max(firm.TeamSkill, Learning.BringForward(world, firm.Founders[i]));
        }

        firm.TeamWorth = Skills.Ces(firm.TeamSkill, parameters.SpinOuts.SkillSubstitution);
    }

    /// <summary>Knowledge and routines of the firm, with the founders' skill that the step needs.</summary>
    private static double KnowHow(in Firm firm, double skill) => Math.Cbrt(firm.Knowledge * firm.Routines * Math.Max(skill, LeastSkill));

    /// <summary>Slower for want of compute; 1 when all of it came through.</summary>
    private double ServedFactor(in Firm firm) =>
        firm.Served >= 1 ? 1 : Math.Pow(Math.Max(firm.Served, LeastServed), parameters.Products.ServedElasticity);

    /// <summary>A ready-made service leaves less to do.</summary>
    private static double ServiceSpeed(World world, in Firm firm) => firm.Compute == ComputeMode.Service ? 1 / (1 - world.ServiceSaving / 2) : 1;

    /// <summary>What the hub's staff of the same sector do to the pace of work, once a month for each hub and sector.</summary>
    private void Agglomerate(World world)
    {
        double weights = 0;
        for (int sector = 0; sector < Count.Sectors; sector++)
        {
            weights += parameters.Sectors.Of((Sector)sector).EntryWeight;
        }

        for (int i = 0; i < _agglomeration.Length; i++)
        {
            ref Hub hub = ref world.Hubs[i / Count.Sectors];

            // Staff of the sector that a hub of this size has at the reference density of start-ups.
            double expected = (hub.People + hub.Natives) * parameters.SpinOuts.CrowdingReference * parameters.Products.ReferenceTeam
                * parameters.Sectors.Of((Sector)(i % Count.Sectors)).EntryWeight / weights;
            _agglomeration[i] = ProductsEquations.Agglomeration(world.SectorStaff[i], expected, parameters.Hub.AgglomerationElasticity);
        }
    }

    /// <summary>Research on the market: innovations come at a rate per research person, each a step that may be up or down, and one that is worse is not brought to the market.</summary>
    private void Innovate(World world, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        double people = p.ResearchShare * firm.Staff;
        double quality = firm.Quality - Hazard.PerMonth(p.QualityDecay);
        double reach = Math.Sqrt(Math.Max(people, 1));

        // Many people search the same field: the rate rises with the root of their number.
        double hazard = p.InnovationRate * reach * firm.Knowledge * _agglomeration[firm.Hub * Count.Sectors + (int)firm.Sector];
        double luck = world.Luck.Uniform(Decision.Innovation, firm.Key, world.Month);

        // Waiting for compute only lowers the hazard, and a probability is below its hazard.
        if (luck < hazard && luck < Hazard.Probability(hazard * ServedFactor(firm)))
        {
            quality += Math.Max(
                ProductsEquations.InnovationStep(
                    world.Luck.Uniform(Decision.InnovationSize, firm.Key, world.Month), p.InnovationWorst, p.InnovationBest), 0);
        }

        firm.Quality = quality + p.QualityNoise * world.Luck.Normal(Decision.QualityShock, firm.Key, world.Month);
        firm.Appeal = Math.Exp(p.Taste * firm.Quality);
    }

    /// <summary>Compute wanted this month and staff wanted next.</summary>
    private void Need(World world, SectorParameters sector, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        firm.ComputeNeed = world.ComputeNeedFactor
            * (sector.Training * firm.Staff / p.ReferenceTeam * (firm.Step < sector.Steps ? 1 : p.ResearchShare)
                + sector.Inference * firm.Revenue);
        double costPerHead = Hazard.PerMonth(p.WagePerYear * world.Hubs[firm.Hub].Wage + p.OverheadPerHead * world.Hubs[firm.Hub].Rent);
        double profit = Math.Max(firm.Revenue * sector.GrossMargin - firm.MonthlyCost, 0);
        double affordable = ProductsEquations.AffordableStaff(firm.Cash, p.HiringHorizon, profit, p.StaffShare, costPerHead);
        int wanted = (int)Math.Min(affordable, firm.Staff * (1 + p.MostHiring) + 1);
        firm.WantedStaff = Math.Max(wanted, firm.FounderCount);
    }
}
