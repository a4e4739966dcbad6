using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Attribution;

/// <summary>Writes the folder of an attribution, except its figures: every run that is done, and tables over the replicates that are whole.</summary>
public static class AttributionFolder
{
    /// <summary>Name of the folder: <c>attribute-NAME</c>.</summary>
    public static string NameOf(string scenario) => "attribute-" + scenario;

    /// <summary>Replaces the folder by everything that is done so far, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="design">The design.</param>
    /// <param name="cells">Outcomes of the runs that are done.</param>
    /// <param name="asked">Replicates asked for.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for neither.</param>
    public static void Write(ResultsFolder folder, FactorialDesign design, CellOutcomes cells, int asked, RunCircumstances how, Action<string>? illustrate = null)
    {
        int[] complete = cells.Complete(design);
        folder.Replace(staging =>
        {
            Put(CellCsv.CellsName, CellCsv.Cells(design, cells));
            Put(CellCsv.WithoutAnchorName, CellCsv.WithoutAnchor(design, cells));
            if (complete.Length > 0)
            {
                IReadOnlyList<OutcomeAttribution> outcomes = AttributionResult.Of(design, cells, complete);
                Put(AttributionCsv.AttributionName, AttributionCsv.Attribution(outcomes));
                Put(AttributionCsv.InteractionsName, AttributionCsv.Interactions(outcomes));
                Put(AttributionCsv.CounterfactualsName, AttributionCsv.Counterfactuals(outcomes));
            }

            illustrate?.Invoke(staging);
            WriteManifest(staging);

            void Put(string name, ReadOnlyMemory<byte> bytes) => File.WriteAllBytes(Path.Combine(staging, name), bytes.Span);
        });

        void WriteManifest(string staging)
        {
            var manifest = new Manifest
            {
                Name = NameOf(design.Scenario.Name),
                ContentHash = design.Hash,
                Version = ProgramVersion.Text,
                ModelBuild = ProgramVersion.ModelBuild,
                Ledger = LedgerScope.None,
                Checked = how.Options.Check,
                ReplicatesDone = complete.Length,
                Complete = complete.Length >= asked,
                Files = [],
            };
            DerivedManifest.Write(staging, "attribute", manifest, how, json =>
            {
                json.WriteString("scenario", design.Scenario.Name);
                json.WriteNumber("seed", design.Scenario.Plan.Parameters.Run.Seed);
                json.WriteNumber("months", design.Scenario.Plan.Parameters.Run.Months);
                json.WriteNumber("replicates", asked);
                json.WriteNumber("runs_done", cells.Count);
                json.WriteString("premium_counterfactual", "every channel at 0");
                json.WriteString("channel_counterfactual", "one channel at 0, or only that one at the scenario's strength");
                json.WriteString("firm_counterfactual", "the anchor never existed, its people in ordinary firms");
            });
        }
    }
}
