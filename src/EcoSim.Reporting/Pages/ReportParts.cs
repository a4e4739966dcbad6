using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Reporting;

/// <summary>Tables and lines that the pages of run, compare and attribute share.</summary>
internal static class ReportParts
{
    /// <summary>True for an outcome that a table shows at once; the others are shown on demand.</summary>
    public static bool IsProminent(string outcome) => Headlines.Prominent.Contains(outcome);

    /// <summary>The prominent outcomes in their order, then the others in theirs.</summary>
    public static IEnumerable<T> HeadlinesFirst<T>(IEnumerable<T> rows, Func<T, string> outcome) =>
        rows.OrderBy(row => Headlines.Prominent.Index().Where(known => known.Item == outcome(row)).Select(known => known.Index).FirstOrDefault(Headlines.Prominent.Count));

    /// <summary>What an outcome is, with how the number is made of it.</summary>
    public static string Meaning(string outcome)
    {
        Observable? observable = Observables.All.FirstOrDefault(o => o.Name == outcome);
        return observable is null ? "" : $"{observable.Meaning.TrimEnd('.')} ({Outcome.MeasureOf(observable)}); {outcome}";
    }

    /// <summary>What differs between two plans.</summary>
    public static ReportTable Changes(string caption, IReadOnlyList<PlanChange> changes, string before, string after, string whenEmpty) => new(
        caption, "", [new("What"), new(before), new(after), new("Unit")],
        [.. changes.Select(change => new ReportRow([change.What, change.ReadableBefore, change.ReadableAfter, change.Unit], Meaning: ParameterMeaning(change.What)))])
    {
        WhenEmpty = whenEmpty,
    };

    /// <summary>What a scenario sets other than the model's defaults.</summary>
    public static ReportTable OtherThanDefaults(Scenario scenario) => Changes(
        $"What “{scenario.Name}” sets other than the defaults", PlanChange.FromDefaults(scenario.Plan),
        "Default", scenario.Name, "Nothing: every parameter is at its default.");

    /// <summary>Program, luck and time, for the end of the page.</summary>
    public static IEnumerable<(string, string)> Provenance(RunParameters setup, string version, string modelBuild) =>
    [
        ("Program", $"EcoSim {version}, model build {modelBuild}"),
        ("Seed", setup.Seed.ToString()),
        ("Time", $"{setup.Months} months from {setup.Start}, after {setup.WarmupMonths} of warm-up"),
    ];

    /// <summary>Files that the scenario was read from, without the folders they lie in.</summary>
    public static string Files(Scenario scenario) => string.Join(", ", scenario.SourceFiles.Select(file => file.Replace('\\', '/').Split('/')[^1]));

    private static string ParameterMeaning(string what) => Catalogue.All.FirstOrDefault(parameter => parameter.Path == what)?.Meaning ?? "";
}
