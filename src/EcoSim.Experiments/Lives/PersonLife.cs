using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>The life of a person: work, foundings, investments and what they brought.</summary>
public static class PersonLife
{
    /// <summary>Tells the life of a person of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Identity of the person.</param>
    /// <param name="followed">The person followed through the same replicate, for the jobs that the ledger does not keep; or null.</param>
    public static Life Of(ReplicateLedger ledger, string id, FollowedLife? followed)
    {
        var names = new LifeNames(ledger);
        LifeEvent[] work = followed is { Exists: true, IsWorker: true } ? [.. WorkingLife.Of(ledger, followed)] : [.. KnownJobs(ledger, names, id)];
        LifeEvent[] events = [.. work, .. Foundings(ledger, names, id), .. AngelLife.Of(ledger, id)];
        return new Life(id, Summary(ledger, id), [.. events.OrderBy(told => told.Date.Index)], []);
    }

    private static string[] Summary(ReplicateLedger ledger, string id)
    {
        LifeRow[] rows = [.. ledger[Table.People].Where("person_id", id)];
        if (rows.Length == 0)
        {
            LifeRow seen = ledger[Table.Sample].Where("person_id", id).LastOrDefault();
            string who = seen.Table is null ? "one of the first people of a start-up" : $"{seen["role"]} on an anchor's staff, {seen["division"]} division, in {ledger.Date(seen.Whole("month") ?? 0)}";
            return [$"Person {id}: {who}."];
        }

        int foundings = rows.Count(row => row["org_id"] is not null);
        string founder = foundings == 0 ? "" : $"founder of {LifeNames.Count(foundings)} firm{(foundings == 1 ? "" : "s")}";
        string angel = rows.Any(row => row.Flag("is_angel")) ? "angel investor" : "";
        string what = string.Join(" and ", new[] { founder, angel }.Where(part => part.Length > 0));
        string ability = double.IsNaN(rows[0].Number("ability")) ? "; an angel from outside the model's population" : $"; ability {ReadableNumber.Of(rows[0].Number("ability"))} where the mean is 1";
        string since = rows[0].Whole("entered_month") is { } entered ? $", at work since {ledger.Date(entered)}" : "";
        return [$"Person {id}: {rows[0]["role"]}{(rows[0]["role"] is null ? "" : ", ")}{what}, in {LifeNames.Hub(rows[^1]["hub"])}{since}{ability}."];
    }

    /// <summary>Without following the person: the jobs before each founding or early job.</summary>
    private static IEnumerable<LifeEvent> KnownJobs(ReplicateLedger ledger, LifeNames names, string id)
    {
        foreach (LifeRow job in ledger[Table.Jobs].Where("person_id", id))
        {
            string before = job["previous_org_id"] is { } previous ? $", from {names.Of(previous)} after {LifeNames.Span(job.Whole("previous_tenure_months") ?? 0)}" : "";
            if (job["title"] == "early_employee")
            {
                yield return new LifeEvent(ledger.Date(job.Whole("start_month") ?? 0), $"One of the first at {names.Of(job["org_id"])}{before}.");
            }
        }
    }

    private static IEnumerable<LifeEvent> Foundings(ReplicateLedger ledger, LifeNames names, string id)
    {
        foreach (LifeRow row in ledger[Table.People].Where("person_id", id).Where(row => row["org_id"] is not null))
        {
            string firm = row["org_id"]!;
            LifeRow organisation = ledger[Table.Organizations].Where("org_id", firm).First();
            string[] others = [.. ledger[Table.People].Where("org_id", firm).Select(other => other["person_id"]!).Where(other => other != id)];
            string with = others.Length == 0 ? "alone" : "with " + string.Join(", ", others);
            int atAnchor = row.Whole("anchor_tenure_months") ?? 0, sector = row.Whole("same_sector_months") ?? 0;
            yield return new LifeEvent(
                ledger.Date(organisation.Whole("founded_month") ?? 0),
                $"Founds {names.Of(firm)} ({LifeNames.Plain(organisation["sector"])}) {with}: {FirmLife.Origin(names, organisation)}.",
                [
                    $"skills: {FirmBeginning.Skills(row)}",
                    $"{(atAnchor == 0 ? "never at an anchor" : LifeNames.Span(atAnchor) + " at an anchor")}; {(sector == 0 ? "new to the sector" : LifeNames.Span(sector) + " in the sector")}; roles and divisions seen: {row.Whole("roles_held")}",
                    $"what became of it: {FirmLife.Standing(ledger, organisation)}",
                ]);
            foreach (LifeEvent told in Paid(ledger, names, firm, organisation))
            {
                yield return told;
            }
        }
    }

    private static IEnumerable<LifeEvent> Paid(ReplicateLedger ledger, LifeNames names, string firm, LifeRow organisation)
    {
        LifeRow exit = ledger[Table.Exits].Where("org_id", firm).FirstOrDefault();
        if (exit.Table is null)
        {
            yield break;
        }

        string kind = exit["kind"]!;
        double mine = FirmEnding.ToFounders(new CapTable(ledger, firm), kind, exit.Number("value")) / Math.Max(organisation.Whole("founder_count") ?? 1, 1);
        string how = kind == "ipo" ? "is listed" : kind == "acquisition" ? "is sold" : "is closed";
        yield return new LifeEvent(
            ledger.Date(exit.Whole("month") ?? 0),
            mine > 0 ? $"{names.Of(firm)} {how}; the share as a founder brings {LifeNames.Money(mine)}." : $"{names.Of(firm)} {how}.");
    }
}
