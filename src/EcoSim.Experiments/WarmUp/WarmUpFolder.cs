using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.WarmUp;

/// <summary>Writes the folder of a report on the warm-up, except its figures.</summary>
public static class WarmUpFolder
{
    public const string TableName = "warm-up.csv", PathsName = "paths.csv";

    /// <summary>Name of the folder: <c>warm-up-NAME</c>.</summary>
    public static string NameOf(string scenario) => "warm-up-" + scenario;

    /// <summary>Replaces the folder by this result, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The result.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled.</param>
    public static void Write(ResultsFolder folder, WarmUpResult result, RunCircumstances how, Action<string> illustrate) => folder.Replace(staging =>
    {
        File.WriteAllBytes(Path.Combine(staging, TableName), Table(result).Span);
        File.WriteAllBytes(Path.Combine(staging, PathsName), Paths(result).Span);
        illustrate(staging);
        var run = result.Scenario.Plan.Parameters.Run;
        var manifest = new Manifest
        {
            Name = NameOf(result.Scenario.Name),
            ContentHash = ContentHash.Of(result.Scenario.Plan),
            Version = ProgramVersion.Text,
            ModelBuild = ProgramVersion.ModelBuild,
            Ledger = LedgerScope.None,
            Checked = how.Options.Check,
            ReplicatesDone = result.Replicates,
            Complete = result.Replicates == run.Replicates,
            Files = [],
        };
        DerivedManifest.Write(staging, "validate --warm-up", manifest, how, json =>
        {
            json.WriteString("scenario", result.Scenario.Name);
            json.WriteNumber("seed", run.Seed);
            json.WriteNumber("months", run.Months);
            json.WriteNumber("replicates", run.Replicates);
            json.WriteNumber("months_from_beginning", result.MonthsFromBeginning);
            json.WriteNumber("tolerance", WarmUpGap.Tolerance);
        });
    });

    /// <summary>A row for each observable and warm-up.</summary>
    public static ReadOnlyMemory<byte> Table(WarmUpResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text,
        [
            "observable", "warm_up", "first_gap", "first_ci_low", "first_ci_high", "first_verdict", "last_gap", "last_ci_low", "last_ci_high", "last_verdict", "mser5_months", "mser5_settled", "replicates",
        ]);
        foreach (WarmUpObservable observable in result.Observables)
        {
            foreach (WarmUpPath path in observable.Paths)
            {
                text.Word(observable.Name).Integer(path.Months);
                Gap(path.First);
                Gap(path.Last);
                text.Number(observable.Truncation?.Deleted ?? double.NaN).Word(observable.Truncation is { } found ? found.IsSettled ? "yes" : "no" : null).Integer(result.Replicates).EndRow();
            }
        }

        return text.Written;

        void Gap(WarmUpGap gap) => text.Number(gap.Share).Number(gap.Low).Number(gap.High).Word(gap.Verdict.ToString().ToLowerInvariant());
    }

    /// <summary>A row for each observable, warm-up and month: the mean over replicates.</summary>
    public static ReadOnlyMemory<byte> Paths(WarmUpResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["observable", "warm_up", "month", "mean"]);
        foreach (WarmUpObservable observable in result.Observables)
        {
            foreach (WarmUpPath path in observable.Paths)
            {
                for (int month = 0; month < path.Path.Length; month++)
                {
                    text.Word(observable.Name).Integer(path.Months).Integer(month).Number(path.Path[month]).EndRow();
                }
            }
        }

        return text.Written;
    }
}
