using System.Text.Json;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Calibration;

/// <summary>Writes the folder of a calibration or of its recovery, except figures and page.</summary>
public static class CalibrationFolder
{
    public const string Command = "calibrate";

    public static string NameOf(string calibration) => $"{Command}-{calibration}";

    /// <summary>Name of the folder of trials.</summary>
    public static string RecoveryNameOf(string calibration) => $"{NameOf(calibration)}-recovery";

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The calibration.</param>
    /// <param name="failed">Points that failed.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for none.</param>
    public static void Write(ResultsFolder folder, CalibrationResult result, int failed, RunCircumstances how, Action<string>? illustrate = null) => folder.Replace(staging =>
    {
        Put(staging, CalibrationCsv.Posterior, CalibrationCsv.PosteriorOf(result));
        Put(staging, CalibrationCsv.Identified, CalibrationCsv.IdentificationOf(result));
        Put(staging, CalibrationCsv.Parameters, CalibrationCsv.ParametersOf(result));
        Put(staging, CalibrationCsv.Fit, CalibrationCsv.FitOf(result));
        Put(staging, CalibrationCsv.Waves, CalibrationCsv.WavesOf(result));
        File.WriteAllText(Path.Combine(staging, CalibratedScenario.FileName), CalibratedScenario.Write(result, Path.GetFullPath(folder.Path)));
        illustrate?.Invoke(staging);
        WriteManifest(staging, NameOf(result.Task.Name), result.Task, failed, how, json =>
        {
            json.WriteNumber("points_simulated", result.Points);
            WriteFinite(json, "distance_before", result.DistanceBefore);
            WriteFinite(json, "distance_before_error", result.DistanceBeforeError);
            WriteFinite(json, "distance_after", result.DistanceAfter);
            WriteFinite(json, "distance_after_error", result.DistanceAfterError);
            json.WriteBoolean("fits_worse", result.IsWorse);
            json.WriteBoolean("posterior_tells", result.PosteriorTells);
            WriteFinite(json, "condition", result.Identification.Condition);
            json.WriteStartArray("singular_values");
            foreach (double value in result.Identification.SingularValues)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteNumber("directions_told", result.Identification.Directions);
            json.WriteStartArray("not_pinned_down");
            foreach (ParameterFit fit in result.Parameters.Where(fit => !fit.IsIdentified))
            {
                json.WriteStringValue(fit.Path);
            }

            json.WriteEndArray();
        });
    });

    /// <summary>The same for trials of recovery.</summary>
    public static void Write(ResultsFolder folder, RecoveryResult result, int failed, RunCircumstances how, Action<string>? illustrate = null) => folder.Replace(staging =>
    {
        Put(staging, CalibrationCsv.Recovery, CalibrationCsv.RecoveryOf(result));
        Put(staging, CalibrationCsv.Trials, CalibrationCsv.TrialsOf(result));
        illustrate?.Invoke(staging);
        WriteManifest(staging, RecoveryNameOf(result.Task.Name), result.Task, failed, how, json =>
        {
            json.WriteNumber("trials", result.Trials);
            json.WriteNumber("trials_asked", result.Asked);
        });
    });

    private static void Put(string folder, string name, ReadOnlyMemory<byte> content) => File.WriteAllBytes(Path.Combine(folder, name), content.Span);

    private static void WriteManifest(string staging, string name, CalibrationTask task, int failed, RunCircumstances how, Action<Utf8JsonWriter> more)
    {
        var run = task.Scenario.Plan.Parameters.Run;
        CalibrationChoice choice = task.Choice;
        var manifest = new Manifest
        {
            Name = name,
            ContentHash = PlanText.Fingerprint($"{ContentHash.Of(task.Scenario.Plan)}\n{choice}\n{task.Experiment.DesignSeed}\n{string.Join('\n', task.Experiment.Variations)}\n{string.Join('\n', task.Moments)}\n"),
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = run.Replicates,
            Complete = failed == 0,
            Files = [],
            Inputs =
            [
                new(ResultInput.Parameters, "", ContentHash.Of(task.Scenario.Plan)),
                new("targets", task.Targets, PlanText.Fingerprint(string.Join('\n', task.Moments))),
                new("priors and sizes", "", PlanText.Fingerprint($"{choice}\n{task.Experiment.DesignSeed}\n{string.Join('\n', task.Experiment.Variations.Select(one => $"{one.Parameter.Path} {string.Join(' ', one.Listed)} {one}"))}\n")),
            ],
        };
        DerivedManifest.Write(staging, Command, manifest, how, json =>
        {
            json.WriteString("scenario", task.Name);
            json.WriteString("targets", task.Targets);
            json.WriteString(CalibrationOrigin.Probe, ModelProbe.Text);
            json.WriteNumber("seed", run.Seed);
            json.WriteNumber("design_seed", task.Experiment.DesignSeed);
            json.WriteNumber("months", run.Months);
            json.WriteNumber("workers", task.Scenario.Plan.Parameters.Population.Workers);
            json.WriteNumber("replicates", run.Replicates);
            json.WriteNumber("points", choice.Points);
            json.WriteNumber("waves", choice.Waves);
            json.WriteNumber("wave_points", choice.WavePoints);
            json.WriteNumber("confirm_replicates", choice.Confirm);
            json.WriteNumber("steps", choice.Steps);
            json.WriteNumber("draws", choice.Draws);
            json.WriteStartObject("priors");
            foreach (var variation in task.Experiment.Variations)
            {
                json.WriteStartObject(variation.Parameter.Path);
                json.WriteString("distribution", variation.Kind.ToString().ToLowerInvariant());
                json.WriteNumber("from", variation.From);
                json.WriteNumber("to", variation.To);
                json.WriteNumber(CalibrationOrigin.DeclaredDefault, variation.Parameter.Default);
                json.WriteNumber(CalibrationOrigin.DeclaredLeast, variation.Parameter.Min);
                json.WriteNumber(CalibrationOrigin.DeclaredMost, variation.Parameter.Max);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteNumber("points_failed", failed);
            more(json);
        });
    }

    private static void WriteFinite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
