using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>Who founded a start-up, with what, and who came first.</summary>
internal static class FirmBeginning
{
    /// <summary>First hires told at most.</summary>
    private const int MostHires = 5;

    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, LifeNames names, string firm)
    {
        LifeRow[] founders = [.. ledger[Table.People].Where("org_id", firm)];
        LifeRow[] jobs = [.. ledger[Table.Jobs].Where("org_id", firm)];
        int founded = ledger[Table.Organizations].Where("org_id", firm).First().Whole("founded_month") ?? 0;
        yield return new LifeEvent(
            ledger.Date(founded), $"Founded by {LifeNames.Count(founders.Length)}.",
            [.. founders.SelectMany(founder => Founder(names, founder, Job(jobs, founder)))]);
        foreach (IGrouping<int, LifeRow> month in jobs.Where(job => job["title"] == "early_employee").Take(MostHires).GroupBy(job => job.Whole("start_month") ?? 0))
        {
            yield return new LifeEvent(ledger.Date(month.Key), $"Hires {string.Join(", ", month.Select(job => $"{job["person_id"]} ({Came(names, job)})"))}.");
        }
    }

    private static LifeRow Job(LifeRow[] jobs, LifeRow founder) =>
        jobs.FirstOrDefault(job => job["person_id"] == founder["person_id"] && job["title"] == "founder");

    private static IEnumerable<string> Founder(LifeNames names, LifeRow founder, LifeRow job)
    {
        string came = job.Table is null ? "" : ", " + Came(names, job);
        bool told = job.Table is not null && job["previous_org_id"] is ['a', ..] && job.Whole("previous_tenure_months") == founder.Whole("anchor_tenure_months");
        string anchor = !told && founder.Whole("anchor_tenure_months") is > 0 and var months ? $"; {LifeNames.Span(months)} at an anchor in all" : "";
        string before = founder.Whole("prior_foundings") is > 0 and var times ? $"; founded {LifeNames.Count(times)} before" : "";
        yield return $"{founder["person_id"]}, {founder["role"]}{came}{anchor}{before}";
        yield return "  skills: " + Skills(founder);
    }

    /// <summary>The four skills of a row; 1 is the frontier of an ordinary firm.</summary>
    public static string Skills(LifeRow row) => string.Join(
        ", ", new[] { "technical", "marketing", "operations", "finance" }.Select(skill => $"{skill} {ReadableNumber.Of(row.Number("skill_" + skill))}"));

    /// <summary>Where someone came from, as in "from the anchor after 41 months".</summary>
    private static string Came(LifeNames names, LifeRow job)
    {
        if (job["previous_org_id"] is not { } previous)
        {
            return "fresh from university";
        }

        string why = job["left_because"] switch
        {
            "layoff" => ", laid off",
            "exit" => ", after its end or sale",
            _ => "",
        };
        return $"from {names.Of(previous)} after {LifeNames.Span(job.Whole("previous_tenure_months") ?? 0)}{why}";
    }
}
