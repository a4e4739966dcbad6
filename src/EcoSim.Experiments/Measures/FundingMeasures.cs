using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>The funnel of rounds.</summary>
/// <remarks>
/// An external round is any sale of equity, to angels as well; grants are none. CB Insights follow firms from their first seed or angel
/// round in 2008-2010 to August 2018 and count equity rounds: 7⅔ to 10⅔ years each. So a firm takes part when its first round lies in the
/// recorded months and 8 years or more before the end, and rounds count up to 10⅔ years after it. Carta look back from a round that closed to
/// the one before, so the gap is over second rounds that closed in the recorded months, whenever the first was.
/// </remarks>
public static class FundingMeasures
{
    private const int MonthsPerYear = 12;

    /// <summary>Months within which whoever will ever raise money mostly has.</summary>
    private const int EverMonths = 60;

    private const int LeastFollowUp = 96, LongestFollowUp = 128;

    private const string Followed =
        "Home start-ups whose first round (angel included) lies in the recorded months and 8 years or more before the end; rounds within 10⅔ years of the first.";

    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled("externally_funded_share", "%",
            "Home start-ups founded in the recorded months and 5 years or more before the end: those that raised a round (angel included, grants not) by the end.",
            replicates => ShareOf(replicates, (run, firm) => firm.Founded >= 0 && firm.Founded + EverMonths < run.Months, firm => firm.Rounds.Count > 0)),
        Measure.Pooled("second_round_share", "%", Followed, replicates => ShareOf(replicates, IsFollowed, firm => RoundsFollowed(firm) >= 2)),
        Measure.Pooled("fourth_round_share", "%", Followed, replicates => ShareOf(replicates, IsFollowed, firm => RoundsFollowed(firm) >= 4)),
        Measure.Pooled("first_to_second_round_gap_median", "years",
            "Median time back from second rounds that closed in the recorded months to the first; home start-ups, interpolated within the month.",
            replicates => GroupedMedian.Of([.. replicates.SelectMany(Gaps)]) / MonthsPerYear),
    ];

    private static double ShareOf(IReadOnlyList<RunHistory> replicates, Func<RunHistory, FirmHistory, bool> takesPart, Func<FirmHistory, bool> has)
    {
        double part = 0, whole = 0;
        foreach (RunHistory run in replicates)
        {
            foreach (FirmHistory firm in run.Firms.Where(firm => takesPart(run, firm)))
            {
                whole++;
                part += has(firm) ? 1 : 0;
            }
        }

        return Measure.Percent(part, whole);
    }

    private static bool IsFollowed(RunHistory run, FirmHistory firm) =>
        firm.Rounds.Count > 0 && firm.Rounds[0] >= 0 && firm.Rounds[0] + LeastFollowUp < run.Months;

    private static int RoundsFollowed(FirmHistory firm) => firm.Rounds.Count(month => month - firm.Rounds[0] <= LongestFollowUp);

    private static IEnumerable<int> Gaps(RunHistory run) =>
        run.Firms.Where(firm => firm.Rounds.Count > 1 && firm.Rounds[1] >= 0).Select(firm => firm.Rounds[1] - firm.Rounds[0]);
}
