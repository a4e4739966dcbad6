using System.Globalization;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Discovery;

/// <summary>Writes the folder of a discovery, except its figures: limits of the boxes, how well each tells, and the peeling that led there.</summary>
public static class DiscoveryFolder
{
    public const string Command = "discover";
    public const string BoxesName = "boxes.csv";
    public const string LimitsName = "limits.csv";
    public const string PeelingName = "peeling.csv";

    public static string NameOf(string experiment) => $"{Command}-{experiment}";

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">What was found.</param>
    /// <param name="sweep">Manifest of the sweep.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures to the folder being filled.</param>
    public static void Write(ResultsFolder folder, DiscoveryResult result, Manifest sweep, RunCircumstances how, Action<string> illustrate) => folder.Replace(staging =>
    {
        Put(BoxesName, Boxes(result));
        Put(LimitsName, Limits(result));
        Put(PeelingName, Peeling(result));
        illustrate(staging);
        Manifest manifest = sweep with { Name = NameOf(result.Table.Name), Ledger = LedgerScope.None, Files = [], Complete = true, Inputs = [.. sweep.Inputs, new("statements", result.Statement.Text, result.Statement.Text), Options(result)] };
        DerivedManifest.Write(staging, Command, manifest, how, json =>
        {
            json.WriteString("experiment", result.Table.Name);
            json.WriteString("statement", result.Statement.Text);
            json.WriteNumber("points", result.Found.Points);
            json.WriteNumber("points_where_it_holds", result.Found.Hits);
            if (result.Doubtful is { } doubtful)
            {
                json.WriteNumber("points_luck_may_decide", doubtful);
            }

            json.WriteString("method", "patient rule induction; p_value of a box: shuffled outcomes; of a limit: binomial, not corrected for the search; limited_again: resampled points");
        });

        void Put(string name, ReadOnlyMemory<byte> bytes) => File.WriteAllBytes(Path.Combine(staging, name), bytes.Span);
    });

    /// <summary>How boxes were looked for: other ones may be found of the same statement.</summary>
    private static ResultInput Options(DiscoveryResult result)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"--boxes {result.Most}{(result.Asked is { } density ? $" --density {density}" : "")}");
        return new ResultInput("options", text, text);
    }

    private static ReadOnlyMemory<byte> Boxes(DiscoveryResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["box", "points", "hits", "density", "coverage", "density_anywhere", "p_value"]);
        foreach ((int box, DiscoveredBox found) in result.Found.Boxes.Index())
        {
            BoxScore score = found.Found.Score;
            text.Integer(box + 1).Integer(score.Points).Integer(score.Hits).Number(score.Density).Number(score.Coverage)
                .Number((double)result.Found.Hits / result.Found.Points).Number(found.ChanceOfBalance)
                .EndRow();
        }

        return text.Written;
    }

    private static ReadOnlyMemory<byte> Limits(DiscoveryResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["box", "parameter", "low", "high", "p_value", "limited_again"]);
        foreach ((int box, DiscoveredBox found) in result.Found.Boxes.Index())
        {
            foreach (BoxLimit limit in found.Found.Limits)
            {
                ParameterDeclaration parameter = result.Table.Points.Parameters[limit.Parameter];
                text.Integer(box + 1).Word(parameter.Path).Word(End(parameter, limit.Low)).Word(End(parameter, limit.High))
                    .Number(limit.PValue).Number(found.LimitedAgain[limit.Parameter])
                    .EndRow();
            }
        }

        return text.Written;
    }

    private static ReadOnlyMemory<byte> Peeling(DiscoveryResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["box", "step", "points", "density", "coverage", "limits", "chosen"]);
        foreach ((int box, DiscoveredBox found) in result.Found.Boxes.Index())
        {
            foreach ((int step, PeelingStep peeled) in found.Found.Steps.Index())
            {
                int limits = Enumerable.Range(0, peeled.Box.Low.Length).Count(peeled.Box.Restricts);
                text.Integer(box + 1).Integer(step).Integer(peeled.Score.Points).Number(peeled.Score.Density).Number(peeled.Score.Coverage).Integer(limits)
                    .Integer(step == found.Found.Chosen ? 1 : 0)
                    .EndRow();
            }
        }

        return text.Written;
    }

    /// <summary>An end as a scenario would write it; empty where there is none.</summary>
    private static string? End(ParameterDeclaration parameter, double end) => double.IsInfinity(end) ? null : parameter.Format(end);
}
