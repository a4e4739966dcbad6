using System.Globalization;
using EcoSim.Experiments.Comparison;
using EcoSim.Model;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>The dated changes of compared worlds: numbered through, in a world's colour where they are its alone.</summary>
internal sealed class ComparedDates
{
    private readonly FigureInput _calendar;
    private readonly List<DatedMark> _marks = [];

    /// <param name="comparisons">One for each other world, all against one baseline.</param>
    public ComparedDates(IReadOnlyList<PairedComparison> comparisons)
    {
        _calendar = ComparedTimes.Input(comparisons[0].Baseline);
        ComparedWorld[] others = [.. comparisons.Select(comparison => comparison.Other)];
        if (others.Length == 1)
        {
            FigureInput only = ComparedTimes.Input(others[0]);
            _marks.AddRange(only.Marks);
            Note = only.ShockNote;
            return;
        }

        ComparedWorld[] worlds = [comparisons[0].Baseline, .. others];
        (string, int, int?, string)[] known = [.. worlds.SelectMany(ShocksOf).Select(Key).Distinct()];
        foreach (var date in known.Index().GroupBy(shock => (From: shock.Item.Item2, Until: shock.Item.Item3)))
        {
            string numbers = string.Join(", ", date.Select(shock => Number(shock.Index)));
            Color? color = ColourOf([.. worlds.Index().Where(world => ShocksOf(world.Item).Any(shock => (shock.Month, shock.Until) == date.Key)).Select(world => world.Index)]);
            if (_calendar.MarkOf(date.Key.From, date.Key.Until, numbers) is { } mark)
            {
                _marks.Add(mark with { Color = color });
            }
        }

        Note = NoteOf(worlds, shock => Array.IndexOf(known, Key(shock)));
    }

    /// <summary>Names and dates of the changes, world by world; empty when there are none.</summary>
    public string Note { get; }

    /// <summary>Middle of each month in decimal calendar years.</summary>
    public double[] Times => _calendar.Times;

    /// <summary>Dated changes on a panel.</summary>
    public IReadOnlyList<DatedMark> Marks => _marks;

    /// <summary>A panel on the calendar that marks the dated changes.</summary>
    public Panel Panel(string observable, string label) => _calendar.TimePanel(label, FigureInput.Observable(observable).Unit, _marks);

    /// <summary>A world's own colour for what it alone has; none for what worlds share, or the baseline has alone.</summary>
    /// <param name="worlds">Places of those that have it, the baseline's 0.</param>
    private static Color? ColourOf(int[] worlds) => worlds is [> 0] ? ComparedTimes.Of(worlds[0] - 1) : null;

    private static IReadOnlyList<Shock> ShocksOf(ComparedWorld world) => world.Scenario.Plan.Shocks;

    /// <summary>Changes of one name and date are the same only where they set the same.</summary>
    private static (string, int, int?, string) Key(Shock shock) => (
        shock.Name, shock.Month, shock.Until, string.Join(" ", shock.Settings.Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Path}={setting.Value:R}"))));

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Worlds with the same changes are told of together.</summary>
    private string NoteOf(ComparedWorld[] worlds, Func<Shock, int> placeOf)
    {
        IEnumerable<string> lists = worlds.Where(world => ShocksOf(world).Count > 0)
            .GroupBy(world => _calendar.Dated(ShocksOf(world), (shock, _) => Number(placeOf(shock))), world => $"“{world.Label}”")
            .Select(same => (same.Count() == worlds.Length ? "" : $"{string.Join(", ", same)} ") + same.Key);
        string text = string.Join("; ", lists);
        return text.Length == 0 ? "" : $"Dated changes: {text}.{(_marks.Any(mark => mark.Color is not null) ? " In a world’s colour: it alone has a change then." : "")}";
    }
}
