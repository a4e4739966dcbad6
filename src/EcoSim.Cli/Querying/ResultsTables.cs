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

    private readonly DuckDBConnection _connection;
    private readonly SortedDictionary<string, string> _files;

    /// <summary>Rows may still come from a command after its reader has been handed out, and it can be ended until then.</summary>
    private readonly List<IDisposable> _commands = [];

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
        using ResultsTables tables = Open(folder, request, _ => true, locked: false);
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

    /// <summary>Opens the tables that a query names; a folder that is not there or has none is refused.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="request">What it may take.</param>
    /// <param name="sql">The query; null for all tables, of which only names and rows are asked.</param>
    public static ResultsTables Open(string folder, QueryRequest request, string? sql) =>
        sql is null ? Open(folder, request, _ => false, locked: true) : Open(folder, request, NamedTables.Of(sql), locked: true);

    /// <summary>Opens the tables of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="request">What it may take.</param>
    /// <param name="typed">Tables whose CSV files are looked through for the kinds of their columns.</param>
    /// <param name="locked">Nothing else can be read or written.</param>
    private static ResultsTables Open(string folder, QueryRequest request, Func<string, bool> typed, bool locked)
    {
        if (!Directory.Exists(folder))
        {
            throw new RefusedException(MissingResult.Text(folder));
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
            tables.Prepare(Path.GetFullPath(folder), request, typed, locked);
            return tables;
        }
        catch (DuckDBException failed)
        {
            connection.Dispose();
            throw new RefusedException($"'{folder}' cannot be read: {failed.Message}");
        }
    }

    /// <summary>Answers a query. One that would write is refused: the folder is open to DuckDB, and <c>copy … to</c> could replace a result.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancel">Ends it.</param>
    public DbDataReader Ask(string sql, CancellationToken cancel)
    {
        if (IsNoSelect(sql))
        {
            throw new RefusedException(QueryMistake.NoSelect(sql));
        }

        return Read(sql, cancel);
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

    private DbDataReader Read(string sql, CancellationToken cancel = default)
    {
        DuckDBCommand command = _connection.CreateCommand();
        _commands.Add(command);
        _commands.Add(cancel.Register(command.Cancel));
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

    public void Dispose()
    {
        for (int i = _commands.Count - 1; i >= 0; i--)
        {
            _commands[i].Dispose();
        }

        _connection.Dispose();
    }

    /// <summary>Files by the names of their tables: the file's own, and with its folder's before it where two files in different folders have the same.</summary>
    private static SortedDictionary<string, string> Find(string folder)
    {
        // The folder itself comes first and the ledger next, so that theirs are the plain names.
        var order = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .Where(file => Path.GetExtension(file) is Csv or Parquet)
            .Select(file => (File: file, In: Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/')))
            .OrderBy(found => found.In == "." ? 0 : found.In == LedgerCsv.Folder ? 1 : 2).ThenBy(found => found.File, StringComparer.Ordinal);
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, string place) in order)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (tables.TryGetValue(name, out string? other) && Path.GetDirectoryName(other) != Path.GetDirectoryName(Path.GetFullPath(file)))
            {
                name = $"{place.Replace('/', '_')}_{name}";
            }

            // Written from the CSV file, a Parquet file is the quicker one of two, unless the other has been written anew.
            if (Path.GetExtension(file) == Csv || !tables.TryGetValue(name, out string? csv) || File.GetLastWriteTimeUtc(file) >= File.GetLastWriteTimeUtc(csv))
            {
                tables[name] = Path.GetFullPath(file);
            }
        }

        return tables;
    }

    /// <summary>Makes a view of each file, then locks everything else out.</summary>
    private void Prepare(string folder, QueryRequest request, Func<string, bool> typed, bool locked)
    {
        Do($"set threads = {request.Threads}");
        Do($"set memory_limit = '{request.Megabytes}MB'");
        Do($"set temp_directory = {Text(Path.Combine(Path.GetTempPath(), $"ecosim-query-{Environment.ProcessId}"))}");
        foreach ((string name, string file) in _files)
        {
            // All rows are looked at for a column's type: one that is empty, or whole numbers, for long may be something else at its end. That
            // takes as long as to read the file, so it is left out for tables of which no column is asked.
            string kinds = typed(name) ? "sample_size = -1" : "all_varchar = true";
            string source = Path.GetExtension(file) == Csv ? $"read_csv({Text(file)}, header = true, {kinds})" : $"read_parquet({Text(file)})";
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
