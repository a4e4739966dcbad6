using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>How firms and founders differ by where they come from.</summary>
public static class OriginMeasures
{
    private const int FiveYears = 60;

    /// <summary>Names of the shares of new firms from incumbents.</summary>
    internal const string OfSector = "sector_incumbent_share_of_new_firms", OfAny = "incumbent_share_of_new_firms";

    /// <summary>What the shares from incumbents have in common.</summary>
    private const string Remembered = "An employer left more than spinOuts.parentMonths before is not remembered.";

    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled(OfSector, "%", "Of the home start-ups founded in the recorded months, those whose first founder's last employer was an incumbent active in the start-up's sector: a home ordinary firm of it, "
            + "or an anchor, which counts as active in every sector. " + Remembered,
            replicates => ShareFrom(replicates, parent => parent == ParentFirm.IncumbentOfSector)),
        Measure.Pooled(OfAny, "%", "Of the home start-ups founded in the recorded months, those whose first founder's last employer was any incumbent: an anchor or an ordinary firm, also of a rival hub; start-ups are none. " + Remembered,
            replicates => ShareFrom(replicates, parent => parent != ParentFirm.Other)),
        Measure.Pooled("spin_out_survival_share_age_5", "%", "As survival_share_age_5, spin-outs of an anchor alone.",
            replicates => 100 * SurvivalMeasures.ShareAlive(SurvivalMeasures.Cohorts(replicates).Where(life => life.Firm.IsSpinOut), FiveYears)),
        Measure.Pooled("other_survival_share_age_5", "%", "As survival_share_age_5, firms that are no spin-outs of an anchor.",
            replicates => 100 * SurvivalMeasures.ShareAlive(SurvivalMeasures.Cohorts(replicates).Where(life => !life.Firm.IsSpinOut), FiveYears)),
        Measure.Pooled("spin_out_closing_hazard_ratio", "1", "Hazard of closing of anchor spin-outs over that of other home start-ups (Cox, Efron ties, a stratum for each replicate).",
            replicates => HazardRatio.Stratified(replicates.Select(run =>
                SurvivalMeasures.Cohort(run).Select(life => new ObservedLife(life.Months, life.Closed, life.Firm.IsSpinOut)))).Ratio),
        Measure.Pooled("layoff_founding_odds_ratio", "1", "Odds that someone laid off by an anchor founds within two years over those of someone who quit, among whom is everyone who left in order to found (Mantel-Haenszel over years and replicates).",
            replicates => FoundingOdds(replicates, "layoff", "quit")),
        Measure.Pooled("layoff_to_stayer_founding_odds_ratio", "1", "Odds that someone laid off by an anchor founds within two years over those of someone who stayed that year (Mantel-Haenszel over years and replicates).",
            replicates => FoundingOdds(replicates, "layoff", "stayed")),
        Measure.Pooled("leaver_founding_odds_ratio", "1", "Odds that someone who quit an anchor founds within two years over those of someone who stayed that year (Mantel-Haenszel over years and replicates).",
            replicates => FoundingOdds(replicates, "quit", "stayed")),
        Measure.Pooled("dragons_without_alumni_share", "%", "Of the home firms that ever passed the dragon threshold, those of which no founder ever worked at an anchor.",
            replicates => Measure.Percent(
                replicates.Sum(run => run.Firms.Count(firm => firm is { Dragon: true, HasAlumni: false })), replicates.Sum(run => run.Firms.Count(firm => firm.Dragon)))),
    ];

    /// <summary>NaN where the parent of a start-up is not known, as of the naive rival's.</summary>
    private static double ShareFrom(IReadOnlyList<RunHistory> replicates, Func<ParentFirm, bool> counts)
    {
        ParentFirm?[] parents = [.. replicates.SelectMany(FoundingMeasures.New).Select(firm => firm.Parent)];
        return parents.Contains(null) ? double.NaN : Measure.Percent(parents.Count(parent => counts(parent!.Value)), parents.Length);
    }

    private static double FoundingOdds(IReadOnlyList<RunHistory> replicates, string group, string others) =>
        OddsRatio.MantelHaenszel(replicates.SelectMany(run => run.StaffGroups.GroupBy(staff => staff.Year).Select(year => Table(year, group, others)))).Ratio;

    private static TwoByTwo Table(IEnumerable<StaffGroup> year, string group, string others)
    {
        StaffGroup one = year.FirstOrDefault(staff => staff.Group == group), other = year.FirstOrDefault(staff => staff.Group == others);
        return new TwoByTwo(one.Founded, one.Persons - one.Founded, other.Founded, other.Persons - other.Founded);
    }
}
