using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Naive;
using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Validation;

/// <summary>Writes the folder of a validation, except its figures.</summary>
public static class ValidationFolder
{
    /// <summary>Name of the folder: <c>validate-NAME</c>.</summary>
    public static string NameOf(string scenario) => "validate-" + scenario;

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">What was measured, and against what.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for neither.</param>
    public static void Write(ResultsFolder folder, ValidationResult result, RunCircumstances how, Action<string>? illustrate = null) => folder.Replace(staging =>
    {
        File.WriteAllBytes(Path.Combine(staging, ScorecardCsv.ScorecardName), ScorecardCsv.Rows(result.Scorecard).Span);
        File.WriteAllBytes(Path.Combine(staging, ScorecardCsv.MeasuresName), ScorecardCsv.Patterns(result.Scorecard).Span);
        illustrate?.Invoke(staging);
        WriteManifest(staging, result, how);
    });

    private static void WriteManifest(string staging, ValidationResult result, RunCircumstances how)
    {
        Plan plan = result.Measured.Scenario.Plan;
        int done = result.Measured.Histories.Count;
        var manifest = new Manifest
        {
            Name = NameOf(result.Measured.Scenario.Name),
            ContentHash = ContentHash.Of(plan),
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = done,
            Complete = done == plan.Parameters.Run.Replicates,
            Files = [],
            Inputs =
            [
                new(ResultInput.Parameters, "", ContentHash.Of(plan)),
                new("targets", result.Targets, PlanText.Fingerprint(string.Join('\n', result.Scorecard.Rows.Select(row => row.Target)))),
            ],
        };
        DerivedManifest.Write(staging, "validate", manifest, how, json =>
        {
            json.WriteString("scenario", result.Measured.Scenario.Name);
            json.WriteString("targets", result.Targets);
            json.WriteNumber("seed", plan.Parameters.Run.Seed);
            json.WriteNumber("months", plan.Parameters.Run.Months);
            json.WriteNumber("replicates", plan.Parameters.Run.Replicates);
            json.WriteStartObject("naive_rates");
            json.WriteNumber("closing_per_year", result.Rates.Closing);
            json.WriteNumber("sale_per_year", result.Rates.Sale);
            json.WriteNumber("first_round_per_year", result.Rates.FirstRound);
            json.WriteNumber("next_round_per_year", result.Rates.NextRound);
            json.WriteNumber("drift_per_year", result.Rates.Drift);
            json.WriteNumber("volatility", NaiveRates.Volatility);
            json.WriteNumber("anchor_founding_per_staff_year", result.Rates.AnchorFounding);
            json.WriteNumber("spin_out_share", result.Rates.SpinOutShare);
            json.WriteEndObject();
        });
    }
}
