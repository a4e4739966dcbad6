using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Money into start-ups by source and calendar year, stacked.</summary>
internal static class MoneyFigure
{
    private static readonly (string Observable, string Name, Color Color)[] Sources =
    [
        ("angel_investment", "angels", Colours.Orange),
        ("affiliated_investment", "affiliated fund", Colours.Vermillion),
        ("strategic_investment", "anchor (strategic)", Colours.Purple),
        ("state_investment", "state", Colours.Green),
        ("venture_investment", "venture funds", Colours.Blue),
    ];

    public static readonly Figure Declaration = new(
        "money-by-source", "Money into start-ups of the hub by source",
        "Who pays for the ecosystem, and how much of it comes from the anchor and its people?", Needs.Year, Draw);

    private static Page Draw(FigureInput input)
    {
        Year[] years = Years(input);
        Panel amounts = Columns(input, "Invested a year", "million RMB a year", years);
        Panel shares = Columns(input, "Share of each source", "%", years);
        shares.Y = Ticks.Linear(0, 100, 5);

        // By source, replicate and year: the paths of one source at a time.
        double[][][] invested =
            [.. Sources.Select(s => input.Paths(s.Observable).Select(path => Array.ConvertAll(years, year => path[year.First..year.End].Sum())).ToArray())];
        foreach ((int place, Year year) in years.Index())
        {
            double[] means = Array.ConvertAll(invested, source => source.Average(sums => sums[place]));
            double[] totals = [.. Enumerable.Range(0, input.Replicates.Count).Select(r => invested.Sum(source => source[r][place]))];
            double below = 0;
            for (int i = 0; i < Sources.Length; i++)
            {
                amounts.Bar(year.Label + 0.12, year.Label + 0.88, below, below + means[i], Sources[i].Color);
                double whole = Math.Max(means.Sum(), 1e-300);
                shares.Bar(year.Label + 0.12, year.Label + 0.88, 100 * below / whole, 100 * (below + means[i]) / whole, Sources[i].Color);
                below += means[i];
            }

            Band total = Band.Over(totals.Select(t => new[] { t }).ToArray());
            amounts.Line([year.Label + 0.5, year.Label + 0.5], [total.Low[0], total.High[0]], Colours.Ink, width: input.Replicates.Count > 1 ? 1.8f : 0);
        }

        string note = input.Replicates.Count == 1
            ? "Bars: one replicate."
            : $"Bars: mean of {FigureInput.Count(input.Replicates.Count)}, so that the parts sum to the whole; black line: {FigureInput.QuantileNote(input.Replicates.Count, "of the total ")}.";
        note += years[0].Whole ? " Whole calendar years." : " The first twelve months, since no calendar year is recorded whole.";
        return new Page { Note = note, Legend = Sources.Select(s => (s.Color, s.Name)).ToList() }.Place(amounts, 0, 0, 1, 0.62f).Place(shares, 0, 0.62f, 1, 1);
    }

    private static Panel Columns(FigureInput input, string label, string unit, Year[] years)
    {
        Panel panel = input.TimePanel(label, unit);
        panel.X = intervals => Ticks.Years(years[0].Label, years[^1].Label + 1, Math.Min(intervals, years.Length)).Centred();
        return panel;
    }

    /// <summary>Calendar years that are recorded whole, or the first twelve months when none is.</summary>
    private static Year[] Years(FigureInput input)
    {
        Year[] whole = Enumerable.Range(0, input.Months)
            .GroupBy(t => (int)Math.Floor(input.Times[t]))
            .Where(months => months.Count() == 12)
            .Select(months => new Year(months.Key, months.Min(), months.Max() + 1, true)).ToArray();
        return whole.Length > 0 ? whole : [new Year((int)input.Times[0], 0, 12, false)];
    }

    private readonly record struct Year(int Label, int First, int End, bool Whole);
}
