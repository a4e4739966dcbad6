using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Running;

/// <summary>What a scenario and the command line set, so that no one takes a tweaked world for the shipped one.</summary>
internal static class ChangedText
{
    private const int Most = 6;

    /// <summary>A line with the values that are not the defaults, or nothing where all are.</summary>
    public static void Write(TextWriter output, Scenario scenario)
    {
        string[] changed = [.. scenario.Overrides
            .Where(path => !path.StartsWith("run.", StringComparison.Ordinal))
            .Select(path => $"{path} = {Catalogue.Get(path).Format(Catalogue.Get(path).Get(scenario.Plan.Parameters))}")];
        if (changed.Length > 0)
        {
            string more = changed.Length > Most ? $", and {changed.Length - Most} more in scenario.resolved.json" : "";
            output.WriteLine($"Other than the defaults: {string.Join(", ", changed.Take(Most))}{more}");
        }
    }
}
