using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Experiments.Comparison;

/// <summary>Reads a world from the folder that <c>run</c> left behind.</summary>
public static class WorldFolder
{
    private const string Again = "Run the scenario again with --force.";

    /// <summary>The world in a folder; throws <see cref="RefusedException"/> naming the file that is missing or damaged.</summary>
    public static ComparedWorld Read(string folder)
    {
        string manifestFile = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(manifestFile))
        {
            throw new RefusedException($"'{folder}' has no {Manifest.FileName}, so it is no result of 'ecosim run'. Name a scenario, or a folder such as results/baseline.");
        }

        Manifest manifest = ManifestText.Read(manifestFile) ?? throw new RefusedException($"'{manifestFile}' is damaged: it cannot be read as a manifest. {Again}");
        string scenarioFile = Whole(folder, manifest, ResultsWriter.ResolvedScenarioName);
        bool parquet = manifest.Has(TableFormat.Parquet);
        string seriesFile = Whole(folder, manifest, parquet ? SeriesParquet.Name : SeriesCsv.Name);
        Scenario scenario = ReadScenario(scenarioFile, manifest);
        int months = scenario.Plan.Parameters.Run.Months;
        IReadOnlyList<RunResult> replicates = parquet ? SeriesParquet.Read(seriesFile, months) : SeriesText.Read(seriesFile, months);
        if (replicates.Count != manifest.ReplicatesDone)
        {
            throw new RefusedException($"'{seriesFile}' is damaged: found {replicates.Count} replicates where {Manifest.FileName} says {manifest.ReplicatesDone}. {Again}");
        }

        return new ComparedWorld(scenario.Name, folder, scenario, replicates, manifest.Version, manifest.ModelBuild);
    }

    /// <summary>The world of a scenario when a folder already holds it whole, with at least its replicates; null when it must be run.</summary>
    public static ComparedWorld? Find(string folder, Scenario scenario, EnsembleOptions options)
    {
        bool serves = ManifestText.Read(Path.Combine(folder, Manifest.FileName)) is { } manifest
            && manifest.Serves(scenario, options, ContentHash.Of(scenario.Plan));
        if (!serves)
        {
            return null;
        }

        ComparedWorld world = Read(folder);
        int asked = scenario.Plan.Parameters.Run.Replicates;
        return world with { Scenario = scenario, Replicates = [.. world.Replicates.Where(run => run.Replicate < asked)] };
    }

    private static string Whole(string folder, Manifest manifest, string name)
    {
        string path = Path.Combine(folder, name);
        (string Name, long Bytes) listed = manifest.Files.FirstOrDefault(file => file.Name == name);
        if (listed.Name is null)
        {
            throw new RefusedException($"'{folder}' is not a result of 'ecosim run': its {Manifest.FileName} lists no {name}. Name the folder of a run.");
        }

        var found = new FileInfo(path);
        return !found.Exists ? throw new RefusedException($"'{path}' is missing, though {Manifest.FileName} lists it. {Again}")
            : found.Length != listed.Bytes ? throw new RefusedException($"'{path}' is damaged: found {found.Length} bytes where {Manifest.FileName} says {listed.Bytes}. {Again}")
            : path;
    }

    private static Scenario ReadScenario(string path, Manifest manifest)
    {
        bool sameBuild = manifest.Version == ProgramVersion.Text && manifest.ModelBuild == ProgramVersion.ModelBuild;
        ScenarioReading reading = ScenarioReader.Read(path, []);
        if (reading.Scenario is not { } scenario)
        {
            Problem first = reading.Problems[0];
            string why = sameBuild ? "is damaged" : $"was written by another version ({manifest.Version}) and cannot be read by this one ({ProgramVersion.Text})";
            throw new RefusedException($"'{path}' {why}: {first.Path}: found {first.Found}. {Again}");
        }

        return sameBuild && ContentHash.Of(scenario.Plan) != manifest.ContentHash
            ? throw new RefusedException($"'{path}' was changed after the run: its content hash is not that of {Manifest.FileName}. {Again}")
            : scenario;
    }
}
