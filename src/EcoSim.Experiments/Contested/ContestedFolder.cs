using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Contested;

/// <summary>Writes the folder of a report on contested links, except its figures.</summary>
public static class ContestedFolder
{
    public const string TableName = "contested.csv";

    /// <summary>Name of the folder: <c>contested-NAME</c>.</summary>
    public static string NameOf(string scenario) => "contested-" + scenario;

    /// <summary>Replaces the folder by these rows, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="scenario">What was examined.</param>
    /// <param name="rows">The scenario as it is first.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for neither.</param>
    public static void Write(
        ResultsFolder folder, Scenario scenario, IReadOnlyList<ContestedRow> rows, RunCircumstances how, Action<string>? illustrate = null) => folder.Replace(staging =>
    {
        File.WriteAllBytes(Path.Combine(staging, TableName), Table(rows).Span);
        illustrate?.Invoke(staging);
        int done = rows[0].Fostered.Pairs;
        var manifest = new Manifest
        {
            Name = NameOf(scenario.Name),
            ContentHash = ContentHash.Of(scenario.Plan),
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = done,
            Complete = done == scenario.Plan.Parameters.Run.Replicates,
            Files = [],
        };
        DerivedManifest.Write(staging, "validate --contested", manifest, how, json =>
        {
            json.WriteString("scenario", scenario.Name);
            json.WriteNumber("seed", scenario.Plan.Parameters.Run.Seed);
            json.WriteNumber("months", scenario.Plan.Parameters.Run.Months);
            json.WriteNumber("replicates", scenario.Plan.Parameters.Run.Replicates);
            json.WriteString("outcome", Headlines.EcosystemValue);
        });
    });

    /// <summary>A row for the scenario as it is, for each link at nothing, and for all of them.</summary>
    public static ReadOnlyMemory<byte> Table(IReadOnlyList<ContestedRow> rows)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text,
        [
            "link", "claim", "changed", "ecosystem_value", "ecosystem_value_se", "fostered_value", "fostered_value_se", "fostered_share", "fostered_share_se",
            "ecosystem_value_change", "ecosystem_value_change_ci_low", "ecosystem_value_change_ci_high",
            "fostered_change", "fostered_change_ci_low", "fostered_change_ci_high", "fostered_change_p_adjusted", "replicates",
        ]);
        foreach (ContestedRow row in rows)
        {
            bool first = row.Link is null;
            text.Word(row.Name).Word(row.Link?.Claim).Word(string.Join("; ", row.Changes))
                .Number(row.Value.Mean).Number(row.Value.StandardError).Number(row.Fostered.Difference).Number(row.Fostered.StandardError)
                .Number(row.Share.Value).Number(row.Share.StandardError);
            Change(row.ValueChange, first);
            Change(row.FosteredChange, first);
            text.Number(row.AdjustedP).Integer(row.Fostered.Pairs).EndRow();
        }

        return text.Written;

        void Change(Statistics.PairedDifference change, bool first)
        {
            text.Number(first ? double.NaN : change.Difference).Number(first ? double.NaN : change.Low).Number(first ? double.NaN : change.High);
        }
    }
}
