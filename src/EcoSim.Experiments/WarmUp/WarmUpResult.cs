using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.WarmUp;

/// <summary>A warm-up and the replicates that began with it.</summary>
/// <param name="Months">Months before recording.</param>
/// <param name="Runs">Its replicates.</param>
public sealed record WarmUpRuns(int Months, IReadOnlyList<RunResult> Runs);

/// <summary>How far the level of an observable lies from that after the longest warm-up, as a share of the latter.</summary>
/// <param name="Share">From the means over replicates; NaN where the level after the longest warm-up is 0 or missing.</param>
/// <param name="Low">Lower end of its 95 % confidence interval (Student's t); NaN for one replicate, or where all but one of them have the level 0.</param>
/// <param name="High">Upper end.</param>
public readonly record struct WarmUpGap(double Share, double Low, double High)
{
    /// <summary>Paths count as the same when the whole interval lies within this on either side of 0.</summary>
    public const double Tolerance = 0.05;

    /// <summary>True where a replicate has no value of either level.</summary>
    public bool IsMissing { get; init; }

    public WarmUpVerdict Verdict => IsMissing ? WarmUpVerdict.Missing
        : double.IsNaN(Share) ? WarmUpVerdict.None
        : double.IsNaN(Low) ? WarmUpVerdict.Open
        : Low >= -Tolerance && High <= Tolerance ? WarmUpVerdict.Same
        : Low > Tolerance || High < -Tolerance ? WarmUpVerdict.Differs : WarmUpVerdict.Open;
}

/// <summary>What an interval says of a gap.</summary>
public enum WarmUpVerdict
{
    /// <summary>Within the tolerance.</summary>
    Same,

    /// <summary>There is no gap to judge: what it would be a share of is 0.</summary>
    None,

    /// <summary>There is no gap to judge: a replicate has no value.</summary>
    Missing,

    /// <summary>Partly within, or without an interval: more replicates are needed.</summary>
    Open,

    /// <summary>Beyond the tolerance.</summary>
    Differs,
}

/// <summary>One observable after one warm-up.</summary>
/// <param name="Months">The warm-up.</param>
/// <param name="Path">Mean over replicates, month by month.</param>
/// <param name="First">Gap in the first years recorded.</param>
/// <param name="Last">Gap in the last years recorded.</param>
public sealed record WarmUpPath(int Months, double[] Path, WarmUpGap First, WarmUpGap Last);

/// <summary>One observable after every warm-up.</summary>
/// <param name="Name">The observable.</param>
/// <param name="Truncation">MSER-5 of its path from the beginning of the world; null when a value is missing.</param>
/// <param name="Paths">A path for each warm-up; the longest, to which the others are held, is last.</param>
public sealed record WarmUpObservable(string Name, Truncation? Truncation, IReadOnlyList<WarmUpPath> Paths);

