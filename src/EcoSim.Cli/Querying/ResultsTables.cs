using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Querying;

/// <summary>The files of a results folder as tables in memory of DuckDB, which reads them where they lie.</summary>
internal sealed class ResultsTables : IDisposable
{
    private const string Csv = ".csv", Parquet = ".parquet";

    private const int RowsLookedAt = 200_000;

    private readonly DuckDBConnection _connection;
    private readonly SortedDictionary<string, string> _files;

    private ResultsTables(DuckDBConnection connection, SortedDictionary<string, string> files)
    {
        _connection = connection;
        _files = files;
    }

    /// <summary>Names of the tables, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>Writes each CSV file of a folder as a Parquet file beside it, and returns their paths; a file is there whole or not at all.</summary>
    public static IReadOnlyList<string> Pack(string folder, QueryRequest request)
    {
        using ResultsTables tables = Open(folder, request, locked: false);
        var written = new List<string>();
        foreach ((string name, string file) in tables._files.Where(table => Path.GetExtension(table.Value) == Csv))
        {
            string target = Path.ChangeExtension(file, Parquet);
            string partial = $"{target}.{Environment.ProcessId}.partial";
            try
            {
                tables.Do($"copy (select * from {Quoted(name)}) to {Text(partial)} (format parquet, compression zstd)");
                File.Move(partial, target, overwrite: true);
            }
            catch (Exception failed) when (failed is DuckDBException or IOException or UnauthorizedAccessException)
            {
                File.Delete(partial);
                throw new RefusedException($"'{target}' cannot be written: {failed.Message.Trim()}");
            }

            written.Add(target);
        }

        return written;
    }

    /// <summary>Opens the tables of a folder; a folder that is not there or has none is refused.</summary>
    public static ResultsTables Open(string folder, QueryRequest request, bool locked = true)
    {
        if (!Directory.Exists(folder))
        {
            throw new RefusedException($"'{folder}': no such folder. Name a results folder, such as results/baseline.");
        }

        SortedDictionary<string, string> files = Find(folder);
        if (files.Count == 0)
        {
            throw new RefusedException($"'{folder}' has no CSV or Parquet file. Name a results folder, such as results/baseline.");
        }

        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            var tables = new ResultsTables(connection, files);
            tables.Prepare(Path.GetFullPath(folder), request, locked);
            return tables;
        }
        catch (DuckDBException failed)
        {
            connection.Dispose();
            throw new RefusedException($"'{folder}' cannot be read: {failed.Message}");
        }
    }

    /// <summary>Answers a query. One that would write is refused: the folder is open to DuckDB, and <c>copy … to</c> could replace a result.</summary>
    public DbDataReader Ask(string sql)
    {
        if (IsNoSelect(sql))
        {
            throw new RefusedException($"SQL: a query only reads results, so it must be a select; this one is not. Use --format csv or json and redirect the output to keep rows.");
        }

        return Read(sql);
    }

    /// <summary>Whether a text is no select, by DuckDB's own parser; false for one that is no SQL at all, which says so when it is run.</summary>
    private bool IsNoSelect(string sql)
    {
        using DbDataReader parsed = Read($"select json_serialize_sql({Text(sql)}) as parsed");
        parsed.Read();
        using JsonDocument answer = JsonDocument.Parse(parsed.GetString(0));
        JsonElement found = answer.RootElement;
        return found.GetProperty("error").GetBoolean() && found.GetProperty("error_type").GetString() != "parser";
    }

    private DbDataReader Read(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    /// <summary>Rows of a table.</summary>
    public long Count(string table)
    {
        using DbDataReader reader = Read($"select count(*) from {Quoted(table)}");
        return reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Names of a table's columns, in order.</summary>
    public IReadOnlyList<string> Columns(string table)
    {
        using DbDataReader reader = Read($"select * from {Quoted(table)} limit 0");
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    public void Dispose() => _connection.Dispose();

    private static SortedDictionary<string, string> Find(string folder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string[] places = [folder, Path.Combine(folder, "ledger")];
        foreach (string file in places.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal))
        {
            // Written from the CSV file, a Parquet file is the quicker one of two, unless the other has been written anew.
            string name = Path.GetFileNameWithoutExtension(file);
            if (Path.GetExtension(file) == Csv
                || (Path.GetExtension(file) == Parquet && (!found.TryGetValue(name, out string? csv) || File.GetLastWriteTimeUtc(file) >= File.GetLastWriteTimeUtc(csv))))
            {
                found[name] = Path.GetFullPath(file);
            }
        }

        return found;
    }

    /// <summary>Makes a view of each file, then locks everything else out.</summary>
    private void Prepare(string folder, QueryRequest request, bool locked)
    {
        Do($"set threads = {request.Threads}");
        Do($"set memory_limit = '{request.Megabytes}MB'");
        Do($"set temp_directory = {Text(Path.Combine(Path.GetTempPath(), $"ecosim-query-{Environment.ProcessId}"))}");
        foreach ((string name, string file) in _files)
        {
            // Many rows are looked at for a column's type: a column that is empty for long is not text for that reason.
            string source = Path.GetExtension(file) == Csv ? $"read_csv({Text(file)}, header = true, sample_size = {RowsLookedAt})" : $"read_parquet({Text(file)})";
            Do($"create view {Quoted(name)} as select * from {source}");
        }

        if (!locked)
        {
            return;
        }

        Do($"set allowed_directories = [{Text(folder + Path.DirectorySeparatorChar)}]");
        Do("set enable_external_access = false");
        Do("set lock_configuration = true");
    }

    private void Do(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
