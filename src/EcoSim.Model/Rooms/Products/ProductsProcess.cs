using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Start-ups climb their ladder of milestones and improve what they sell; what they need of compute and staff follows.</summary>
public sealed class ProductsProcess(Parameters parameters) : IProcess
{
    /// <summary>Keeps powers of the compute served finite.</summary>
    private const double LeastServed = 0.01;

    private readonly Terms _terms = new(parameters);
    private readonly Milestones _milestones = new(parameters);

    public void Step(World world)
    {
        Concerns concerns = world.Concerns;
        _terms.Refresh(world);
        Open(world);
        foreach (int row in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[row];
            concerns.WorkClock[firm.Place] = HazardClock.Wind(world.Luck, Decision.Milestone, firm.Key, World.None);
        }

        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Work(world, concerns, place);
        }

        _milestones.Finish(world);
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Offer(world, concerns, place);
            Plan(concerns, place);
        }

        for (int place = 0; place < concerns.Count; place++)
        {
            world.Staffing[concerns[place].Row].Wanted = (int)concerns.WantedStaff[place];
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

    /// <summary>Work on the next milestone, or research once on the market; quality drifts.</summary>
    /// <remarks>Before the market the clock runs at a bound of the hazard that needs no powers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Work(World world, Concerns concerns, int place)
    {
        ProductsParameters p = parameters.Products;
        Vector256<double> staff = concerns.Staff.Four(place);
        Vector256<double> knowledge = concerns.Knowledge.Four(place);
        Vector256<double> onMarket = Vector256.GreaterThan(concerns.Appeal.Four(place), Vector256<double>.Zero);
        Vector256<double> speed = Lanes.Pow(Vector256.Max(concerns.Served.Four(place), Vector256.Create(LeastServed)), p.ServedElasticity);

        // A ready-made service leaves less to do.
        double saving = 1 / (1 - world.ServiceWorkSaving) - 1;
        Vector256<double> climbing = Terms.Four(_terms.Pace, concerns, place) * speed * (Vector256<double>.One + concerns.Service.Four(place) * saving)
            * Bound(Vector256.Max(staff, Vector256<double>.One) / p.ReferenceTeam, p.TeamElasticity) * Bound(knowledge, p.KnowledgeElasticity);

        // Many people search the same field: the rate rises with the root of their number.
        Vector256<double> reach = Vector256.Sqrt(Vector256.Max(staff * p.ResearchShare, Vector256<double>.One));
        Vector256<double> research = Terms.Four(_terms.Agglomeration, concerns, place) * speed * reach * knowledge * p.InnovationRate;
        Vector256<double> hazard = Vector256.ConditionalSelect(onMarket, research, climbing);
        uint rings = HazardClock.Rings(concerns.WorkClock, place, hazard) & concerns.Taken(place);

        uint market = onMarket.ExtractMostSignificantBits();
        if (market != 0)
        {
            Vector256<double> noise = Variate.Normal(world.Luck.Uniform(Decision.QualityShock, concerns.Keys(place), world.Month));
            Vector256<double> quality = concerns.Quality.Four(place);
            Vector256<double> drifted = quality - Vector256.Create(Hazard.PerMonth(p.QualityDecay)) + noise * p.QualityNoise;
            concerns.Quality.Put(place, Vector256.ConditionalSelect(onMarket, drifted, quality));
        }

        for (; rings != 0; rings &= rings - 1)
        {
            int lane = BitOperations.TrailingZeroCount(rings);
            Ring(world, place + lane, (market >> lane & 1) != 0, hazard[lane]);
        }

        if (market != 0)
        {
            Vector256<double> appeal = Lanes.Exp(concerns.Quality.Four(place) * p.Taste);
            concerns.Appeal.Put(place, Vector256.ConditionalSelect(onMarket, appeal, Vector256<double>.Zero));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Bound(Vector256<double> x, double elasticity) =>
        elasticity <= 1 ? ProductsEquations.PowerBound(x, elasticity) : Lanes.Pow(x, elasticity);

    /// <summary>A firm's clock of work has rung: an innovation, or perhaps a milestone.</summary>
    private void Ring(World world, int place, bool onMarket, double bound)
    {
        ProductsParameters p = parameters.Products;
        Concerns concerns = world.Concerns;
        ulong key = concerns.KeyOf(place);
        concerns.WorkClock[place] = HazardClock.Wind(world.Luck, Decision.Milestone, key, world.Month);
        if (onMarket)
        {
            // Each innovation is a step that may be up or down, and one that is worse is not brought to the market.
            concerns.Quality[place] += Math.Max(
                ProductsEquations.InnovationStep(
                    world.Luck.Uniform(Decision.InnovationSize, key, world.Month), p.InnovationWorst, p.InnovationBest), 0);
            return;
        }

        // The clock ran at the bound: a ring counts as often as the hazard itself says.
        double team = Math.Max(concerns.Staff[place], 1) / p.ReferenceTeam;
        double exact = ProductsEquations.OverBound(team, p.TeamElasticity) * ProductsEquations.OverBound(concerns.Knowledge[place], p.KnowledgeElasticity);
        if (world.Luck.Uniform(Decision.Milestone, key, world.Month, 1) * Hazard.Probability(bound) < Hazard.Probability(bound * exact))
        {
            _milestones.Add(concerns[place].Row);
        }
    }

    /// <summary>Buyers of the niches weigh the firms against the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Offer(World world, Concerns concerns, int place)
    {
        ProductsParameters p = parameters.Products;
        Vector256<double> brand = Lanes.Pow(Vector256<double>.One + concerns.Share.Four(place), p.Brand);
        Vector256<double> reach = Vector256<double>.One + concerns.Strategic.Four(place) * p.StrategicReach;
        Vector256<double> weight = ProductsEquations.Weight(concerns.Appeal.Four(place), brand, reach);
        concerns.Weight.Put(place, weight);
        Niche[] niches = world.Niches;
        niches[concerns[place].Niche].Weight += weight[0];
        niches[concerns[place + 1].Niche].Weight += weight[1];
        niches[concerns[place + 2].Niche].Weight += weight[2];
        niches[concerns[place + Column.Lanes - 1].Niche].Weight += weight[Column.Lanes - 1];
    }

    /// <summary>Compute wanted this month, staff wanted next, and the money that growing as fast as one can would need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plan(Concerns concerns, int place)
    {
        ProductsParameters p = parameters.Products;
        Vector256<double> staff = concerns.Staff.Four(place);
        Vector256<double> revenue = concerns.Revenue.Four(place);
        Vector256<double> onMarket = Vector256.GreaterThan(concerns.Appeal.Four(place), Vector256<double>.Zero);
        Vector256<double> atWork = Vector256.ConditionalSelect(onMarket, staff * p.ResearchShare, staff);
        concerns.ComputeNeed.Put(
            place, Terms.Four(_terms.Training, concerns, place) * atWork + Terms.Four(_terms.Inference, concerns, place) * revenue);

        Vector256<double> grossProfit = revenue * Terms.Four(_terms.Margin, concerns, place);
        Vector256<double> profit = Vector256.Max(grossProfit - concerns.ComputeCost.Four(place), Vector256<double>.Zero);
        Vector256<double> costPerHead = Terms.Four(_terms.Wage, concerns, place) + Terms.Four(_terms.Overhead, concerns, place);
        Vector256<double> affordable = ProductsEquations.AffordableStaff(concerns.Cash.Four(place), p.HiringHorizon, profit, p.StaffShare, costPerHead);
        Vector256<double> most = staff * (1 + p.MostHiring) + Vector256<double>.One;
        Vector256<double> wanted = Vector256.Max(Vector256.Floor(Vector256.Min(affordable, most)), concerns.Founders.Four(place));
        concerns.WantedStaff.Put(place, wanted);
        Vector256<double> planned = ProductsEquations.PlannedStaff(staff, p.MostHiring, p.PlanMonths);
        Vector256<double> computePerHead = concerns.ComputeCost.Four(place) / Vector256.Max(staff, Vector256<double>.One);
        concerns.Plan.Put(place, (planned * (costPerHead + computePerHead) - grossProfit) * p.PlanMonths);
    }
}
