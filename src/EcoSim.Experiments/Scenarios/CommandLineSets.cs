using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Turns each <c>--set PATH=VALUE</c> into a layer of its own, so that the last one wins.</summary>
public static class CommandLineSets
{
    public const string Label = "--set";

    /// <summary>What is wrong with a value of a parameter, "found x; allowed is …"; null when nothing is.</summary>
    public static string? Problem(string path, string value)
    {
        ParameterDeclaration parameter = Catalogue.Get(path);
        return ParameterText.TryRead(parameter, new Entry(path, path, EntryKind.Untyped, value.Trim(), null, null), out _, out string found)
            ? null
            : $"found {found}; allowed is {ParameterText.Allowed(parameter)}.";
    }

    internal static IReadOnlyList<ScenarioLayer> Read(IReadOnlyList<string> sets, Findings findings)
    {
        var layers = new List<ScenarioLayer>();
        foreach (string set in sets)
        {
            int equals = set.IndexOf('=');
            string path = (equals < 0 ? set : set[..equals]).Trim();
            if (equals < 0 || path.Length == 0)
            {
                findings.Add(
                    Label, null, path, equals < 0 ? $"{Findings.Quote(set)} without \"=\"" : $"{Findings.Quote(set)} without a path",
                    "PATH=VALUE, such as run.months=120", ScenarioGrammar.Find(path).Role == Role.Unknown ? ScenarioGrammar.Suggest(path) : null);
                continue;
            }

            var entry = new Entry(path, path, EntryKind.Untyped, set[(equals + 1)..].Trim(), null, null);
            layers.Add(new ScenarioLayer(Label, entry));
        }

        return layers;
    }
}
