using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Observation;

namespace EcoSim.Cli.Describing;

/// <summary>The tables and columns of the ledger.</summary>
internal static class LedgerDescription
{
    /// <summary>Writes the tables and what a row of each is, or the columns of the table asked for.</summary>
    public static ExitStatus Write(Terminal terminal, string? name)
    {
        if (name is null)
        {
            terminal.Output.WriteLine(
                "Tables of the ledger, in the folder 'ledger' of a result. Each begins with the column replicate; months count from the\n"
                + "first recorded one, 0; an empty cell is missing. 'ecosim describe ledger TABLE' tells the columns of one.\n");
            TextColumns.Write(terminal.Output, ["table", "a row is"], LedgerDictionary.Tables.Select(table => new[] { table.Name, table.Row }));
            return ExitStatus.Done;
        }

        if (LedgerDictionary.Tables.FirstOrDefault(table => table.Name == Path.GetFileNameWithoutExtension(name)) is not { } chosen)
        {
            string meant = NearestName.Among(name, LedgerDictionary.Tables.Select(table => table.Name)) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            terminal.Error.WriteLine($"ecosim: the ledger has no table '{name}'.{meant} It has {string.Join(", ", LedgerDictionary.Tables.Select(table => table.Name))}.");
            return ExitStatus.Invalid;
        }

        terminal.Output.WriteLine($"{chosen.Name}.csv. {chosen.Row}\n");
        TextColumns.Write(terminal.Output, ["column", "unit", "meaning"], chosen.Columns.Select(column => new[] { column.Name, column.Unit, column.Meaning }));
        return ExitStatus.Done;
    }
}
