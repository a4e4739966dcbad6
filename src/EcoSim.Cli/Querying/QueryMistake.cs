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

        return OutsideFile().Match(failed.Message) is { Success: true } file && ForFile(file.Groups[1].Value, tables) is { } table ? table : $"SQL: {failed.Message.Trim()}";
    }

    /// <summary>Why a text that is no select is refused. Nor is a pivot that does not name its values: DuckDB makes two statements of it, the first of which writes.</summary>
    public static string NoSelect(string sql) => Pivot().IsMatch(sql)
        ? "SQL: a pivot must name its values, as in: pivot TABLE on COLUMN in ('a', 'b') using first(value)"
        : "SQL: a query only reads results, so it must be a select; this one is not. Use --format csv or json and redirect the output to keep rows.";

    /// <summary>A query reads tables, of which each file of the folder is one; null when no file is meant that the folder has.</summary>
    private static string? ForFile(string file, ResultsTables tables)
    {
        string stem = Path.GetFileNameWithoutExtension(file);
        string? table = tables.Names.FirstOrDefault(name => name.Equals(stem, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Among(stem, tables.Names);
        return table is null ? null
            : $"SQL: a query names tables, not files such as '{file}'; {(table == stem ? "that one" : "the nearest")} is the table {table}: select * from {table}";
    }

    [GeneratedRegex("Table with name (\\S+) does not exist")]
    private static partial Regex UnknownTable();

    [GeneratedRegex(@"\bpivot\b(?!.*\bin\s*\()", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Pivot();

    [GeneratedRegex("Cannot access file \"([^\"]+)\"")]
    private static partial Regex OutsideFile();
}
