using System.Globalization;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>The figure of a report on the warm-up, as PNG and SVG.</summary>
public static class WarmUpFigures
{
    public const string Name = "warm-up";

    /// <summary>Months on either side in Welch's average: thirteen months in all.</summary>
    private const int Half = 6;

    private const int Columns = 3;
    private const float PerRow = 265, Around = 215;

    /// <summary>Light to dark with the length of the warm-up; the longest is in ink.</summary>
    private static readonly Color[] Shades = [Colours.Sky, Colours.Orange, Colours.Vermillion, Colours.Ink];

    /// <summary>Writes <c>warm-up</c>.</summary>
    /// <param name="result">Paths after several warm-ups.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(WarmUpResult result, string folder, int threads = 0) =>
        new(PageFile.WriteAll([new PageDrawing(Name, () => Draw(result))], folder, threads), Lettering.Problem);

    private static Page Draw(WarmUpResult result)
    {
        var run = result.Scenario.Plan.Parameters.Run;
        IReadOnlyList<WarmUpPath> lengths = result.Observables[0].Paths;
        int rows = (result.Observables.Count + Columns - 1) / Columns;
        return new Page(1300, (int)(Around + PerRow * rows))
        {
            Title = $"Recorded paths after other warm-ups than the {result.Own} months of “{result.Scenario.Name}”",
            Context = string.Create(CultureInfo.InvariantCulture,
                $"{result.Scenario.Plan.Parameters.Population.Workers:#,0} workers  ·  {run.Months} months from {run.Start}  ·  {FigureInput.Count(result.Replicates)} with the same people and seed"),
            Question = "From which warm-up on do the recorded paths no longer change?",
            Note = $"Lines: mean over replicates, smoothed over {2 * Half + 1} months. {WarmUpReport.Welch} After the name: months from the beginning of the world after which MSER-5 finds a steady state, within {result.MonthsFromBeginning} months; "
                + $"“no steady state” where it would delete more than half, as for what grows throughout. {WarmUpReport.Mser} {WarmUpReport.SteadyMeaning} * Per {WarmUpResult.Heads.ToString("#,0", CultureInfo.InvariantCulture)} workers, so that the growth of the region does not pass for a transient.",
            Legend = [.. lengths.Select((path, i) => (Shade(lengths.Count, i), $"{path.Months} months{(path.Months == result.Own ? ", the scenario’s own" : "")}"))],
        }.With(Columns, [.. result.Observables.Select(observable => PanelOf(observable, run.Start.Index))]);
    }

    private static Panel PanelOf(WarmUpObservable observable, int start)
    {
        string steady = WarmUpReport.State(observable.Truncation) is { Length: > 0 } state ? $": {state}" : "";
        Observable declared = FigureInput.Observable(observable.Name);
        bool flow = declared.Kind == ObservableKind.Flow;
        int months = observable.Paths[0].Path.Length;
        double low = start / 12.0;
        double[] times = [.. Enumerable.Range(0, months).Select(month => low + (month + 0.5) / 12)];
        string unit = declared.Unit + (flow ? " a month" : "") + (WarmUpResult.IsPerHead(observable.Name) ? " *" : "");
        var panel = new Panel(OutcomeWords.Of(observable.Name) + steady, unit, fromZero: false)
        {
            X = intervals => Ticks.Years(low, low + Math.Max(1, months) / 12.0, intervals),
        };
        for (int i = 0; i < observable.Paths.Count; i++)
        {
            panel.Line(times, WelchAverage.Of(observable.Paths[i].Path, Math.Min(Half, months / 4)), Shade(observable.Paths.Count, i), width: 2);
        }

        return panel;
    }

    private static Color Shade(int count, int place) => Shades[Math.Max(0, Shades.Length - count + place)];
}
