using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.WarmUp;

namespace EcoSim.Reporting;

/// <summary>The page of a report on the warm-up.</summary>
public static class WarmUpReport
{
    /// <summary>MSER-5 for someone who has not met it.</summary>
    public const string Mser = "MSER-5 finds the month up to which a path is best thrown away: the one after which the rest varies least about its own mean for its length, so that the start no longer pulls it.";

    /// <summary>What "steady" means in figure, sentence and table, and how it differs from "the same".</summary>
    public const string SteadyMeaning = "Steady is said of one path over time, and only by MSER-5; the same is said of two warm-ups at one date. A path that moves throughout is never steady, and may yet be the same after either warm-up.";

    /// <summary>Welch's average for someone who has not met it.</summary>
    public const string Welch = "Welch’s moving average replaces each month by the mean of the months around it, so that the eye sees where a path levels off.";

    /// <param name="result">Paths after several warm-ups.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(WarmUpResult result, DrawnFigures drawn, string commandLine)
    {
        var run = result.Scenario.Plan.Parameters.Run;
        return new Report
        {
            Title = $"Is the warm-up of {result.Scenario.Name} long enough?",
            Context = $"{Amount.Count(run.Months, "month", "months")} recorded from {run.Start} after each of {result.Observables[0].Paths.Count} warm-ups, {Amount.Count(result.Replicates, "replicate", "replicates")}",
            Questions = ["From which warm-up on do the recorded paths no longer change?"],
            Answers = [Gaps(result), Steady(result)],
            AnswerNote = Reading(result),
            Changes = [ReportParts.OtherThanDefaults(result.Scenario)],
            Warnings =
            [
                .. new[]
                {
                    Warnings.OfCompleteness(result.Replicates, run.Replicates), Warnings.OfReplicates(result.Replicates), Warnings.OfOverlap(result.Scenario.Plan), Warnings.OfEstimates(result.Scenario), Warnings.OfCalibration(), Warnings.OfFonts(drawn.FontProblem),
                }.OfType<Warning>(),
            ],
            Figures = drawn.Figures,
            Tables = [Table(result)],
            Provenance =
            [
                .. ReportParts.Provenance(run, ProgramVersion.Text, ProgramVersion.ModelBuild),
                ("Replicates", $"{result.Replicates} after each warm-up"),
                ("Scenario", ReportParts.Files(result.Scenario)),
                ("Content hash", ContentHash.Of(result.Scenario.Plan)),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>The answer in two sentences.</summary>
    public static string Verdict(WarmUpResult result) => $"{Gaps(result)} {Steady(result)}";

    /// <summary>Which observables the scenario's own warm-up leaves as the longest does, and which not.</summary>
    private static string Gaps(WarmUpResult result)
    {
        string tolerance = string.Create(CultureInfo.InvariantCulture, $"± {100 * WarmUpGap.Tolerance:0}\u00A0%");
        int longest = result.Observables[0].Paths[^1].Months;
        WarmUpObservable[] same = With(WarmUpVerdict.Same), differ = With(WarmUpVerdict.Differs), open = With(WarmUpVerdict.Open), none = With(WarmUpVerdict.None), missing = With(WarmUpVerdict.Missing);
        return $"After the scenario’s own {result.Own} months of warm-up the first {result.Window} recorded months are as after {longest} ({tolerance}) in {Names(same)}; they differ in {Names(differ)}"
            + $"{(open.Length > 0 ? $"; {Amount.Count(result.Replicates, "replicate does", "replicates do")} not tell for {Names(open)}" : "")}{(none.Length > 0 ? $"; there is nothing to compare with for {Names(none)}, 0 after {longest}" : "")}{(missing.Length > 0 ? $"; a replicate has no value of {Names(missing)}" : "")}.";

        WarmUpObservable[] With(WarmUpVerdict verdict) => [.. result.Observables.Where(observable => Own(result, observable).First.Verdict == verdict)];
    }

    /// <summary>What MSER-5 says.</summary>
    private static string Steady(WarmUpResult result)
    {
        WarmUpObservable[] steady = [.. result.Observables.Where(observable => observable.Truncation is { IsSettled: true })], growing = [.. result.Observables.Where(observable => observable.Truncation is { IsSettled: false })];
        string none = growing.Length == 0 ? "" : $"; it finds no steady state within {result.MonthsFromBeginning} months for {Names(growing)}";
        return steady.Length + growing.Length == 0 ? $"MSER-5 cannot be had from {result.MonthsFromBeginning} months."
            : steady.Length == 0 ? $"MSER-5 finds no steady state within {result.MonthsFromBeginning} months from the beginning of the world for {Names(growing)}."
            : $"MSER-5 finds a steady state, counted from the beginning of the world, for {string.Join(", ", steady.Select(observable => $"{OutcomeWords.Within(observable.Name)} ({After(observable.Truncation)})"))}{none}.";
    }

    /// <summary>What a figure says of a path: "steady after 165 months", or that it never is; empty where a value is missing.</summary>
    internal static string State(Truncation? truncation) => truncation switch { null => "", { IsSettled: true } => $"steady {After(truncation)}", _ => "no steady state" };

    private static string After(Truncation? truncation) => $"after {Amount.Count(truncation!.Value.Deleted, "month", "months")}";

    /// <summary>The path after the scenario's own warm-up; where it has none, after none.</summary>
    private static WarmUpPath Own(WarmUpResult result, WarmUpObservable observable) => observable.Paths.First(path => path.Months == result.Own);

    private static string Names(IReadOnlyList<WarmUpObservable> observables) =>
        observables.Count == 0 ? "nothing that was looked at" : string.Join(", ", observables.Select(observable => OutcomeWords.Within(observable.Name)));

    internal static string Reading(WarmUpResult result) => string.Create(CultureInfo.InvariantCulture,
        $"Gaps: the mean level of the first and of the last {result.Window} recorded months against that after the longest warm-up, as a ratio of means over replicates; “same” where the whole 95 % confidence interval (jackknife) lies within ± {100 * WarmUpGap.Tolerance:0} %, “open” where only a part does, or there is no interval, so that more replicates are needed; “no level” where it is 0 after the longest warm-up, so that there is no ratio to take, and “no value” where a replicate has none. Start-ups, spin-outs, value and jobs are taken per worker of the region, so that its growth does not pass for a transient. What ages with the world, as firms and their value do, differs between worlds of different age for good: that is no transient, and no warm-up removes it. {SteadyMeaning} All warm-ups ")
        + $"have the same people, and the same luck in each month since the world began. {Welch} {Mser} It (White 1997; White, Cobb and Spratt 2000) deletes as many months from the beginning as make the standard error of the mean least, on the mean over replicates; a place in the second half "
        + "of the path is rejected, and the observable said to have no steady state, as where it grows throughout (Hoad, Robinson and Davies 2010).";

    internal static ReportTable Table(WarmUpResult result) => new(
        "Levels after each warm-up against the longest", Reading(result),
        [
            new("Observable"), new("Warm-up", true), new("First gap", true), new("95 % CI", true), new("First"), new("Last gap", true), new("95 % CI of it", true), new("Last"), new("MSER-5", true),
        ],
        [.. result.Observables.SelectMany(observable => observable.Paths.SkipLast(1).Select(path => new ReportRow(
            [
                OutcomeWords.Of(observable.Name), ReportCell.Number(path.Months), ReportCell.Percent(path.First.Share), Interval(path.First), Word(path.First), ReportCell.Percent(path.Last.Share), Interval(path.Last), Word(path.Last),
                observable.Truncation switch { null => "–", { IsSettled: true } found => ReportCell.Number(found.Deleted), _ => "none" },
            ],
            Meaning: ReportParts.Meaning(observable.Name))))]);

    private static ReportCell Interval(WarmUpGap gap) =>
        double.IsNaN(gap.Low) ? new ReportCell("–") : new ReportCell($"{Amount.Percent(gap.Low)} to {Amount.Percent(gap.High)}", gap.Low);

    private static ReportCell Word(WarmUpGap gap) => gap.Verdict switch { WarmUpVerdict.Same => "same", WarmUpVerdict.Open => "open", WarmUpVerdict.None => "no level", WarmUpVerdict.Missing => "no value", _ => "differs" };
}
