namespace EcoSim.Cli.Querying;

/// <summary>Which tables a query may read, told from its text.</summary>
internal static class NamedTables
{
    /// <summary>Words of queries about the tables themselves, which may ask for the columns of any.</summary>
    private static readonly string[] OfAll = ["show", "information_schema", "duckdb_columns", "duckdb_views", "duckdb_tables", "sqlite_master", "pg_catalog"];

    /// <summary>
    /// True for tables whose name stands in the query as a word of its own. That it may stand there as a column or in a string costs time, never an answer.
    /// </summary>
    public static Func<string, bool> Of(string sql) =>
        Array.Exists(OfAll, word => StandsIn(sql, word)) ? _ => true : name => StandsIn(sql, name);

    private static bool StandsIn(string sql, string name)
    {
        for (int at = sql.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = sql.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + name.Length;
            if ((at == 0 || !IsPartOfWord(sql[at - 1])) && (end == sql.Length || !IsPartOfWord(sql[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
