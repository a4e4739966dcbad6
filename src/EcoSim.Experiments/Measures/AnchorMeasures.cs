namespace EcoSim.Experiments.Measures;

/// <summary>Turnover of the anchor's staff.</summary>
/// <remarks>LinkedIn count members whose profile says that they left an employer, for whatever reason, over its mean headcount of the year.</remarks>
public static class AnchorMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled("anchor_turnover", "% a year",
            "People who left an anchor in the recorded months, for whatever reason (quit, poached, laid off, founded, retired, moved away), over the anchors' staff-years.",
            replicates => Measure.Percent(replicates.Sum(run => run.AnchorSeparations), replicates.Sum(run => run.AnchorPersonYears))),
    ];
}
