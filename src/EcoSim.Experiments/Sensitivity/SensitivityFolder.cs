using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>Writes the folder of a sensitivity analysis, except its figures: the indices, and the points and runs of each method.</summary>
public static class SensitivityFolder
{
    public const string Command = "sensitivity";
    public const string Morris = "morris";
    public const string Sobol = "sobol";

    public static string NameOf(string experiment) => $"{Command}-{experiment}";

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The indices.</param>
    /// <param name="methods">Worlds and outcomes of each method that was used.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for none.</param>
    public static void Write(
        ResultsFolder folder, SensitivityResult result, IReadOnlyList<(string Method, SweepWorlds Worlds, SweepOutcomes Outcomes)> methods, RunCircumstances how,
        Action<string>? illustrate = null) =>
        folder.Replace(staging =>
        {
            File.WriteAllBytes(Path.Combine(staging, IndicesCsv.Name), IndicesCsv.Format(result).Span);
            foreach ((string method, SweepWorlds worlds, SweepOutcomes outcomes) in methods)
            {
                string inner = Path.Combine(staging, method);
                Directory.CreateDirectory(inner);
                SweepFolder.Put(inner, SweepCsv.DesignName, file => SweepCsv.WriteDesign(file, worlds.Table));
                SweepFolder.Put(inner, SweepCsv.RunsName, file => SweepCsv.WriteRuns(
                    file, worlds.Experiment.Outcomes.Select(outcome => outcome.Name), SweepRows.Of(worlds, outcomes, Shard.Whole)));
            }

            illustrate?.Invoke(staging);
            int failed = methods.Sum(method => method.Outcomes.Failed);
            string hash = PlanText.Fingerprint(string.Join('\n', methods.Select(method => method.Worlds.Hash)));
            var manifest = new Manifest
            {
                Name = NameOf(result.Experiment.Name),
                ContentHash = hash,
                Version = ProgramVersion.Text,
                ModelBuild = ProgramVersion.ModelBuild,
                Ledger = LedgerScope.None,
                Checked = how.Options.Check,
                ReplicatesDone = result.Experiment.Replicates,
                Complete = failed == 0,
                Files = [],
                Inputs = [new(ResultInput.Design, "", hash)],
            };
            DerivedManifest.Write(staging, Command, manifest, how, json =>
            {
                json.WriteString("experiment", result.Experiment.Name);
                json.WriteNumber("seed", result.Experiment.Scenario.Plan.Parameters.Run.Seed);
                json.WriteNumber("design_seed", result.Experiment.DesignSeed);
                json.WriteNumber("months", result.Experiment.Scenario.Plan.Parameters.Run.Months);
                json.WriteNumber("trajectories", result.Trajectories);
                json.WriteNumber("base_points", result.BasePoints);
                json.WriteNumber("runs_failed", failed);
                json.WriteString("mu_star_interval", "95 % Student over trajectories; sigma: bootstrap over trajectories");
                json.WriteString("sobol_interval", "95 % jackknife over independent scrambles");
                json.WriteString("noise_floor", "morris: mean size of an effect that is only luck; sobol: part of the index that is luck");
            });
        });
}
