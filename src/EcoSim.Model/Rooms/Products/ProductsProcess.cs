using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Start-ups climb their ladder of milestones and improve what they sell; what they need of compute and staff follows.</summary>
public sealed class ProductsProcess(Parameters parameters) : IProcess
{
    /// <summary>Keeps powers of the compute served finite.</summary>
    private const double LeastServed = 0.01;

    private readonly TermsTable _terms = new(parameters);
    private readonly Milestones _milestones = new(parameters);

    public void Step(World world)
    {
        _terms.Refresh(world);
        Open(world);
        foreach (int f in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[f];
            firm.WorkClock = HazardClock.Wind(world.Luck, Decision.Milestone, firm.Key, World.None);
        }

        foreach (ref Firm firm in world.Firms.Living)
        {
            ref readonly Terms terms = ref _terms.Of(firm);
            if (firm.Step < terms.Steps)
            {
                Climb(world, terms, ref firm);
            }
            else
            {
                Innovate(world, terms, ref firm);
            }
        }

        _milestones.Finish(world);
        foreach (ref Firm firm in world.Firms.Living)
        {
            if (firm.Appeal > 0)
            {
                Offer(world, ref firm);
            }

            Plan(_terms.Of(firm), ref firm);
        }
    }

    /// <summary>The niches' demand of the month, of which established suppliers offer to take all.</summary>
    private void Open(World world)
    {
        ProductsParameters p = parameters.Products;
        double years = world.RecordedMonth / Hazard.MonthsPerYear;
        foreach (ref Niche niche in world.Niches.AsSpan())
        {
            niche.Demand = Hazard.PerMonth(ProductsEquations.Demand(niche.Saturation, years, niche.Opening, p.NicheYears));
            niche.Weight = p.EstablishedWeight;
        }
    }

    /// <summary>Work on the next milestone. The clock runs at a bound of the hazard that needs no powers; a ring counts as often as the hazard says.</summary>
    private void Climb(World world, in Terms terms, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        double pace = terms.Pace * ServedFactor(firm) * (firm.Compute == ComputeMode.Service ? 1 / (1 - world.ServiceSaving / 2) : 1);
        double team = Math.Max(firm.Staff, 1) / p.ReferenceTeam;
        double most = pace * ProductsEquations.PowerBound(team, p.TeamElasticity) * ProductsEquations.PowerBound(firm.Knowledge, p.KnowledgeElasticity);
        if (!HazardClock.Rings(ref firm.WorkClock, most))
        {
            return;
        }

        firm.WorkClock = HazardClock.Wind(world.Luck, Decision.Milestone, firm.Key, world.Month);
        double hazard = pace * Math.Pow(team, p.TeamElasticity) * Math.Pow(firm.Knowledge, p.KnowledgeElasticity);
        if (world.Luck.Uniform(Decision.Milestone, firm.Key, world.Month, 1) * Hazard.Probability(most) < Hazard.Probability(hazard))
        {
            _milestones.Add(firm);
        }
    }

    /// <summary>Research on the market: innovations come at a rate per research person, each a step that may be up or down, and one that is worse is not brought to the market.</summary>
    private void Innovate(World world, in Terms terms, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        double quality = firm.Quality - Hazard.PerMonth(p.QualityDecay);

        // Many people search the same field: the rate rises with the root of their number.
        double reach = Math.Sqrt(Math.Max(p.ResearchShare * firm.Staff, 1));
        if (HazardClock.Rings(ref firm.WorkClock, p.InnovationRate * reach * firm.Knowledge * terms.Agglomeration * ServedFactor(firm)))
        {
            firm.WorkClock = HazardClock.Wind(world.Luck, Decision.Innovation, firm.Key, world.Month);
            quality += Math.Max(
                ProductsEquations.InnovationStep(
                    world.Luck.Uniform(Decision.InnovationSize, firm.Key, world.Month), p.InnovationWorst, p.InnovationBest), 0);
        }

        firm.Quality = quality + p.QualityNoise * world.Luck.Normal(Decision.QualityShock, firm.Key, world.Month);
        firm.Appeal = Math.Exp(p.Taste * firm.Quality);
    }

    /// <summary>Slower for want of compute; 1 when all of it came through.</summary>
    private double ServedFactor(in Firm firm) =>
        firm.Served >= 1 ? 1 : ProductsEquations.Power(Math.Max(firm.Served, LeastServed), parameters.Products.ServedElasticity);

    /// <summary>Buyers of the niche weigh the firm against the others.</summary>
    private void Offer(World world, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        firm.Weight = ProductsEquations.Weight(firm.Appeal, firm.Share, p.Brand, firm.StrategicAnchor >= 0 ? 1 + p.StrategicReach : 1);
        world.Niches[firm.Niche].Weight += firm.Weight;
    }

    /// <summary>Compute wanted this month and staff wanted next.</summary>
    private void Plan(in Terms terms, ref Firm firm)
    {
        ProductsParameters p = parameters.Products;
        firm.ComputeNeed = (firm.Step < terms.Steps ? terms.Training : terms.Research) * firm.Staff + terms.Inference * firm.Revenue;
        double profit = Math.Max(firm.Revenue * terms.GrossMargin - firm.MonthlyCost, 0);
        double affordable = ProductsEquations.AffordableStaff(firm.Cash, p.HiringHorizon, profit, p.StaffShare, terms.Wage + terms.Overhead);
        int wanted = (int)Math.Min(affordable, firm.Staff * (1 + p.MostHiring) + 1);
        firm.WantedStaff = Math.Max(wanted, firm.FounderCount);
    }
}
