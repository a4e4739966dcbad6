using System.Runtime.Intrinsics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Labour;

/// <summary>The labour block run by events is the dense loop over everyone, in distribution; only then may their speeds be compared.</summary>
/// <remarks>The blocks have seeds of their own, so that they are independent and the two-sample tests hold as they stand.</remarks>
public sealed class LabourEquivalenceTests
{
    private const int Workers = 10_000;

    /// <summary>Longer than the calendar's marks take to come round.</summary>
    private const int Months = 300;

    private const double K = 5;

    private static readonly Lazy<Outcome> Events = new(() => Run(new Parameters(), 1, Kind.EventDriven));

    /// <summary>How the block is computed.</summary>
    public enum Kind
    {
        EventDriven,
        Dense,
        Vector,
    }

    [Theory]
    [InlineData(Kind.Dense)]
    [InlineData(Kind.Vector)]
    public void Separations_fall_alike_on_months_and_causes(Kind kind)
    {
        Outcome events = Events.Value, dense = Run(new Parameters(), 2, kind);

        // Workers are independent and leave about once in 80 months, so that two months' counts are all but independent.
        Distribution.SameCounts(Histogram(events, e => e.Month, Months), Histogram(dense, e => e.Month, Months), K, "separations by month");
        Distribution.SameCounts(Histogram(events, e => (int)e.Why, 4), Histogram(dense, e => (int)e.Why, 4), K, "separations by cause");

        // Shares alone could agree while levels differ. The sum is all but Poisson: hazards fall by a quarter over a spell,
        // which adds a few hundredths to its variance.
        double n = events.Log.Count, m = dense.Log.Count;
        Sigma.Within((n - m) / Math.Sqrt(n + m), K, $"separations in all: {n} by events, {m} in the dense loop");
    }

    [Theory]
    [InlineData(Kind.Dense)]
    [InlineData(Kind.Vector)]
    public void As_many_workers_leave_never_once_and_often(Kind kind) => Distribution.SameCounts(
        Frequencies(Events.Value), Frequencies(Run(new Parameters(), 2, kind)), K, "workers by number of separations");

    /// <summary>One spell per worker, so that the values are independent.</summary>
    [Theory]
    [InlineData(Kind.Dense)]
    [InlineData(Kind.Vector)]
    public void Tenure_at_separation_is_distributed_alike(Kind kind)
    {
        Outcome events = Events.Value, dense = Run(new Parameters(), 2, kind);
        Distribution.Same(Tenures(events.Log), Tenures(dense.Log), K, "tenure at the first separation");
        Distribution.Same(Tenures(events.Log.AsEnumerable().Reverse()), Tenures(dense.Log.AsEnumerable().Reverse()), K, "tenure at the last separation");
    }

    [Theory]
    [InlineData(Kind.Dense)]
    [InlineData(Kind.Vector)]
    public void Survivors_have_the_same_skills(Kind kind)
    {
        Vector128<float>[] one = Survivors(Events.Value), other = Survivors(Run(new Parameters(), 2, kind));
        Sigma.Share(one.Length, Workers, other.Length / (double)Workers, K * Math.Sqrt(2), "survivors");
        for (int skill = 0; skill < 4; skill++)
        {
            double[] a = [.. one.Select(s => (double)s[skill])], b = [.. other.Select(s => (double)s[skill])];
            double error = Math.Sqrt(Variance(a) / a.Length + Variance(b) / b.Length);
            Sigma.Within((a.Average() - b.Average()) / error, K, $"mean of skill {skill}: {a.Average():R} by events, {b.Average():R} in the dense loop");
            Distribution.Same(a, b, K, $"skill {skill} of survivors");
        }
    }

    [Theory]
    [InlineData(Kind.Dense)]
    [InlineData(Kind.Vector)]
    public void Without_separations_learning_is_the_same_to_rounding(Kind kind)
    {
        var parameters = new Parameters();
        foreach (string hazard in (string[])["quitHazard", "startUpQuitHazard", "anchorQuitHazard", "dismissalHazard", "retirementHazard"])
        {
            Catalogue.Get("mobility." + hazard).Set(parameters, 0);
        }

        Outcome events = Run(parameters, 3, Kind.EventDriven), dense = Run(parameters, 3, kind);
        Assert.Empty(events.Log);
        Assert.Empty(dense.Log);

        // Four roundings a month and as many in the rates, each 2⁻²⁴ of a level below 2, and the rates act every month.
        double rounding = 2 * 8 * Months * Math.Pow(2, -24);
        for (int row = 0; row < Workers; row++)
        {
            Assert.True(
                Vector128.LessThanAll(Vector128.Abs(events.Skills[row] - dense.Skills[row]), Vector128.Create((float)rounding)),
                $"worker {row}: {events.Skills[row]} by events, {dense.Skills[row]} in the dense loop, allowed is {rounding:G2}.");
        }
    }

    [Fact]
    public void The_tests_see_a_hazard_that_is_a_tenth_too_high()
    {
        var parameters = new Parameters();
        ParameterDeclaration quit = Catalogue.Get("mobility.quitHazard");
        quit.Set(parameters, 1.1 * quit.Get(parameters));
        Outcome raised = Run(parameters, 2, Kind.Dense);
        double n = Events.Value.Log.Count, m = raised.Log.Count;
        Assert.True((m - n) / Math.Sqrt(n + m) > K, $"{n} separations by events, {m} in the dense loop.");
    }

    private static Outcome Run(Parameters parameters, ulong seed, Kind kind)
    {
        var rules = new LabourRules(parameters);
        var log = new List<SpellEnd>();
        ILabourBlock block = kind switch
        {
            Kind.EventDriven => new EventDrivenLabour(rules, Workers, Months, seed, log),
            Kind.Dense => new DenseLabour(rules, Workers, seed, log),
            _ => new VectorLabour(rules, Workers, seed, log),
        };
        for (int month = 0; month < Months; month++)
        {
            block.Step();
        }

        Assert.Equal(log.Count, block.Separations);
        return new Outcome(log, [.. Enumerable.Range(0, Workers).Select(block.Skill)]);
    }

    private static int[] Histogram(Outcome outcome, Func<SpellEnd, int> cell, int cells)
    {
        var count = new int[cells];
        outcome.Log.ForEach(end => count[cell(end)]++);
        return count;
    }

    /// <summary>Workers who left 0, 1, 2, … and at least 8 times.</summary>
    private static int[] Frequencies(Outcome outcome)
    {
        int[] perWorker = Histogram(outcome, end => end.Row, Workers), count = new int[9];
        Array.ForEach(perWorker, times => count[Math.Min(times, count.Length - 1)]++);
        return count;
    }

    private static double[] Tenures(IEnumerable<SpellEnd> log) => [.. log.DistinctBy(end => end.Row).Select(end => (double)end.Tenure)];

    /// <summary>Skills at the end of those who never retired.</summary>
    private static Vector128<float>[] Survivors(Outcome outcome)
    {
        HashSet<int> retired = [.. outcome.Log.Where(end => end.Why == Separation.Retirement).Select(end => end.Row)];
        return [.. outcome.Skills.Where((_, row) => !retired.Contains(row))];
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    private sealed record Outcome(List<SpellEnd> Log, Vector128<float>[] Skills);
}
