using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads the variation of one parameter from the keys that stand below it.</summary>
internal sealed class VariationKeys(
    ParameterDeclaration parameter, string path, ScenarioLayer layer, IReadOnlyDictionary<string, StatedEntry> keys, Findings findings)
{
    private bool _broken;

    /// <summary>Values as listed.</summary>
    public Variation? List(Entry array)
    {
        if (array.Items.Count == 0)
        {
            Refuse(array.ValuePlace, path, "an empty list", "at least one value, each " + ParameterText.Allowed(parameter));
        }

        var values = new List<double>();
        foreach (Entry item in array.Items)
        {
            if (Value(item, path) is { } value)
            {
                if (values.Contains(value))
                {
                    Refuse(item.ValuePlace, path, $"{parameter.Format(value)} a second time", "each value once");
                }

                values.Add(value);
            }
        }

        return _broken ? null : new Variation(parameter, VariationKind.List) { Listed = values, From = values.Min(), To = values.Max() };
    }

    /// <summary>A list, a range or a distribution.</summary>
    public Variation? Object(Entry whole, Plan plan, int mostSteps)
    {
        foreach ((string key, StatedEntry stated) in keys.Where(pair => pair.Key.Length > 0 && !ExperimentGrammar.VariationKeys.Contains(pair.Key)))
        {
            Refuse(
                stated.Entry.KeyPlace, stated.Entry.Path, $"the unknown key {Findings.Quote(key)}", "one of " + string.Join(", ", ExperimentGrammar.VariationKeys),
                NearestName.Among(key, ExperimentGrammar.VariationKeys));
        }

        if (keys.TryGetValue("list", out StatedEntry? list))
        {
            string[] others = [.. keys.Keys.Where(key => key is not ("" or "list") && ExperimentGrammar.VariationKeys.Contains(key))];
            if (others.Length > 0)
            {
                Refuse(list.Entry.KeyPlace, path, $"a list beside {string.Join(", ", others)}", "the list alone, or no list");
            }

            if (list.Entry.Kind != EntryKind.Array)
            {
                Refuse(list.Entry.ValuePlace, list.Entry.Path, ParameterText.Describe(list.Entry), "an array of values, such as [0, 0.5, 1]");
                return null;
            }

            return List(list.Entry);
        }

        VariationKind kind = Distribution(whole);
        double from = End("from", parameter.Min, kind), to = End("to", parameter.Max, kind);
        int? steps = keys.TryGetValue("steps", out StatedEntry? stepped) ? Steps(stepped, mostSteps) : null;
        double mean = keys.TryGetValue("mean", out StatedEntry? centre) ? Value(centre.Entry, centre.Entry.Path) ?? 0 : parameter.Get(plan.Parameters);
        double deviation = Deviation(kind, whole);
        CheckEnds(whole, kind, from, to);
        return _broken ? null : new Variation(parameter, kind) { From = from, To = to, Steps = steps, Mean = mean, StandardDeviation = deviation };
    }

    private VariationKind Distribution(Entry whole)
    {
        if (keys.TryGetValue("distribution", out StatedEntry? word))
        {
            if (word.Entry.Kind == EntryKind.Text && ExperimentGrammar.Distributions.TryGetValue(word.Entry.Text, out VariationKind kind))
            {
                return kind;
            }

            Refuse(
                word.Entry.ValuePlace, word.Entry.Path, ParameterText.Describe(word.Entry), string.Join(", ", ExperimentGrammar.Distributions.Keys),
                NearestName.Among(word.Entry.Text, ExperimentGrammar.Distributions.Keys));
        }
        else if (!keys.ContainsKey("from") || !keys.ContainsKey("to"))
        {
            string[] missing = [.. new[] { "from", "to" }.Where(key => !keys.ContainsKey(key))];
            Refuse(
                whole.KeyPlace, path, $"neither a list nor a distribution, and no {string.Join(" and no ", missing)}",
                "\"from\" and \"to\"; or a \"distribution\", whose ends are the declared bounds unless given");
        }

        return VariationKind.Uniform;
    }

    private double End(string key, double bound, VariationKind kind) =>
        !keys.TryGetValue(key, out StatedEntry? stated) ? bound : Value(stated.Entry, stated.Entry.Path) ?? bound;

    private int? Steps(StatedEntry stated, int most)
    {
        string found = ParameterText.Describe(stated.Entry);
        if (ParameterText.TryReadNumber(stated.Entry, out double steps, ref found) && steps == Math.Floor(steps) && steps >= 2 && steps <= most)
        {
            return (int)steps;
        }

        Refuse(stated.Entry.ValuePlace, stated.Entry.Path, found, $"a whole number from 2 to {most}");
        return null;
    }

    private double Deviation(VariationKind kind, Entry whole)
    {
        foreach (string key in new[] { "mean", "sd" }.Where(key => kind != VariationKind.Normal && keys.ContainsKey(key)))
        {
            Refuse(keys[key].Entry.KeyPlace, keys[key].Entry.Path, $"{key} without a normal distribution", "\"distribution\": \"normal\" beside it");
        }

        if (!keys.TryGetValue("sd", out StatedEntry? stated))
        {
            if (kind == VariationKind.Normal)
            {
                Refuse(whole.KeyPlace, path, "a normal distribution without sd", "\"sd\": a number above 0; \"mean\" is the scenario's value unless given");
            }

            return 0;
        }

        string found = ParameterText.Describe(stated.Entry);
        if (!(ParameterText.TryReadNumber(stated.Entry, out double deviation, ref found) && deviation > 0))
        {
            Refuse(stated.Entry.ValuePlace, stated.Entry.Path, found, "a number above 0");
        }

        return deviation;
    }

    private void CheckEnds(Entry whole, VariationKind kind, double from, double to)
    {
        if (_broken)
        {
            return;
        }

        if (from >= to)
        {
            Refuse(whole.KeyPlace, path, $"from {parameter.Format(from)} to {parameter.Format(to)}", "a range whose end lies above its beginning");
        }
        else if (kind == VariationKind.LogUniform && from <= 0)
        {
            Refuse(whole.KeyPlace, path, $"loguniform from {parameter.Format(from)}", "a beginning above 0, such as \"from\": 0.001");
        }
    }

    private double? Value(Entry entry, string at)
    {
        if (ParameterText.TryRead(parameter, entry, out double value, out string found))
        {
            return value;
        }

        Refuse(entry.ValuePlace, at, found, ParameterText.Allowed(parameter));
        return null;
    }

    private void Refuse(Place? place, string at, string found, string allowed, string? meant = null)
    {
        _broken = true;
        findings.Add(layer.Label, place, at, found, allowed, meant);
    }
}