/// <summary>Whether the warm-up of a scenario is long enough: its paths after others, and a published criterion.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Replicates">Replicates that are done after every warm-up.</param>
/// <param name="Window">Months of the first and of the last years.</param>
/// <param name="MonthsFromBeginning">Length of the path that MSER-5 looks at.</param>
/// <param name="Observables">The observables.</param>
public sealed record WarmUpResult(Scenario Scenario, int Replicates, int Window, int MonthsFromBeginning, IReadOnlyList<WarmUpObservable> Observables)
{
    /// <summary>What is looked at: stocks, a flow, and what moves slowly.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "startups_alive", "spin_outs_founded", "ecosystem_value", "startup_jobs", "anchor_skill_technical", "founder_skill_technical", "rent", "supplier_density", "venture_presence",
    ];

    /// <summary>Counts and sums are taken per so many workers of the region, so that its growth does not pass for a transient.</summary>
    public const int Heads = 100_000;

    private const string Workforce = "workforce";

    private const int Years = 60, UsualWarmUp = 60;

    private static readonly string[] PerHead = ["startups_alive", "spin_outs_founded", "ecosystem_value", "startup_jobs"];

    /// <summary>True for what is taken per <see cref="Heads"/> workers.</summary>
    public static bool IsPerHead(string name) => PerHead.Contains(name);

    /// <summary>The scenario's own warm-up.</summary>
    public int Own => Scenario.Plan.Parameters.Run.WarmupMonths;

    /// <summary>None, half of the scenario's own, its own, and twice that; where it has none, those around the usual one.</summary>
    public static IReadOnlyList<int> Lengths(Plan plan)
    {
        int own = plan.Parameters.Run.WarmupMonths is > 0 and var months ? months : UsualWarmUp;
        double most = Catalogue.Get("run.warmupMonths").Max;
        return [.. new[] { 0, own / 2, own, 2 * own }.Where(length => length <= most).Distinct()];
    }

    /// <summary>The scenario after another warm-up. After none it runs longer, so that the path from the beginning is as long as that of the longest warm-up.</summary>
    public static Scenario After(Scenario scenario, int warmUp)
    {
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.WarmupMonths = warmUp;
        parameters.Run.Counterfactual = false;
        parameters.Run.Months += warmUp == 0 ? Lengths(scenario.Plan)[^1] : 0;
        return scenario with { Plan = scenario.Plan with { Parameters = parameters } };
    }

    /// <summary>Over the replicates that are done after every warm-up; null when none is.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runs">From no warm-up to the longest.</param>
    public static WarmUpResult? Of(Scenario scenario, IReadOnlyList<WarmUpRuns> runs)
    {
        int[] common = [.. runs.Select(one => one.Runs.Select(run => run.Replicate)).Aggregate((known, next) => known.Intersect(next)).Order()];
        if (common.Length == 0)
        {
            return null;
        }

        int months = scenario.Plan.Parameters.Run.Months, window = Math.Min(Years, months);
        return new WarmUpResult(scenario, common.Length, window, runs[0].Runs[0].Series.Months, [.. Names.Select(Observable)]);

        WarmUpObservable Observable(string name)
        {
            double[][] longest = Columns(runs[^1], name);
            return new WarmUpObservable(name, MarginalStandardError.Of(MeanOf(Columns(runs[0], name), runs[0].Runs[0].Series.Months)), [.. runs.Select(one => PathOf(one.Months, Columns(one, name)))]);

            WarmUpPath PathOf(int warmUp, double[][] paths) => new(warmUp, MeanOf(paths, months), GapOf(paths, longest, 0, window), GapOf(paths, longest, months - window, months));
        }

        double[][] Columns(WarmUpRuns one, string name) => [.. one.Runs.Where(run => common.Contains(run.Replicate)).OrderBy(run => run.Replicate).Select(run => PathIn(run.Series, name))];
    }

    /// <summary>
    /// Gap of the mean level in a window of months: the ratio of the means over replicates, with the jackknife's error. A mean of ratios would lie
    /// too high by about the square of their spread, since replicates share little luck at another age of the world.
    /// </summary>
    internal static WarmUpGap GapOf(double[][] paths, double[][] longest, int from, int to)
    {
        (double Level, double Other)[] pairs = [.. paths.Zip(longest, (path, other) => (Level(path), Level(other)))];
        PooledEstimate gap = Jackknife.Of<(double Level, double Other)>(
            pairs, some => some.Sum(pair => pair.Other) is var other and not 0 ? some.Sum(pair => pair.Level) / other - 1 : double.NaN);
        double half = StudentInterval.HalfWidth(gap.Replicates - 1) * gap.StandardError;
        return new WarmUpGap(gap.Value, gap.Value - half, gap.Value + half) { IsMissing = pairs.Any(pair => double.IsNaN(pair.Level) || double.IsNaN(pair.Other)) };

        double Level(double[] path) => path[from..to].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }

    /// <summary>Month by month, per <see cref="Heads"/> workers where it is a count or a sum.</summary>
    internal static double[] PathIn(SeriesTable series, string name)
    {
        double[] values = series.Column(Model.Observation.Observables.IndexOf(name));
        return IsPerHead(name) ? [.. values.Zip(series.Column(Model.Observation.Observables.IndexOf(Workforce)), (value, workers) => Heads * value / workers)] : values;
    }

    private static double[] MeanOf(double[][] paths, int months) =>
        [.. Enumerable.Range(0, months).Select(month => paths.Select(path => path[month]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average())];
}
