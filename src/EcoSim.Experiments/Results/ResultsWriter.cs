using System.Text;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Results;

/// <summary>Writes everything that a run leaves behind.</summary>
public static class ResultsWriter
{
    public const string ResolvedScenarioName = "scenario.resolved.json";

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The replicates.</param>
    /// <param name="tables">Their tables.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for neither.</param>
    public static void Write(ResultsFolder folder, EnsembleResult result, ResultTables tables, RunCircumstances how, Action<string>? illustrate = null) =>
        folder.Replace(staging => WriteFiles(staging, result, tables, how, illustrate));

    private static void WriteFiles(string folder, EnsembleResult result, ResultTables tables, RunCircumstances how, Action<string>? illustrate)
    {
        Scenario scenario = result.Scenario;
        File.WriteAllText(Path.Combine(folder, ResolvedScenarioName), ScenarioWriter.Write(scenario), new UTF8Encoding(false));
        WriteLarge(folder, result.Replicates, scenario.Plan.Parameters.Run.Start, how.Format);

        WriteBytes(folder, SummaryCsv.Name, SummaryCsv.Format(tables.Summary));
        if (tables.Fostered.Count > 0)
        {
            WriteBytes(folder, FosteredCsv.Name, FosteredCsv.Format(tables.Fostered));
        }

        WriteBytes(folder, ValueCsv.Name, ValueCsv.Format(tables.Value));
        illustrate?.Invoke(folder);
        using FileStream file = File.Create(Path.Combine(folder, Manifest.FileName));
        ManifestText.Write(file, ManifestOf(folder, result, how), result, how);
    }

    private static void WriteLarge(string folder, IReadOnlyList<RunResult> replicates, CalendarMonth start, TableFormat format)
    {
        bool parquet = format == TableFormat.Parquet;
        string ledger = Path.Combine(folder, LedgerCsv.Folder);
        using FileStream series = File.Create(Path.Combine(folder, parquet ? SeriesParquet.Name : SeriesCsv.Name));
        if (parquet)
        {
            SeriesParquet.Write(series, ["replicate"], replicates.Select(run => new KeyedSeries([run.Replicate], run.Series)), start);
            LedgerParquet.Write(ledger, replicates);
        }
        else
        {
            SeriesCsv.Write(series, replicates, start);
            LedgerCsv.Write(ledger, replicates);
        }
    }

    private static Manifest ManifestOf(string folder, EnsembleResult result, RunCircumstances how) => new()
    {
        Name = result.Scenario.Name,
        ContentHash = ContentHash.Of(result.Scenario.Plan),
        Version = ProgramVersion.Text,
        ModelBuild = ProgramVersion.ModelBuild,
        Ledger = how.Options.Ledger,
        Checked = how.Options.Check,
        ReplicatesDone = result.Replicates.Count,
        Complete = !result.Interrupted && result.Failures.Count == 0,
        Files = FilesIn(folder),
    };

    private static IReadOnlyList<(string, long)> FilesIn(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != Manifest.FileName)
            .Select(file => (Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    private static void WriteBytes(string folder, string name, ReadOnlyMemory<byte> bytes) =>
        File.WriteAllBytes(Path.Combine(folder, name), bytes.Span);
}

/// <summary>The small tables of a result, computed or read back.</summary>
/// <param name="Summary">Every outcome over the replicates.</param>
/// <param name="Fostered">What the anchor fostered; empty when no pair was run.</param>
/// <param name="Value">What the headline is made of; empty in a result of an earlier version, which did not write it.</param>
public sealed record ResultTables(IReadOnlyList<SummaryRow> Summary, IReadOnlyList<FosteredRow> Fostered, IReadOnlyList<ValueRow> Value)
{
    public static ResultTables Of(EnsembleResult result) =>
        new(SummaryCsv.Of(result.Replicates), FosteredCsv.Of(result.Replicates, result.WithoutAnchor), ValueCsv.Of(result.Replicates, result.WithoutAnchor));

    /// <summary>The tables of an earlier run in its folder.</summary>
    public static ResultTables Read(string folder)
    {
        string fostered = Path.Combine(folder, FosteredCsv.Name), value = Path.Combine(folder, ValueCsv.Name);
        return new ResultTables(
            SummaryCsv.Read(Path.Combine(folder, SummaryCsv.Name)),
            File.Exists(fostered) ? FosteredCsv.Read(fostered) : [],
            File.Exists(value) ? ValueCsv.Read(value) : []);
    }
}
