using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Querying;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim query RESULTS [SQL]</c></summary>
internal static class QueryCommand
{
    private const int UsualLimit = 40;
    private const int UsualMemory = 1024;
    private const int LeastMemory = 64;
    private const int MostThreads = 256;

    private const string Meaning = "Ask a results folder in SQL (DuckDB): every CSV or Parquet file in it and in its subfolders is a table by its name. Without SQL, list the tables.";

    private const string Examples =
        """
          ecosim query results/baseline
          ecosim query results/baseline "select origin, count(*) from organizations where kind = 'startup' and hub = 'home' group by origin"
          ecosim query results/baseline "select month, avg(ecosystem_value) from series group by month order by month" --format csv
          ecosim query results/sweep-first-try "select * from runs join design using (point) limit 5"
        """;

    public static Command Build(Terminal terminal, CancellationToken cancel)
    {
        var results = new Argument<string>("RESULTS") { Description = "Results folder of any command; the name alone will do for one in 'results'." };
        var sql = new Argument<string?>("SQL") { Description = "A query; nothing can be changed by it.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string?>("--format") { HelpName = "table|csv|json", Description = "How rows are written; table unless given." };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Format(text) is null)
            {
                result.AddError($"--format: found '{text}'; allowed is table, csv or json.");
            }
        });
        Option<string?> limit = Whole("--limit", "N", $"Rows shown of a table; {UsualLimit} unless given, 0 for all.", 0, int.MaxValue);
        Option<string?> memory = Whole("--memory", "MB", $"Memory for the query; {UsualMemory} unless given. Larger work goes to temporary files.", LeastMemory, 1 << 24);
        Option<string?> threads = Whole("--threads", "N", "Threads; 1 unless given, so that sums repeat to the last bit.", 1, MostThreads);
        var pack = new Option<bool>("--parquet") { Description = "First write every CSV file as a Parquet file (zstd) beside it, for large results, pandas, R and DuckDB; tables are read from these." };
        var command = new CommandWithExamples("query", Meaning, Examples) { results, sql, format, limit, memory, threads, pack };
        command.SetAction(parsed => (int)new QuerySession(
            new QueryRequest(Format(parsed.GetValue(format) ?? "table") ?? QueryFormat.Table, Read(parsed.GetValue(limit), UsualLimit), Read(parsed.GetValue(memory), UsualMemory), Read(parsed.GetValue(threads), 1), parsed.GetValue(pack)),
            terminal).Run(parsed.GetValue(results)!, parsed.GetValue(sql), cancel));
        return command;
    }

    private static QueryFormat? Format(string text) => text switch
    {
        "table" => QueryFormat.Table,
        "csv" => QueryFormat.Csv,
        "json" => QueryFormat.Json,
        _ => null,
    };

    private static Option<string?> Whole(string name, string help, string description, int least, int most)
    {
        var option = new Option<string?>(name) { HelpName = help, Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && (Parsed(text) is not { } number || number < least || number > most))
            {
                result.AddError($"{name}: found '{text}'; allowed is a whole number from {least} to {most}.");
            }
        });
        return option;
    }

    private static int Read(string? text, int usual) => text is null ? usual : Parsed(text) ?? usual;

    private static int? Parsed(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
