using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.Querying;

/// <summary>Says what is wrong with a query, and which name was perhaps meant.</summary>
internal static partial class QueryMistake
{
    public static string Explain(DuckDBException failed, ResultsTables tables)
    {
        if (UnknownTable().Match(failed.Message) is { Success: true } match)
        {
            string name = match.Groups[1].Value;
            string meant = NearestName.Among(name, tables.Names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            return $"SQL: no table '{name}' in this folder; there are {string.Join(", ", tables.Names)}.{meant}";
        }

        return $"SQL: {failed.Message.Trim()}";
    }

    [GeneratedRegex("Table with name (\\S+) does not exist")]
    private static partial Regex UnknownTable();
}
