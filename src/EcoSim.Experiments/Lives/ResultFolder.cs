using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Experiments.Lives;

/// <summary>A folder that <c>run</c> left behind, opened to tell lives from it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Scenario">Its scenario, with everything it inherits.</param>
public sealed record ResultFolder(string Path, Manifest Manifest, Scenario Scenario)
{
    internal const string Again = "Run the scenario again with --force.";

    /// <summary>True when this program would simulate the same lives again, month by month.</summary>
    public bool CanBeRelived =>
        Manifest.Version == ProgramVersion.Text && Manifest.ModelBuild == ProgramVersion.ModelBuild && Manifest.ContentHash == ContentHash.Of(Scenario.Plan);

    /// <summary>Opens a folder; throws <see cref="RefusedException"/> naming the file that is missing or damaged.</summary>
    public static ResultFolder Open(string folder)
    {
        string manifestFile = System.IO.Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(manifestFile))
        {
            throw new RefusedException(
                Directory.Exists(folder)
                    ? $"'{folder}' has no {Manifest.FileName}, so it is no result of 'ecosim run'. Name a folder such as results/baseline."
                    : MissingResult.Text(folder));
        }

        Manifest manifest = ManifestText.Read(manifestFile) ?? throw new RefusedException($"'{manifestFile}' is damaged: it cannot be read as a manifest. {Again}");
        string scenarioFile = System.IO.Path.Combine(folder, ResultsWriter.ResolvedScenarioName);
        if (!File.Exists(scenarioFile))
        {
            throw new RefusedException($"'{folder}' has no {ResultsWriter.ResolvedScenarioName}: lives are told from a result of 'ecosim run', such as results/baseline.");
        }

        ScenarioReading reading = ScenarioReader.Read(scenarioFile, []);
        if (reading.Scenario is not { } scenario)
        {
            Problem first = reading.Problems[0];
            throw new RefusedException($"'{scenarioFile}' cannot be read by this version: {first.Path}: found {first.Found}. {Again}");
        }

        return new ResultFolder(folder, manifest, scenario);
    }

    /// <summary>Replicates whose ledger the folder holds as text, by the manifest; one written as Parquet is simulated again, which is as quick.</summary>
    public bool HasLedger(int replicate) =>
        Manifest.Files.Any(file => file.Name.StartsWith(LedgerCsv.Folder + "/", StringComparison.Ordinal) && file.Name.EndsWith(".csv", StringComparison.Ordinal))
        && (Manifest.Ledger == LedgerScope.All ? replicate < Manifest.ReplicatesDone : Manifest.Ledger == LedgerScope.First && replicate == 0);

    /// <summary>The ledger of a replicate as the folder holds it.</summary>
    public ReplicateLedger ReadLedger(int replicate)
    {
        RunParameters setup = Scenario.Plan.Parameters.Run;
        return new ReplicateLedger(replicate, setup, name => Whole(name) is { } file ? new WrittenTable(file, replicate) : null);
    }

    /// <summary>The same ledger, or one that was not kept, by simulating the replicate again.</summary>
    public ReplicateLedger RelivedLedger(int replicate, CancellationToken cancel) =>
        new(new Simulation(Scenario.Plan, replicate, new RunOptions(Ledger: true)).Run(cancel), Scenario.Plan.Parameters.Run);

    /// <summary>The file of a table; null when the result has none.</summary>
    private string? Whole(string table)
    {
        string name = $"{LedgerCsv.Folder}/{table}.csv";
        string path = System.IO.Path.Combine(Path, LedgerCsv.Folder, table + ".csv");
        (string Name, long Bytes) listed = Manifest.Files.FirstOrDefault(file => file.Name == name);
        var found = new FileInfo(path);
        return listed.Name is null ? null
            : !found.Exists ? throw new RefusedException($"'{path}' is missing, though {Manifest.FileName} lists it. {Again}")
            : found.Length != listed.Bytes ? throw new RefusedException($"'{path}' is damaged: found {found.Length} bytes where {Manifest.FileName} says {listed.Bytes}. {Again}")
            : path;
    }
}
