using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Attribution;

/// <summary>Keeps an attribution in its folder: runs as they finish, tables over the replicates that are whole.</summary>
public static class AttributionFolder
{
    /// <summary>Name of the folder: <c>attribute-NAME</c>.</summary>
    public static string NameOf(string scenario) => "attribute-" + scenario;

    /// <summary>
    /// The runs of this design that an earlier call kept; none when the folder holds another design or was made by another build of the model.
    /// Throws <see cref="RefusedException"/> naming the file when what it holds is damaged.
    /// </summary>
    public static CellStore Load(ResultsFolder folder, FactorialDesign design, bool check)
    {
        var store = new CellStore();
        bool usable = folder.Existing is { } manifest
            && manifest.ContentHash == design.Hash
            && manifest.Version == ProgramVersion.Text
            && manifest.ModelBuild == ProgramVersion.ModelBuild
            && (manifest.Checked || !check);
        if (usable)
        {
            foreach (string name in new[] { CellCsv.CellsName, CellCsv.WithoutAnchorName })
            {
                string path = Path.Combine(folder.Path, name);
                long listed = folder.Existing!.Files.FirstOrDefault(file => file.Name == name).Bytes;
                if (!File.Exists(path) || new FileInfo(path).Length != listed)
                {
                    throw new RefusedException(
                        $"'{path}' is {(File.Exists(path) ? "damaged" : "missing")}: {Manifest.FileName} lists it with {listed} bytes. Nothing was changed. Begin again with --force, or choose another folder with --out.");
                }

                CellCsv.Read(path, design, store);
            }
        }

        return store;
    }

    /// <summary>Replaces the folder by everything that is done so far, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="design">The design.</param>
    /// <param name="store">Runs that are done.</param>
    /// <param name="asked">Replicates asked for.</param>
    /// <param name="how">How it was made.</param>
    public static void Write(ResultsFolder folder, FactorialDesign design, CellStore store, int asked, RunCircumstances how)
    {
        int[] complete = store.Complete(design);
        folder.Replace(staging =>
        {
            Put(CellCsv.CellsName, CellCsv.Cells(design, store));
            Put(CellCsv.WithoutAnchorName, CellCsv.WithoutAnchor(design, store));
            if (complete.Length > 0)
            {
                IReadOnlyList<OutcomeAttribution> outcomes = AttributionResult.Of(design, store, complete);
                Put(AttributionCsv.AttributionName, AttributionCsv.Attribution(outcomes));
                Put(AttributionCsv.InteractionsName, AttributionCsv.Interactions(outcomes));
                Put(AttributionCsv.CounterfactualsName, AttributionCsv.Counterfactuals(outcomes));
            }

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
                json.WriteNumber("runs_done", store.Count);
                json.WriteString("premium_counterfactual", "every channel at 0");
                json.WriteString("channel_counterfactual", "one channel at 0, or only that one at the scenario's strength");
                json.WriteString("firm_counterfactual", "the anchor never existed, its people in ordinary firms");
            });
        }
    }
}
