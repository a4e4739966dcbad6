using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Lives;

/// <summary>Finds the identity that a user means among those of a ledger.</summary>
public static class IdentitySearch
{
    private const int MostListed = 6;

    /// <summary>
    /// The identity of a person or start-up, from the whole of it or a beginning that no other has. Throws
    /// <see cref="RefusedException"/> with what is near, or why the being has no life to tell.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="typed">What the user typed.</param>
    /// <param name="folder">What messages call the result.</param>
    public static string Find(ReplicateLedger ledger, string typed, string folder)
    {
        string wanted = typed.Trim().ToLowerInvariant();
        string[] known = [.. Known(ledger).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] matches = [.. known.Where(id => wanted.Length > 1 && id.StartsWith(wanted, StringComparison.Ordinal))];
        if (matches.Length == 1)
        {
            return matches[0];
        }

        if (matches.Length > 1)
        {
            string more = matches.Length > MostListed ? $" and {matches.Length - MostListed} more" : "";
            throw new RefusedException($"'{typed}' is the beginning of {matches.Length} identities in '{folder}': {string.Join(", ", matches.Take(MostListed))}{more}. Give more of it.");
        }

        throw new RefusedException(Lifeless(ledger, wanted) ?? Unknown(typed, known, folder));
    }

    private static IEnumerable<string> Known(ReplicateLedger ledger) =>
        Column(ledger, Table.Organizations, "org_id").Where(id => id[0] == 's')
            .Concat(Column(ledger, Table.People, "person_id"))
            .Concat(Column(ledger, Table.Jobs, "person_id"))
            .Concat(Column(ledger, Table.Sample, "person_id"));

    private static IEnumerable<string> Column(ReplicateLedger ledger, string table, string column) => ledger[table].Rows.Select(row => row[column]).OfType<string>();

    /// <summary>Why an identity that the ledger knows has no life of its own.</summary>
    private static string? Lifeless(ReplicateLedger ledger, string id)
    {
        if (id.Length < 2)
        {
            return null;
        }

        if (ledger[Table.Rounds].Rows.FirstOrDefault(row => row["round_id"]!.StartsWith(id, StringComparison.Ordinal)) is { Table: not null } round)
        {
            return $"'{round["round_id"]}' is a round of start-up {round["org_id"]}; explain that.";
        }

        LifeRow organisation = ledger[Table.Organizations].Rows.FirstOrDefault(row => row["org_id"]!.StartsWith(id, StringComparison.Ordinal));
        return organisation.Table is null ? null
            : $"'{organisation["org_id"]}' is {(organisation["kind"] is "anchor" or "incumbent" ? "an" : "a")} {organisation["kind"]} that stands from start to end; lives are told of people (p…) and start-ups (s…). 'ecosim explain RESULTS' without an identity lists some.";
    }

    private static string Unknown(string typed, string[] known, string folder)
    {
        string near = NearestName.Among(typed, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"'{folder}' knows no person or start-up '{typed}'. Identities are those of its ledger, such as {known.FirstOrDefault(id => id[0] == 's') ?? "s…"} (start-up) or "
            + $"{known.FirstOrDefault(id => id[0] == 'p') ?? "p…"} (person); 'ecosim explain {folder}' lists some worth telling.{near}";
    }
}
