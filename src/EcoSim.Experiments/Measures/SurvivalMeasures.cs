using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>Survival of start-ups to an age.</summary>
/// <remarks>
/// The Bureau of Labor Statistics follows establishments born in a month and counts those that still employ; one that is sold goes on under its
/// successor. So the event is closing. A firm that is sold leaves observation then, alive; a listed one is followed on; the end of the run
/// censors the rest. Cohorts are all those founded in the recorded months, as old as they have become by the end (Kaplan and Meier).
/// </remarks>
public static class SurvivalMeasures
{
    private const int MonthsPerYear = 12;

    private const string How = "Home start-ups founded in the recorded months; Kaplan-Meier, the event is closing, sale and the end of the run censor.";

    public static IReadOnlyList<Measure> All { get; } = [AtAge(1), AtAge(3), AtAge(5)];

    private static Measure AtAge(int years) => Measure.Pooled(
        $"survival_share_age_{years}", "%", How, replicates => 100 * ShareAlive(Cohorts(replicates), years * MonthsPerYear));

    /// <summary>Start-ups founded in the recorded months with the months that each is under observation.</summary>
    internal static IEnumerable<(FirmHistory Firm, double Months, bool Closed)> Cohorts(IEnumerable<RunHistory> replicates) =>
        replicates.SelectMany(Cohort);

    internal static IEnumerable<(FirmHistory Firm, double Months, bool Closed)> Cohort(RunHistory run) =>
        from firm in run.Firms
        where firm.Founded >= 0
        let seen = firm.Fate is Fate.Failed or Fate.Sold ? firm.Ended!.Value : run.Months - 1
        select (firm, (double)(seen - firm.Founded), firm.Fate == Fate.Failed);

    internal static double ShareAlive(IEnumerable<(FirmHistory Firm, double Months, bool Closed)> lives, double age)
    {
        (double[] durations, bool[] closed) = ([.. lives.Select(life => life.Months)], [.. lives.Select(life => life.Closed)]);
        return SurvivalByGroup.At(age, durations, closed);
    }
}
