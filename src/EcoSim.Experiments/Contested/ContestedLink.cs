using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Contested;

/// <summary>A link of the story that the literature disputes, and where it is nothing.</summary>
/// <param name="Name">Short name, as tables write it.</param>
/// <param name="Claim">What the link says.</param>
/// <param name="Nothing">Parameters, and the value of each at which the link does nothing.</param>
public sealed record ContestedLink(string Name, string Claim, IReadOnlyList<(string Path, double Value)> Nothing)
{
    /// <summary>The plan with the link at nothing throughout: dated changes and series of its parameters are left out.</summary>
    public Plan Without(Plan plan)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, double value) in Nothing)
        {
            Catalogue.Get(path).Set(parameters, value);
            paths.Add(path);
        }

        return new Plan(
            parameters,
            [.. plan.Shocks.Select(shock => shock with { Settings = [.. shock.Settings.Where(setting => !paths.Contains(setting.Path))] })],
            [.. plan.Series.Where(series => !paths.Contains(series.Path))]);
    }
}
