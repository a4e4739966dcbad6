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

    private string ScenarioAndDates => $"Scenario “{Result.Scenario.Name}”  ·  {_start} to {new CalendarMonth(_start.Index + Math.Max(0, Months - 1))}";

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
            IEnumerable<string> named = shocks.Take(NamedShocks).Select((shock, i) => $"{i + 1}\u00A0{shock.Name} ({Dates(shock)})");
            string rest = shocks.Count > NamedShocks ? $" and {shocks.Count - NamedShocks} more" : "";
            return shocks.Count == 0 ? "" : $"Dated changes: {string.Join(", ", named)}{rest}.";
        }
    }

    /// <summary>"2013-01, dashed", or of a change that ends its first and last month: "2013-01 to 2015-12, shaded".</summary>
    private string Dates(Shock shock) => shock.Until is { } until
        ? $"{new CalendarMonth(_start.Index + shock.Month)} to {new CalendarMonth(_start.Index + until - 1)}, shaded"
        : $"{new CalendarMonth(_start.Index + shock.Month)}, dashed";

    /// <summary>"1 replicate", "10 replicates".</summary>
    internal static string Count(int replicates) => replicates == 1 ? "1 replicate" : $"{replicates} replicates";

    /// <summary>Middle of a month in decimal calendar years; month 0 is the first recorded one.</summary>
    internal double Year(int month) => (_start.Index + month + 0.5) / 12;

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

    /// <summary>A panel on the calendar, with the dated changes of the scenario marked.</summary>
    internal Panel TimePanel(string label, string unit, bool fromZero = true)
    {
        double low = Months == 0 ? 0 : Year(0) - 0.5 / 12;
        double high = low + Math.Max(1, Months) / 12.0;
        var panel = new Panel(label, unit, fromZero) { X = intervals => Ticks.Years(low, high, intervals) };
        for (int i = 0; i < Result.Scenario.Plan.Shocks.Count; i++)
        {
            Shock shock = Result.Scenario.Plan.Shocks[i];
            int from = shock.Until is null ? shock.Month : Math.Max(0, shock.Month);
            int? to = shock.Until is { } until ? Math.Min(until, Months) : null;
            if (from >= 0 && from < Months && !(to <= from))
            {
                panel.Mark(new DatedMark(low + from / 12.0, low + to / 12.0, (i + 1).ToString(CultureInfo.InvariantCulture)));
            }
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
