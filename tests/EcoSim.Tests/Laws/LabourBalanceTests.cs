using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>When as many graduate as retire and no one moves or founds, the workforce stands still and unemployment is where flows meet.</summary>
public sealed class LabourBalanceTests
{
    private const int Workers = 20_000;
    private const int Months = 240;

    /// <summary>Months until the unemployed, of whom there are none at first, are as many as later: six mean searches.</summary>
    private const int Settling = 24;

    private const double K = 5;

    [Fact]
    public void The_workforce_stands_still()
    {
        (MobilityParameters p, double hazard) = Default();
        double retiring = Chance(p.RetirementHazard, hazard), steady = SteadyShare(p, hazard);
        (List<int> workforce, _) = Run(retiring * (1 - steady) * Hazard.MonthsPerYear);

        // Retirements vary like Poisson's, graduates by rounding to whole people; and no one is unemployed at first, so a
        // few more retire until unemployment is steady: the share that is missing, for a mean search each.
        double flow = Workers * retiring * Months;
        double early = Workers * steady * retiring / SearchChance(p);
        Sigma.Within((workforce[^1] - Workers + early) / Math.Sqrt(flow + Months / 4.0), K, $"workforce after {Months} months is {workforce[^1]}, at the start {Workers}");
    }

    [Fact]
    public void Unemployment_is_where_dismissals_meet_hires()
    {
        (MobilityParameters p, double hazard) = Default();
        double steady = SteadyShare(p, hazard);
        (List<int> workforce, List<int> unemployed) = Run(Chance(p.RetirementHazard, hazard) * (1 - steady) * Hazard.MonthsPerYear);
        double[] shares = [.. unemployed.Zip(workforce, (u, w) => u / (double)w).Skip(Settling)];

        // A count of Poisson's spread that is forgotten at the rate s of finding a job: months count (1 − e^−s)/(1 + e^−s) each.
        double forgotten = SearchChance(p);
        double months = shares.Length * forgotten / (2 - forgotten);
        Sigma.Mean(shares.Average(), steady, Math.Sqrt(steady / Workers), months, K, "share of the workforce without a job");
    }

    private static (MobilityParameters, double Hazard) Default()
    {
        var p = new MobilityParameters();
        return (p, Hazard.PerMonth(p.RetirementHazard + p.DismissalHazard + p.QuitHazard));
    }

    /// <summary>Chance in a month that a spell ends, and for this cause.</summary>
    private static double Chance(double perYear, double hazard) => Hazard.PerMonth(perYear) / hazard * Hazard.Probability(hazard);

    private static double SearchChance(MobilityParameters p) => Hazard.Probability(Hazard.PerMonth(p.SearchHazard));

    /// <summary>Share u of the workforce at which dismissals d·(1 − u) are as many as hires f·u.</summary>
    private static double SteadyShare(MobilityParameters p, double hazard)
    {
        double dismissed = Chance(p.DismissalHazard, hazard);
        return dismissed / (dismissed + SearchChance(p));
    }

    private static (List<int> Workforce, List<int> Unemployed) Run(double graduatesAYear)
    {
        Plan plan = Trial.Plan(
            ("population.workers", Workers), ("anchor.present", 0), ("run.warmupMonths", 0), ("run.months", Months),
            ("spinOuts.baseHazard", 0), ("spinOuts.graduateFounding", 0), ("mobility.newcomerQuitFactor", 0),
            ("hub.moveShare", 0), ("hub.arrivalHazard", 0), ("hub.universityElasticity", 0), ("hub.universityGravity", 0),
            ("population.anchorStaffFromElsewhere", 0), ("hub.retention", 1), ("hub.graduateRate", graduatesAYear));
        var simulation = new Simulation(plan, 0);
        List<int> workforce = [], unemployed = [];
        while (!simulation.Done)
        {
            simulation.Step();
            workforce.Add(simulation.World.Hubs[World.Home].People);
            unemployed.Add(simulation.World.StateCount[(int)State.Unemployed]);
        }

        return (workforce, unemployed);
    }
}
