using System.Globalization;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>A result as the figures read it: paths on a calendar, bands over replicates, tables of the ledger.</summary>
public sealed class FigureInput
{
    private const int NamedShocks = 6;

    /// <summary>From this ratio of greatest to least on small values could not be read on an even axis.</summary>
    private const double LogarithmicFrom = 20;

    private readonly CalendarMonth _start;

    public FigureInput(EnsembleResult result)
    {
        Result = result;
        Replicates = result.Replicates;
        _start = new CalendarMonth((int)Catalogue.Get("run.start").Get(result.Scenario.Plan.Parameters));
        Months = Replicates.Count == 0 ? 0 : Replicates.Min(r => r.Series.Months);
        Times = Enumerable.Range(0, Months).Select(Year).ToArray();
    }

    public EnsembleResult Result { get; }

    public IReadOnlyList<RunResult> Replicates { get; }

    /// <summary>Recorded months.</summary>
    public int Months { get; }

    /// <summary>Middle of each month in decimal calendar years.</summary>
    public double[] Times { get; }

    /// <summary>Scenario, dates and replicates, for the line below the title.</summary>
    public string Context => $"{ScenarioAndDates}  ·  {Count(Replicates.Count)}";

    private string ScenarioAndDates => $"Scenario “{Result.Scenario.Name}”  ·  {_start} to {Date(Math.Max(0, Months - 1))}";

    /// <summary>The same for a figure of what the ledger tells, which not every replicate keeps.</summary>
    /// <param name="first">True for a figure of the first of them alone.</param>
    internal string LedgerContext(bool first = false)
    {
        RunResult[] kept = [.. Replicates.Where(run => run.Ledger.Count > 0)];
        return first || kept.Length == 1
            ? $"{ScenarioAndDates}  ·  replicate {kept[0].Replicate} (of {Replicates.Count})"
            : $"{ScenarioAndDates}  ·  {kept.Length} of {Count(Replicates.Count)}";
    }

    /// <summary>How lines and bands are to be read.</summary>
    public string BandNote => Replicates.Count == 1
        ? "Line: one replicate, so there is no band and chance is not shown."
        : $"Line: median of {Count(Replicates.Count)}; band: {QuantileNote(Replicates.Count)}.";

    /// <summary>What the ends of a band are; of few replicates they tell hardly more than the outermost ones.</summary>
    internal static string QuantileNote(int replicates, string of = "") =>
        $"5–95 % quantiles {of}over replicates, not a confidence interval{(Spread.AreEnough(replicates) ? "" : "; of so few, its ends lie next to the least and the most")}";

    /// <summary>Names of the dated changes that the panels mark, or empty.</summary>
    public string ShockNote
    {
        get
        {
            IReadOnlyList<Shock> shocks = Result.Scenario.Plan.Shocks;
            return shocks.Count == 0 ? "" : $"Dated changes: {Dated(shocks, (_, place) => (place + 1).ToString(CultureInfo.InvariantCulture))}.";
        }
    }

    /// <summary>"1 winter (2013-01 to 2015-12, shaded), 2 boom (2017-01, dashed)".</summary>
    /// <param name="shocks">Dated changes.</param>
    /// <param name="numberOf">Number on the panels, of a change and its place.</param>
    internal string Dated(IReadOnlyList<Shock> shocks, Func<Shock, int, string> numberOf)
    {
        IEnumerable<string> named = shocks.Take(NamedShocks).Select((shock, place) => $"{numberOf(shock, place)}\u00A0{shock.Name} ({Dates(shock)})");
        return string.Join(", ", named) + (shocks.Count > NamedShocks ? $" and {shocks.Count - NamedShocks} more" : "");
    }

    /// <summary>"2013-01, dashed", or of a change that ends its first and last month: "2013-01 to 2015-12, shaded".</summary>
    private string Dates(Shock shock) => shock.Until is { } until
        ? $"{Date(shock.Month)} to {Date(until - 1)}, shaded"
        : $"{Date(shock.Month)}, dashed";

    /// <summary>"1 replicate", "10 replicates".</summary>
    internal static string Count(int replicates) => replicates == 1 ? "1 replicate" : $"{replicates} replicates";

    /// <summary>Middle of a month in decimal calendar years; month 0 is the first recorded one.</summary>
    internal double Year(int month) => (_start.Index + month + 0.5) / 12;

    /// <summary>Calendar month of a month counted from the first recorded one.</summary>
    internal CalendarMonth Date(int month) => new(_start.Index + month);

    /// <summary>Month at which the run ends, counted from the first recorded one.</summary>
    internal int EndMonth => Months;

