using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;

namespace EcoSim.Reporting;

/// <summary>The page of a comparison.</summary>
public static class ComparisonReport
{
    /// <param name="comparisons">One for each other world, all against one baseline.</param>
    /// <param name="notes">What had to be left out to compare, a sentence each.</param>
    /// <param name="drawn">Its figures.</param>
    /// <param name="commandLine">The command that made it.</param>
    public static Report Of(
        IReadOnlyList<PairedComparison> comparisons, IReadOnlyList<string> notes, DrawnFigures drawn, string commandLine)
    {
        ComparedWorld baseline = comparisons[0].Baseline;
        int months = baseline.Replicates[0].Series.Months;
        IReadOnlyList<JointWorld> joint = JointWorld.Among(comparisons);
        return new Report
        {
            Title = $"{string.Join(", ", comparisons.Select(comparison => comparison.Other.Label))} against {baseline.Label}",
            Context = $"Comparison over {Amount.Count(months, "month", "months")} from {baseline.Setup.Start}, {Amount.Count(baseline.Replicates.Count, "pair", "pairs")} of replicates with the same luck",
            Questions = [.. comparisons.Select(comparison => comparison.Other.Scenario.Question).Where(question => question.Length > 0).Distinct()],
            Answers = [.. comparisons.SelectMany(Answers), .. joint.Select(JointText.Of)],
            AnswerNote = (SameWorlds(comparisons) is { } same ? $"{same} in every month of every replicate. " : "")
                + "Replicates are paired: both worlds have the same people and the same luck, so what differs comes from the change. The interval is Student’s, "
                + "of the mean paired difference; it does not cover doubt about parameters or about the model.",
            Changes = [.. comparisons.Select(comparison => ReportParts.Changes(
                $"What “{comparison.Other.Label}” changes", comparison.Changes, baseline.Label, comparison.Other.Label, "No parameter, shock or series differs."))],
            Warnings = [.. Warned(comparisons, notes, drawn.FontProblem).OfType<Warning>()],
            Figures = drawn.Figures,
            Tables =
            [
                .. comparisons.Where(comparison => !comparison.Identical).SelectMany(comparison => ValueReport.Tables(
                    $"What the ecosystem value of “{comparison.Other.Label}” is made of", comparison.Value, comparison.Other.Label, baseline.Label).Append(Effects(comparison, comparisons.Count))),
                .. joint.Select(JointText.Table),
            ],
            Provenance =
            [
                .. ReportParts.Provenance(baseline.Setup, baseline.Version, baseline.ModelBuild),
                ("Pairs", $"{baseline.Replicates.Count} replicates that every world has"),
                .. comparisons.Select(comparison => comparison.Other).Prepend(baseline).Select(world =>
                    ($"World “{world.Label}”", $"{ReportParts.Files(world.Scenario)}; content hash {ContentHash.Of(world.Scenario.Plan)}")),
            ],
            CommandLine = commandLine,
        };
    }

    /// <summary>"“b” is the same as “a”" of worlds that are the same as one before them; null when none are.</summary>
    public static string? SameWorlds(IReadOnlyList<PairedComparison> comparisons)
    {
        ComparedWorld[] worlds = [comparisons[0].Baseline, .. comparisons.Select(comparison => comparison.Other)];
        string[] same =
        [
            .. worlds.Index().Skip(1)
                .Select(world => (World: world.Item, Before: worlds.Take(world.Index).FirstOrDefault(before => PairedComparison.Same(before, world.Item))))
                .Where(pair => pair.Before is not null).Select(pair => $"“{pair.World.Label}” is the same as “{pair.Before!.Label}”"),
        ];
        return same.Length == 0 ? null : string.Join(", ", same);
    }

    /// <summary>What the change did to the headline; and for one that ends what it did meanwhile.</summary>
    public static IEnumerable<string> Answers(PairedComparison comparison) => [Answer(comparison), .. PassingText.Of(comparison)];

    /// <summary>What the change did to the headline, in one sentence.</summary>
    internal static string Answer(PairedComparison comparison)
    {
        if (comparison.Identical)
        {
            return $"“{comparison.Other.Label}”: {(comparison.Changes.Count == 0 ? "nothing changed" : "what was changed changes nothing")}; every outcome is the same in every month of every replicate.";
        }

        Effect headline = comparison.Headline;
        PairedDifference paired = headline.Paired;
        var scale = new AmountScale(headline.Unit, paired.Difference, paired.Low, paired.High);
        string what = OutcomeWords.Within(headline.Outcome);
        string worlds = $"Against “{comparison.Baseline.Label}”, “{comparison.Other.Label}”";
        string relative = double.IsNaN(headline.Relative) ? "" : $"{Amount.Percent(headline.Relative)}; ";
        string pairs = $"{Amount.Count(paired.Pairs, "pair", "pairs")} of replicates";
        if (paired.Pairs < 2)
        {
            return $"{worlds} moves {what} by {scale.Signed(paired.Difference)} ({relative}{pairs}: no interval).";
        }

        if (SamePairs.AreZero(paired))
        {
            return $"{worlds} moves {what} in none of {pairs}.";
        }

        string sure = $"({relative}{SamePairs.Sure(scale, paired)}, {pairs})";
        return paired.Low <= 0 && paired.High >= 0
            ? $"{worlds} moves {what} by {scale.Signed(paired.Difference)} {sure}; the interval includes 0, so its direction is not known."
            : $"{worlds} {(paired.Difference > 0 ? "raises" : "lowers")} {what} by {scale.Of(Math.Abs(paired.Difference))} {sure}.";
    }

