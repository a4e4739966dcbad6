using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Anchors;

/// <summary>Plans each anchor's month: demand, own AI, research, headcount, hiring and layoffs, equity, strategic budget.</summary>
public sealed class AnchorsProcess(Parameters parameters) : IProcess
{
    /// <summary>Least reference of internal compute, units, so that an anchor without any divides by no zero.</summary>
    private const double LeastReference = 1e-9;

    public void Step(World world)
    {
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            ref AnchorState anchor = ref world.Anchors[a];
            AnchorParameters p = parameters.AnchorOf(a);
            Produce(world, p, a, ref anchor);
            Staff(world, p, a, ref anchor);
            Equity(world, p, a, ref anchor);
            Steer(p, ref anchor);
        }
    }

    private void Produce(World world, AnchorParameters p, int a, ref AnchorState anchor)
    {
        double staff = world.Employers.Headcount[a];
        double growth = Hazard.PerMonth(p.DemandGrowth);
        anchor.Output *= 1 + growth;
        anchor.Revenue = Hazard.PerMonth(p.RevenuePerHead) * staff * AnchorsEquations.Productivity(p.AiProductivity, anchor.AiKnowledge);
        anchor.Research = p.ResearchIntensity * anchor.Revenue;

        // Research counts per head of the present staff, so that size alone is no knowledge.
        double research = p.ResearchIntensity / p.AiReferenceIntensity;
        double compute = anchor.InternalUse / Math.Max(anchor.InternalReference, LeastReference);
        anchor.AiKnowledge = Math.Max(
            AnchorsEquations.AiKnowledge(anchor.AiKnowledge, compute, research, p.AiComputeExponent, Hazard.PerMonth(p.AiObsolescence)), 0);
        double technology = AnchorsEquations.Technology(p.TechnologyLead, research);
        world.Employers.Knowledge[a] += (technology - world.Employers.Knowledge[a]) / p.TechnologyLag;
    }

    private void Staff(World world, AnchorParameters p, int a, ref AnchorState anchor)
    {
        double headcount = world.Employers.Headcount[a];
        anchor.TargetHeadcount = p.Historical
            ? p.TargetHeadcount
            : AnchorsEquations.LabourDemand(anchor.Output * p.DemandFactor, p.AiProductivity, anchor.AiKnowledge);
        double leaving = headcount * Hazard.PerMonth(
            parameters.Mobility.AnchorQuitHazard + parameters.Mobility.DismissalHazard + parameters.Mobility.RetirementHazard);
        double vacancies = anchor.TargetHeadcount > headcount
            ? leaving + (anchor.TargetHeadcount - headcount) / p.HiringMonths
            : leaving - (headcount - anchor.TargetHeadcount) / p.HiringMonths;
        anchor.HireProbability = p.LayoffShare > 0 || vacancies <= 0
            ? 0
            : Math.Min(vacancies / Math.Max(world.Labour.Seekers, 1), parameters.Mobility.MostHired);
        anchor.LayoffProbability = Math.Max(
            p.LayoffShare, AnchorsEquations.LayoffProbability(headcount, anchor.TargetHeadcount, p.LayoffBand, p.LayoffSpeed));
    }

    /// <summary>A rise of liquidity turns shares kept so far into money, for staff and alumni alike.</summary>
    private static void Equity(World world, AnchorParameters p, int a, ref AnchorState anchor)
    {
        anchor.EquityPerMonth = Hazard.PerMonth(p.EquityPerYear);
        anchor.SharePrice = p.SharePrice;
        if (p.Liquidity > anchor.Liquidity)
        {
            double released = (p.Liquidity - anchor.Liquidity) / (1 - anchor.Liquidity);
            anchor.LiquidityMonth = world.Month;
            Release(world, a, released, anchor.SharePrice);
        }

        anchor.Liquidity = p.Liquidity;
    }

    /// <summary>Staff bank what has vested; they and those whose last employer this anchor was sell what they kept.</summary>
    private static void Release(World world, int anchor, double share, double price)
    {
        People people = world.People;
        for (int row = 0; row < people.Count; row++)
        {
            ref Person person = ref people[row];
            bool staff = person.State == State.Anchor && person.Employer == anchor;
            if (person.Estate == World.None)
            {
                continue;
            }

            if (staff)
            {
                Employment.Bank(world, row, ref person);
                world.Jumped.Add(row);
            }

            ref Estate estate = ref people.EstateOf(ref person);
            if (estate.Equity > 0 && (staff || world.Teams.OrganisationOf(person.LastTeam) == anchor || world.Anchors.Length == 1))
            {
                double sold = estate.Equity * share;
                estate.Equity -= (float)sold;
                estate.Wealth += sold * price;
                world.Books.AnchorEquityToPeople += sold * price;
                world.Enriched.Add(row);
            }

            if (estate.Wealth > 0)
            {
                world.Jumped.Add(row);
            }
        }
    }

    private void Steer(AnchorParameters p, ref AnchorState anchor)
    {
        // What goes into research beyond the reference is not there to be invested.
        double cashFlow = Math.Max(p.CashFlowShare + p.AiReferenceIntensity - p.ResearchIntensity, 0) * anchor.Revenue;
        anchor.Announced = parameters.Channels.Capital * p.StrategicMandate;
        anchor.StrategicBudget = anchor.Announced * p.StrategicShare * cashFlow;
        for (int sector = 0; sector < Count.Sectors; sector++)
        {
            anchor.Needs[sector] = parameters.Sectors.Of((Sector)sector).AnchorNeed;
        }
    }
}
