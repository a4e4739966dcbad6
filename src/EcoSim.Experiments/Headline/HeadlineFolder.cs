using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Headline;

/// <summary>Writes the folder of a headline, except its figures and texts.</summary>
public static class HeadlineFolder
{
    public const string TableName = "headline.csv", DrawsName = "draws.csv";

    /// <summary>Name of the folder: <c>headline-NAME</c>.</summary>
    public static string NameOf(string scenario) => "headline-" + scenario;

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The headline.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and texts to the folder being filled.</param>
    public static void Write(ResultsFolder folder, HeadlineResult result, RunCircumstances how, Action<string> illustrate) => folder.Replace(staging =>
    {
        HeadlineDesign design = result.Design;
        File.WriteAllBytes(Path.Combine(staging, TableName), Table(result).Span);
        if (result.Value.Count > 0)
        {
            File.WriteAllBytes(Path.Combine(staging, ValueCsv.Name), ValueCsv.Format(result.Value).Span);
        }

        if (design.Sample is not null)
        {
            File.WriteAllBytes(Path.Combine(staging, DrawsName), DrawsOf(result).Span);
        }

        illustrate(staging);
        var run = design.Scenario.Plan.Parameters.Run;
        var manifest = new Manifest
        {
            Name = NameOf(design.Scenario.Name),
            ContentHash = HashOf(design),
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = result.Replicates,
            Complete = result.Replicates == design.Replicates && result.Draws.Count == design.Draws.Count,
            Files = [],
            Inputs = [new(ResultInput.Parameters, "", ContentHash.Of(design.Scenario.Plan)), DrawsIn(design)],
        };
        DerivedManifest.Write(staging, "headline", manifest, how, json =>
        {
            json.WriteString("scenario", design.Scenario.Name);
            json.WriteNumber("seed", run.Seed);
            json.WriteNumber("months", run.Months);
            json.WriteNumber("workers", design.Workers);
            json.WriteNumber("replicates", design.Replicates);
            json.WriteString("outcome", Headlines.EcosystemValue);
            json.WriteString("posterior", design.Sample?.Label ?? "");
            json.WriteNumber("draws", design.Draws.Count);
            json.WriteNumber("draws_done", result.Draws.Count);
        });
    });

    /// <summary>Fingerprint of the scenario and of every draw.</summary>
    public static string HashOf(HeadlineDesign design) => design.Draws.Count == 0
        ? ContentHash.Of(design.Scenario.Plan)
        : PlanText.Fingerprint($"{ContentHash.Of(design.Scenario.Plan)}\n{string.Join('\n', design.Draws.Select(draw => $"{draw.Pair.With.Hash} {draw.Replicate}"))}\n");

    private static ResultInput DrawsIn(HeadlineDesign design) => design.Sample is not { } sample
        ? new ResultInput("draws", "none", "")
        : new ResultInput(
            "draws", $"{design.Draws.Count} of {sample.Label}",
            PlanText.Fingerprint($"{string.Join(' ', sample.Parameters.Select(parameter => parameter.Path))}\n{string.Join('\n', design.Draws.Select(draw => string.Join(' ', sample.Rows[draw.Row])))}\n"));

    /// <summary>A row for each source of uncertainty, contested link and counterfactual.</summary>
    public static ReadOnlyMemory<byte> Table(HeadlineResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text,
        [
            "part", "name", "meaning", "ecosystem_value", "held_against", "fostered_value", "fostered_low", "fostered_high", "fostered_share", "share_low", "share_high", "interval", "count",
        ]);
        foreach (HeadlineRow row in result.Rows)
        {
            text.Word(row.Part.ToString().ToLowerInvariant()).Word(row.Name).Word(row.Meaning).Number(row.With).Number(row.Without)
                .Number(row.Fostered.Value).Number(row.Fostered.Low).Number(row.Fostered.High).Number(row.Share.Value).Number(row.Share.Low).Number(row.Share.High)
                .Word(row.Interval).Integer(row.Count).EndRow();
        }

        return text.Written;
    }

    /// <summary>A row for each draw: its row in the posterior, its values, and what came of it.</summary>
    public static ReadOnlyMemory<byte> DrawsOf(HeadlineResult result)
    {
        PosteriorSample sample = result.Design.Sample!;
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["row", "replicate", .. sample.Parameters.Select(parameter => parameter.Path), "ecosystem_value", "ecosystem_value_without", "fostered_value", "fostered_share"]);
        foreach (HeadlineDraw draw in result.Draws)
        {
            text.Integer(draw.Row).Integer(draw.Replicate);
            foreach (double value in sample.Rows[draw.Row])
            {
                text.Number(value);
            }

            text.Number(draw.With).Number(draw.Without).Number(draw.Fostered).Number(draw.Share).EndRow();
        }

        return text.Written;
    }
}
