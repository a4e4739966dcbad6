using System.Data.Common;
using DuckDB.NET.Data;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Querying;

/// <summary>How rows are written.</summary>
public enum QueryFormat
{
    /// <summary>Aligned columns for a person.</summary>
    Table,

    /// <summary>Comma-separated, a header first.</summary>
    Csv,

    /// <summary>An array of objects.</summary>
    Json,
}

/// <summary>What the options of <c>query</c> ask for.</summary>
/// <param name="Format">How rows are written.</param>
/// <param name="Limit">Rows shown of a table; 0 for all.</param>
/// <param name="Megabytes">Memory that the query may take.</param>
/// <param name="Threads">Threads; the order of sums, and so their last bits, depends on it.</param>
/// <param name="Pack">Write the CSV files as Parquet first.</param>
public sealed record QueryRequest(QueryFormat Format, int Limit, int Megabytes, int Threads, bool Pack = false);

/// <summary>Asks a results folder in SQL.</summary>
public sealed class QuerySession(QueryRequest request, Terminal terminal)
{
    /// <summary>Answers a query, or lists the tables where none is given. A folder or query that cannot be read is refused.</summary>
    public ExitStatus Run(string named, string? sql, CancellationToken cancel = default)
    {
        string folder = NamedResult.Find(named, terminal.Error);
        if (request.Pack)
        {
            terminal.Error.WriteLine($"Written: {ResultsTables.Pack(folder, request).Count} Parquet files, beside the CSV files.");
        }

        bool lists = string.IsNullOrWhiteSpace(sql);
        using ResultsTables tables = ResultsTables.Open(folder, request, lists ? null : sql);
        if (lists)
        {
            List(tables);
            return ExitStatus.Done;
        }

        try
        {
            using DbDataReader rows = tables.Ask(sql!, cancel);
            QueryOutput.Write(terminal, rows, request);
        }
        catch (DuckDBException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (DuckDBException failed)
        {
            throw new RefusedException(QueryMistake.Explain(failed, tables));
        }

        return ExitStatus.Done;
    }

    private void List(ResultsTables tables)
    {
        TextColumns.Write(
            terminal.Output, ["table", "rows", "columns"],
            tables.Names.Select(name => new[] { name, tables.Count(name).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), Short(tables.Columns(name)) }), 1);
        terminal.Error.WriteLine("Ask for example: ecosim query RESULTS \"select * from TABLE limit 5\"; 'describe TABLE' lists all columns of one.");
    }

    private static string Short(IReadOnlyList<string> columns)
    {
        const int Shown = 8;
        return string.Join(", ", columns.Take(Shown)) + (columns.Count > Shown ? $", and {columns.Count - Shown} more" : "");
    }
}
