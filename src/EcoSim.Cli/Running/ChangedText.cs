using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Running;

/// <summary>What a scenario and the command line set, so that no one takes a tweaked world for the shipped one.</summary>
internal static class ChangedText
{
    private const int Most = 6;

    /// <summary>Shocks called by their names; of more the others are counted alone.</summary>
    private const int MostShocks = 3;

    /// <summary>Of how a world is run, what makes its outcomes others; seed and replicates change luck alone.</summary>
    private static readonly string[] Lengths = ["run.months", "run.warmupMonths"];

    /// <summary>A line with the values that are not the defaults and the count of shocks and series, or nothing where all is as by default.</summary>
    public static void Write(TextWriter output, Scenario scenario)
    {
        string[] parts = [.. new[] { Parameters(scenario), Events(scenario.Plan) }.Where(part => part.Length > 0)];
        if (parts.Length > 0)
        {
            output.WriteLine($"Other than the defaults: {string.Join("; ", parts)}");
        }
    }

    private static string Parameters(Scenario scenario)
    {
        string[] changed = [.. scenario.Overrides
            .Where(path => !path.StartsWith("run.", StringComparison.Ordinal) || Lengths.Contains(path))
            .Select(path => $"{path} = {Catalogue.Get(path).Format(Catalogue.Get(path).Get(scenario.Plan.Parameters))}")];
        string more = changed.Length > Most ? $", and {changed.Length - Most} more in scenario.resolved.json" : "";
        return string.Join(", ", changed.Take(Most)) + more;
    }

    /// <summary>"2 shocks (layoff, smaller), 3 series".</summary>
    private static string Events(Plan plan)
    {
        string[] shocks = [.. plan.Shocks.Select(shock => shock.Name).Distinct()];
        string names = string.Join(", ", shocks.Take(MostShocks)) + (shocks.Length > MostShocks ? ", ..." : "");
        string[] counts =
        [
            shocks.Length == 0 ? "" : $"{shocks.Length} {(shocks.Length == 1 ? "shock" : "shocks")} ({names})",
            plan.Series.Count == 0 ? "" : $"{plan.Series.Count} series",
        ];
        return string.Join(", ", counts.Where(count => count.Length > 0));
    }
}
