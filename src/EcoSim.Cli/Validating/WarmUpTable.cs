using System.Globalization;
using EcoSim.Cli.Running;
using EcoSim.Experiments.WarmUp;
using EcoSim.Reporting;

namespace EcoSim.Cli.Validating;

/// <summary>The report on the warm-up for the terminal.</summary>
internal static class WarmUpTable
{
    public static void Write(TextWriter output, WarmUpResult result)
    {
        var run = result.Scenario.Plan.Parameters.Run;
        IReadOnlyList<WarmUpPath> lengths = result.Observables[0].Paths;
        output.WriteLine($"{result.Scenario.Name}: paths after other warm-ups than its own of {result.Own} months, {result.Replicates} replicate{(result.Replicates == 1 ? "" : "s")} of {run.Months} months, seed {run.Seed}");
        ChangedText.Write(output, result.Scenario);
        output.WriteLine();
        string[] header = ["level against that after " + lengths[^1].Months, .. lengths.SkipLast(1).Select(path => path.Months.ToString(CultureInfo.InvariantCulture)), "MSER-5"];
        TextColumns.Write(
            output, header, result.Observables.SelectMany(observable => (string[][])
            [
                [$"{observable.Name}, first {result.Window} months", .. observable.Paths.SkipLast(1).Select(path => Gap(path.First)), Truncation(observable)],
                [$"{observable.Name}, last {result.Window} months", .. observable.Paths.SkipLast(1).Select(path => Gap(path.Last)), ""],
            ]),
            [.. Enumerable.Range(1, lengths.Count)]);
        WrappedText.Write(
            output,
            $"Per cent ± half the 95 % confidence interval (jackknife, ratio of means); = all of it within ± {100 * WarmUpGap.Tolerance:0} %, ? open: only a part of it, or no interval, so that more replicates are needed; "
                + $"no level: it is 0 after the longest warm-up, so that there is no ratio to take; no value: a replicate has none. {WarmUpReport.Mser} "
                + "Start-ups, spin-outs, value and jobs are taken per worker of the region, so that its growth does not pass for a transient.");
        output.WriteLine();
        output.WriteLine(WarmUpReport.Verdict(result));
    }

    private static string Gap(WarmUpGap gap)
    {
        if (gap.Verdict is WarmUpVerdict.None or WarmUpVerdict.Missing)
        {
            return gap.Verdict == WarmUpVerdict.None ? "no level  " : "no value  ";
        }

        string half = double.IsNaN(gap.High) ? "" : string.Create(CultureInfo.InvariantCulture, $" ± {100 * (gap.High - gap.Share):0.0}");
        string mark = gap.Verdict switch { WarmUpVerdict.Same => " =", WarmUpVerdict.Open => " ?", _ => "  " };
        return string.Create(CultureInfo.InvariantCulture, $"{100 * gap.Share:+0.0;-0.0;0.0}{half}{mark}");
    }

    private static string Truncation(WarmUpObservable observable) => observable.Truncation switch
    {
        null => "-",
        { IsSettled: true } found => found.Deleted.ToString(CultureInfo.InvariantCulture),
        _ => "none",
    };
}
