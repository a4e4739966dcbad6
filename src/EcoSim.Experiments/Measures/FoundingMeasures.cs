namespace EcoSim.Experiments.Measures;

/// <summary>How many new firms come from the anchor.</summary>
/// <remarks>
/// The founding hazard was derived from a list of firms: 84 more of them in half a year over some 50,000 staff. So ventures are counted, not
/// persons, over years of staff. The share is held against that of Muendler, Rauch and Tocoian, who count new firms whose founders come from
/// any incumbent; here only the incumbent that dominates the region counts, the anchor, and founders from ordinary firms are other entrants.
/// <see cref="OriginMeasures"/> has the shares over all incumbents.
/// </remarks>
public static class FoundingMeasures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled("anchor_founding_hazard", "% a year",
            "Home start-ups of the recorded months whose first founder's last employer was an anchor, over the anchors' staff-years.",
            replicates => Measure.Percent(
                replicates.Sum(run => run.AnchorPersonYears > 0 ? New(run).Count(firm => firm.IsSpinOut) : 0), replicates.Sum(run => run.AnchorPersonYears))),
        Measure.Pooled("spin_out_share_of_new_firms", "%",
            "Of the home start-ups founded in the recorded months, those whose first founder's last employer was an anchor, quit or laid off. The published share counts founders from any incumbent, not from an anchor alone: "
                + $"{OriginMeasures.OfSector} and {OriginMeasures.OfAny} do.",
            replicates => Measure.Percent(replicates.Sum(run => New(run).Count(firm => firm.IsSpinOut)), replicates.Sum(run => New(run).Count()))),
    ];

    /// <summary>Start-ups founded in the recorded months.</summary>
    internal static IEnumerable<FirmHistory> New(RunHistory run) => run.Firms.Where(firm => firm.Founded >= 0);
}
