using System.Text.Json;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>Writes the folder of a sweep, except its figures.</summary>
public static class SweepFolder
{
    public const string Command = "sweep";

    /// <summary>What tells runs apart in the table of series.</summary>
    internal static readonly string[] SeriesKeys = ["point", "replicate"];

    /// <summary>Name of the folder: <c>sweep-NAME</c>, and for a part of the runs <c>sweep-NAME-shard-2-of-3</c>.</summary>
    public static string NameOf(string experiment, Shard shard) =>
        $"{Command}-{experiment}{(shard.IsWhole ? "" : $"-shard-{shard.Number}-of-{shard.Of}")}";

    /// <summary>Replaces the folder by this sweep, or a part of it, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="worlds">The worlds.</param>
    /// <param name="outcomes">Their outcomes.</param>
    /// <param name="shard">Which part.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for none.</param>
    /// <param name="series">The series of the runs; null where only outcomes are wanted.</param>
    /// <param name="interactions">How one parameter's effect depends on the other in a grid of two; none for any other design.</param>
    public static void Write(
        ResultsFolder folder, SweepWorlds worlds, SweepOutcomes outcomes, Shard shard, RunCircumstances how, Action<string>? illustrate = null,
        SweepSeries? series = null, IReadOnlyList<Interaction>? interactions = null) => folder.Replace(staging =>
    {
        Put(staging, SweepCsv.DesignName, file => SweepCsv.WriteDesign(file, worlds.Table));
        Put(staging, SweepCsv.RunsName, file => SweepCsv.WriteRuns(file, worlds.Experiment.Outcomes.Select(outcome => outcome.Name), SweepRows.Of(worlds, outcomes, shard)));
        if (shard.IsWhole)
        {
            Put(staging, SweepCsv.SummaryName, file => SweepCsv.WriteSummary(file, worlds.Experiment.Outcomes, SweepRows.Of(worlds, outcomes, shard)));
        }

        PutInteractions(staging, interactions ?? []);
        Experiment experiment = worlds.Experiment;
        if (series is not null)
        {
            PutSeries(staging, series.Rows(shard), experiment.Scenario.Plan.Parameters.Run.Start);
        }

        var description = new SweepDescription
        {
            Experiment = experiment.Name,
            Question = experiment.Scenario.Question,
            Design = experiment.Design.ToString(),
            Parameters = [.. worlds.Table.Parameters.Select(parameter => parameter.Path)],
            Outcomes = [.. experiment.Outcomes.Select(outcome => outcome.Name)],
            Points = worlds.Points,
            Replicates = outcomes.Replicates,
            Seed = experiment.Scenario.Plan.Parameters.Run.Seed,
            DesignSeed = experiment.DesignSeed,
            Months = experiment.Scenario.Plan.Parameters.Run.Months,
            Worlds = worlds.Count,
            Shard = shard,
        };
        illustrate?.Invoke(staging);
        int owned = Enumerable.Range(0, outcomes.Runs).Count(shard.Owns);
        WriteManifest(staging, description, worlds.Hash, outcomes.Failed, owned, how);
    });

    /// <summary>The manifest of a sweep beside its tables.</summary>
    public static void WriteManifest(string staging, SweepDescription sweep, string hash, int failed, int runs, RunCircumstances how)
    {
        var manifest = new Manifest
        {
            Name = NameOf(sweep.Experiment, sweep.Shard),
            ContentHash = hash,
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = sweep.Replicates,
            Complete = failed == 0,
            Files = [],
            Inputs = [new(ResultInput.Design, "", hash)],
        };
        DerivedManifest.Write(staging, Command, manifest, how, json =>
        {
            sweep.Write(json);
            json.WriteNumber("runs", runs);
            json.WriteNumber("runs_failed", failed);
            json.WriteString("interval", "95 % Student over the replicates of a point");
            json.WriteString("luck", "replicate r has the same luck at every point");
        });
    }

    /// <summary><c>series.parquet</c>: a row per point, replicate and month.</summary>
    internal static void PutSeries(string staging, IEnumerable<KeyedSeries> rows, CalendarMonth start) =>
        Put(staging, SeriesParquet.Name, file => SeriesParquet.Write(file, SeriesKeys, rows, start));

    /// <summary><c>interaction.csv</c>, where there is any.</summary>
    internal static void PutInteractions(string staging, IReadOnlyList<Interaction> interactions)
    {
        if (interactions.Count > 0)
        {
            Put(staging, InteractionCsv.Name, file => InteractionCsv.Write(file, interactions));
        }
    }

    internal static void Put(string staging, string name, Action<Stream> write)
    {
        using FileStream file = File.Create(Path.Combine(staging, name));
        write(file);
    }
}
