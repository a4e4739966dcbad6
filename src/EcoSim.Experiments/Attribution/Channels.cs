using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Attribution;

/// <summary>The channels through which the anchor acts, in the order of their declaration.</summary>
public static class Channels
{
    private const string Section = "channels.";

    /// <summary>Parameter paths of the channels' strengths.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. Catalogue.All.Select(parameter => parameter.Path).Where(path => path.StartsWith(Section, StringComparison.Ordinal))];

    /// <summary>Names without the section, such as <c>talent</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Paths.Select(path => path[Section.Length..])];

    /// <summary>Every pair of channels once, in their order.</summary>
    public static IReadOnlyList<(int One, int Other)> Pairs { get; } =
        [.. from one in Enumerable.Range(0, Names.Count) from other in Enumerable.Range(one + 1, Names.Count - one - 1) select (one, other)];

    /// <summary>"talent with hub".</summary>
    public static string NameOf((int One, int Other) pair) => $"{Names[pair.One]} with {Names[pair.Other]}";

    /// <summary>Number of subsets of the channels.</summary>
    public static int Cells => 1 << Paths.Count;

    /// <summary>The plan in which the channels of a cell (bit i: channel i) work as the scenario says and all others are at 0 throughout.</summary>
    public static Plan Cell(Plan plan, int cell)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        var off = new HashSet<string>(StringComparer.Ordinal);
        for (int channel = 0; channel < Paths.Count; channel++)
        {
            if ((cell >> channel & 1) == 0)
            {
                Catalogue.Get(Paths[channel]).Set(parameters, 0);
                off.Add(Paths[channel]);
            }
        }

        // A channel that is off must not be switched on again by a date.
        return new Plan(
            parameters,
            [.. plan.Shocks.Select(shock => shock with { Settings = [.. shock.Settings.Where(setting => !off.Contains(setting.Path))] })],
            [.. plan.Series.Where(series => !off.Contains(series.Path))]);
    }
}
