using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads which parameters vary and how: a list of values, or ends with steps or a distribution.</summary>
/// <param name="own">The files.</param>
/// <param name="plan">What is varied.</param>
/// <param name="findings">Takes the problems.</param>
internal sealed class VariationReader(ExperimentLayers own, Plan plan, Findings findings)
{
    private const string Form = "a list of values, such as [0, 0.5, 1]; or an object with list, or with from, to, steps, distribution (mean, sd)";
    private const int MostSteps = 10_000;

    private static readonly Dictionary<string, string> NotVaried = new(StringComparer.Ordinal)
    {
        ["run.seed"] = "other parameters; other luck is what replicates are for",
        ["run.replicates"] = "other parameters; \"replicates\" says how many each point has",
        ["run.months"] = "other parameters; all points run for as long, and outcomes may look at a window of months",
        ["run.counterfactual"] = "other parameters; vary anchor.present to see the world without the anchor",
    };

    /// <summary>Why a parameter cannot be varied and what to do instead, or null.</summary>
    public static string? Fixed(string path) => NotVaried.GetValueOrDefault(path);

    /// <summary>What is wrong with a path that is none of a parameter, what is allowed, and what was probably meant.</summary>
    /// <param name="path">The path.</param>
    /// <param name="found">What messages call it.</param>
    public static (string Found, string Allowed, string? Meant) Unknown(string path, string found)
    {
        string first = ExperimentGrammar.FirstOf(path);
        if (first is ScenarioGrammar.Shocks or ScenarioGrammar.Series)
        {
            string what = first == ScenarioGrammar.Shocks ? "shock" : "series";
            return (
                $"{Findings.Quote(path)}, part of a {what}",
                $"parameters as they are from the start; a {what} is the same at every point. Write a scenario for each of its values, and pair them: ecosim compare ONE OTHER", null);
        }

        string? meant = ScenarioGrammar.Suggest(path);
        return (found, "a path of a parameter; `ecosim describe parameters` lists them", meant is not null && Catalogue.Find(meant) is not null ? meant : null);
    }

    /// <summary>The variations, in the order in which the files first name them.</summary>
    public IReadOnlyList<Variation> Read()
    {
        const string key = ExperimentGrammar.Parameters;
        if (own.Find(key) is { Entry.Kind: not EntryKind.Object } all)
        {
            findings.Add(all.Layer.Label, all.Entry.ValuePlace, key, ParameterText.Describe(all.Entry), "an object that names parameters by their path");
            return [];
        }

        var stated = new List<(ParameterDeclaration Parameter, StatedEntry At, string Key)>();
        foreach (StatedEntry one in own.Below(key))
        {
            string path = ScenarioGrammar.After(one.Entry.Path, key)!;
            if (Split(path) is var (parameter, rest))
            {
                stated.Add((parameter, one, rest));
            }
            else if (one.Entry.Kind != EntryKind.Object || ScenarioGrammar.Find(path).Role is not (Role.Group or Role.ShockGroup))
            {
                RefuseUnknown(one, path);
            }
        }

        return [.. stated.GroupBy(part => part.Parameter).Select(group => ReadOne(group.Key, [.. group])).OfType<Variation>()];
    }

    /// <summary>The parameter that a path names and what follows it; null when it names none.</summary>
    private static (ParameterDeclaration, string)? Split(string path)
    {
        for (string head = path; ;)
        {
            if (Catalogue.Find(head) is { } parameter)
            {
                return (parameter, path[head.Length..].TrimStart('.'));
            }

            int dot = head.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            head = head[..dot];
        }
    }

    private void RefuseUnknown(StatedEntry stated, string path)
    {
        // What stands inside a misspelt parameter is no further mistake.
        int dot = stated.Entry.Path.Length - stated.Entry.Key.Length - 1;
        if (!findings.IsBroken(stated.Entry.Path[..dot]))
        {
            (string found, string allowed, string? meant) = Unknown(path, $"the unknown parameter {Findings.Quote(path)}");
            findings.Add(stated.Layer.Label, stated.Entry.KeyPlace, stated.Entry.Path, found, allowed, meant);
        }
        else
        {
            findings.MarkBroken(stated.Entry.Path);
        }
    }

    private Variation? ReadOne(ParameterDeclaration parameter, (ParameterDeclaration Parameter, StatedEntry At, string Key)[] parts)
    {
        // The last file that speaks of the parameter says everything about it; null takes it out.
        ScenarioLayer last = parts[^1].At.Layer;
        var keys = parts.Where(part => part.At.Layer == last).ToDictionary(part => part.Key, part => part.At, StringComparer.Ordinal);
        string path = $"{ExperimentGrammar.Parameters}.{parameter.Path}";
        StatedEntry whole = keys.GetValueOrDefault("") ?? keys.Values.First();
        if (whole.Entry.Kind == EntryKind.Null)
        {
            return null;
        }

        if (Fixed(parameter.Path) is { } why)
        {
            findings.Add(last.Label, whole.Entry.KeyPlace, path, $"{parameter.Path}, which a sweep holds fixed", why);
            return null;
        }

        if (plan.Series.Any(series => series.Path == parameter.Path))
        {
            findings.Add(
                last.Label, whole.Entry.KeyPlace, path, $"{parameter.Path}, which follows a series in this scenario, so that no other value would hold",
                "a parameter without a series, or a scenario without that series");
            return null;
        }

        var reader = new VariationKeys(parameter, path, last, keys, findings);
        return whole.Entry.Kind switch
        {
            EntryKind.Array => reader.List(whole.Entry),
            EntryKind.Object => reader.Object(whole.Entry, plan, MostSteps),
            _ => Refused(last, whole, path),
        };
    }

    private Variation? Refused(ScenarioLayer layer, StatedEntry stated, string path)
    {
        findings.Add(layer.Label, stated.Entry.ValuePlace, path, ParameterText.Describe(stated.Entry), Form);
        return null;
    }
}