    private static IEnumerable<Warning?> Warned(IReadOnlyList<PairedComparison> comparisons, IReadOnlyList<string> notes, string? fontProblem)
    {
        ComparedWorld baseline = comparisons[0].Baseline;
        foreach (string note in notes)
        {
            yield return new Warning(WarningKind.CutToShared, note, "Run all worlds with the same --months, --replicates and population.workers.");
        }

        yield return Warnings.OfReplicates(baseline.Replicates.Count);
        foreach (PairedComparison comparison in comparisons.Where(comparison => !comparison.Identical))
        {
            Effect headline = comparison.Headline;
            string what = $"{OutcomeWords.Within(headline.Outcome)} in “{comparison.Other.Label}”";
            yield return Warnings.OfInterval($"the effect on {what}", headline.Paired);
            yield return Warnings.OfCoupling(what, headline.Evidence);
        }

        Plan[] plans = [.. comparisons.Select(comparison => comparison.Other).Prepend(baseline).Select(world => world.Scenario.Plan)];
        yield return plans.Select(Warnings.OfAnchorScale).FirstOrDefault(warning => warning is not null);
        foreach (Warning overlap in plans.Select(Warnings.OfOverlap).OfType<Warning>().Distinct())
        {
            yield return overlap;
        }

        IEnumerable<Parameters> worlds = plans.Select(plan => plan.Parameters);
        yield return Warnings.OfEstimates(comparisons.Select(comparison => comparison.Other).Prepend(baseline).Select(world => world.Scenario));
        yield return Warnings.OfContestedLinks(worlds);
        yield return Warnings.OfCalibration();
        yield return Warnings.OfFonts(fontProblem);
    }

    private static ReportTable Effects(PairedComparison comparison, int worlds)
    {
        return new ReportTable(
            $"Effects of “{comparison.Other.Label}”",
            "Of baseline: the difference as a share of the baseline’s mean. 95 % CI: Student interval of the mean paired difference. Same sign: share of replicates that moved the way of the mean. Worth: how many times the replicates "
                + "unpaired runs would need. Detectable: smallest true difference that this many pairs find (80 % power, 5 % level)."
                + (HolmText.Of(comparison.Effects, worlds) is { } holm ? $" p adj.: {holm}" : ""),
            [
                new("Outcome"), new(comparison.Baseline.Label, true), new(comparison.Other.Label, true), new("Difference", true), new("95 % CI", true), new("Of baseline", true),
                new("Same sign", true), new("Worth", true), new("Detectable", true), new("p adj.", true), new("Unit"),
            ],
            [.. ReportParts.HeadlinesFirst(comparison.Effects, effect => effect.Outcome).Select(effect => new ReportRow(
                [
                    OutcomeWords.Of(effect.Outcome), ReportCell.Number(effect.Paired.Second), ReportCell.Number(effect.Paired.First),
                    ReportCell.Signed(effect.Paired.Difference), ReportCell.Interval(effect.Paired), ReportCell.Percent(effect.Relative),
                    Share(effect.Evidence.SameSignShare), Times(effect.Evidence.VarianceFactor),
                    ReportCell.Number(effect.Evidence.MinimumDetectable), ReportCell.Probability(effect.AdjustedP), effect.Unit,
                ],
                comparison.Declared || ReportParts.IsProminent(effect.Outcome), Meaning(effect)))]);
    }

    /// <summary>A declared outcome says how it is made; a first time also how often it came.</summary>
    private static string Meaning(Effect effect)
    {
        string meaning = ReportParts.Meaning(effect.Outcome) is { Length: > 0 } known ? known : effect.Measure;
        return effect.Reached is { } reached
            ? $"{meaning}; comes in {reached.Baseline} of {effect.Paired.Pairs} replicates of the baseline and in {reached.Other} of the other world"
            : meaning;
    }

    private static ReportCell Share(double share) => new(double.IsNaN(share) ? "–" : $"{100 * share:0} %", share);

    private static ReportCell Times(double factor) => double.IsNaN(factor) ? new("–") : new(ReadableNumber.Of(factor) + " ×", factor);
}
