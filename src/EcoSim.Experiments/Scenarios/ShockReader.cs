using System.Globalization;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Puts the shocks of a scenario together from its layers, and checks what only the whole can show.</summary>
internal sealed class ShockReader(Layering layering, RunParameters run, Findings findings)
{
    private const int MostShocks = 1000;

    private readonly bool _runKnown = !findings.IsBroken("run.months") && !findings.IsBroken("run.start");

    /// <summary>The shocks, in the order in which the layers first name them.</summary>
    public IReadOnlyList<Shock> Read()
    {
        var shocks = new List<Shock>();
        foreach (string name in Names())
        {
            if (findings.Full)
            {
                break;
            }

            if (ReadShock(name) is { } shock)
            {
                shocks.Add(shock);
            }
        }

        return shocks;
    }

    private List<string> Names()
    {
        var names = new List<string>();
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((ScenarioLayer layer, Entry entry) in layering.Layers.SelectMany(l => l.Entries, (l, e) => (l, e)))
        {
            if (ScenarioGrammar.ShockOf(entry.Path) is not { } name || findings.IsBroken($"shocks.{name}"))
            {
                continue;
            }

            if (seen.TryAdd(name, name))
            {
                names.Add(name);
            }
            else if (seen[name] != name)
            {
                // The configuration ignores case, so the two would silently become one.
                findings.Add(
                    layer.Label, entry.KeyPlace, $"shocks.{name}", $"a shock that differs only in case from {Findings.Quote(seen[name])}",
                    "one spelling", "shocks." + seen[name]);
            }

            if (names.Count > MostShocks)
            {
                findings.Add(layer.Label, entry.KeyPlace, "shocks", $"more than {MostShocks} shocks", "fewer; a series can carry many small changes");
                return [];
            }
        }

        return names;
    }

    private Shock? ReadShock(string name)
    {
        string path = $"shocks.{name}";
        int before = findings.Problems.Count;
        int? month = ReadStart(path);
        int? until = ReadUntil(path, month);
        List<(string, double)> settings = ReadSettings(path);
        if (settings.Count == 0 && !findings.IsBrokenBelow(path))
        {
            AddMissing(path, "no parameter in \"set\"", "at least one, such as \"set\": {\"channels.cloud\": 0.5}");
        }

        return findings.Problems.Count == before && month is { } start ? new Shock(name, start, until, settings) : null;
    }

    private int? ReadStart(string path)
    {
        Stated? month = layering.Find(path + ".month");
        Stated? date = layering.Find(path + ".date");
        if (month is not null && date is not null && month.Rank == date.Rank)
        {
            findings.Add(date.Layer.Label, date.Entry.KeyPlace, path, "both month and date", "one of the two");
            return null;
        }

        Stated? when = month is null || date?.Rank > month.Rank ? date : month;
        if (when is null)
        {
            if (!findings.IsBrokenBelow(path))
            {
                AddMissing(path, "neither month nor date", "one of them, such as \"month\": 120 or \"date\": \"2015-01\"");
            }

            return null;
        }

        double start = MonthOf(when.Entry);
        if (_runKnown && !(start >= 0 && start < run.Months))
        {
            findings.Add(when.Layer.Label, when.Entry.ValuePlace, when.Entry.Path, Outside(when.Entry, start), WithinRun());
            return null;
        }

        return Bounded(start);
    }

    private int? ReadUntil(string path, int? month)
    {
        if (layering.Find(path + ".until") is not { } stated)
        {
            return null;
        }

        double until = MonthOf(stated.Entry);
        if (month is not null && _runKnown && until <= month)
        {
            findings.Add(
                stated.Layer.Label, stated.Entry.ValuePlace, stated.Entry.Path,
                $"{ParameterText.Describe(stated.Entry)}, which is not after the start of the shock in month {month}",
                $"a month after {month} ({DateOf(month.Value)}), or nothing for a shock that lasts");
        }

        return Bounded(until);
    }

    private List<(string, double)> ReadSettings(string path)
    {
        var settings = new List<(string, double)>();
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            if (layering.Find($"{path}.set.{parameter.Path}") is { } stated
                && ParameterText.TryRead(parameter, stated.Entry, out double value, out _))
            {
                settings.Add((parameter.Path, value));
            }
        }

        return settings;
    }

    private void AddMissing(string path, string found, string allowed)
    {
        string name = ScenarioGrammar.ShockOf(path)!;
        var (layer, entry) = layering.Layers.Reverse()
            .SelectMany(l => l.Entries.Select(e => (Layer: l, Entry: e)))
            .First(p => ScenarioGrammar.ShockOf(p.Entry.Path) == name);
        IEnumerable<string> others = layering.Layers.SelectMany(l => l.Entries)
            .Select(e => ScenarioGrammar.ShockOf(e.Path)).OfType<string>().Where(n => n != name);
        findings.Add(layer.Label, entry.KeyPlace, path, found, allowed, NearestName.Among(name, others) is { } near ? "shocks." + near : null);
    }

    /// <summary>Month of the simulation that an entry names, by number or by date.</summary>
    private double MonthOf(Entry entry) => ParameterText.TryReadDate(entry, out double index)
        ? index - run.Start.Index
        : double.Parse(entry.Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private string Outside(Entry entry, double start)
    {
        string found = ParameterText.Describe(entry);
        return start < 0 ? found + ", which is before the run begins" : found + ", which is after the run ends";
    }

    private string WithinRun() =>
        $"a month from 0 to {run.Months - 1}, that is {DateOf(0)} to {DateOf(run.Months - 1)}; or a longer run (run.months)";

    private string DateOf(int month) => new CalendarMonth(run.Start.Index + month).ToString();

    /// <summary>A month far beyond any run is as good as never.</summary>
    private static int Bounded(double month) => (int)Math.Clamp(month, -1_000_000, 1_000_000);
}