    internal static Observable Observable(string name) => Observables.All[Observables.IndexOf(name)];

    internal IReadOnlyList<double[]> Paths(string name) => PathsOf(Replicates, name);

    internal static IReadOnlyList<double[]> PathsOf(IEnumerable<RunResult> runs, string name)
    {
        int column = Observables.IndexOf(name);
        return runs.Select(r => r.Series.Column(column)).ToArray();
    }

    /// <summary>Band of an observable over replicates.</summary>
    internal Band Band(string name) => Style.Band.Over(Paths(name));

    /// <summary>Band of a flow summed over the last twelve months.</summary>
    internal Band BandOverYear(string name) => Style.Band.Over(Paths(name).Select(Series.OverYear).ToArray());

    /// <summary>Band of the ratio of two observables.</summary>
    internal Band BandOfRatio(string above, string below) =>
        Style.Band.Over(Paths(above).Zip(Paths(below), Series.Ratio).ToArray());

    /// <summary>The dated changes of the scenario as far as they fall within the recorded months, numbered.</summary>
    internal IEnumerable<DatedMark> Marks =>
        Result.Scenario.Plan.Shocks.Select((shock, i) => MarkOf(shock.Month, shock.Until, (i + 1).ToString(CultureInfo.InvariantCulture))).OfType<DatedMark>();

    /// <summary>Left end of the calendar in decimal years.</summary>
    private double FirstDay => Months == 0 ? 0 : Year(0) - 0.5 / 12;

    /// <summary>The mark of a dated change; null when none of it falls within the recorded months.</summary>
    internal DatedMark? MarkOf(int month, int? end, string text)
    {
        int from = end is null ? month : Math.Max(0, month);
        int? to = end is { } until ? Math.Min(until, Months) : null;
        return from >= 0 && from < Months && !(to <= from) ? new DatedMark(FirstDay + from / 12.0, FirstDay + to / 12.0, text) : null;
    }

    /// <summary>A panel on the calendar, with the dated changes of the scenario marked.</summary>
    internal Panel TimePanel(string label, string unit, bool fromZero = true) => TimePanel(label, unit, Marks, fromZero);

    /// <summary>The same with other marks.</summary>
    internal Panel TimePanel(string label, string unit, IEnumerable<DatedMark> marks, bool fromZero = true)
    {
        double low = FirstDay, high = low + Math.Max(1, Months) / 12.0;
        var panel = new Panel(label, unit, fromZero) { X = intervals => Ticks.Years(low, high, intervals) };
        foreach (DatedMark mark in marks)
        {
            panel.Mark(mark);
        }

        return panel;
    }

    /// <summary>A panel that shows one observable with its band and its unit.</summary>
    internal Panel PanelOf(string label, string observable, ScottPlot.Color color, bool fromZero = true)
    {
        Panel panel = TimePanel(label, Observable(observable).Unit, fromZero);
        panel.Band(Times, Band(observable), color);
        return panel;
    }

    /// <summary>A panel of observables that are always above zero, on a logarithmic axis where they grow or fall many times over.</summary>
    internal Panel ManifoldPanel(string label, string unit, params ReadOnlySpan<(string Observable, ScottPlot.Color Color, string? Name)> lines)
    {
        Band[] bands = [.. lines.ToArray().Select(line => Band(line.Observable))];
        double least = bands.SelectMany(band => band.Low).DefaultIfEmpty(0).Min(), greatest = bands.SelectMany(band => band.High).DefaultIfEmpty(0).Max();
        bool logarithmic = least > 0 && greatest >= LogarithmicFrom * least;
        Panel panel = TimePanel(label, logarithmic ? unit + ", log scale" : unit);
        if (logarithmic)
        {
            double low = Math.Log10(least), high = Math.Log10(greatest), room = 0.05 * (high - low);
            panel.Y = Ticks.Log10(low - room, high + room);
            bands = [.. bands.Select(band => new Band(Log(band.Low), Log(band.Middle), Log(band.High)))];
        }

        for (int i = 0; i < bands.Length; i++)
        {
            panel.Band(Times, bands[i], lines[i].Color, lines[i].Name);
        }

        return panel;

        static double[] Log(double[] values) => [.. values.Select(Math.Log10)];
    }

    /// <summary>The named table of every replicate that kept a ledger.</summary>
    internal IReadOnlyList<LedgerTable> Tables(string name) => Replicates
        .Select(r => r.Ledger.FirstOrDefault(t => t.Name == name)).OfType<LedgerTable>().Where(t => t.RowCount > 0).ToArray();
}
