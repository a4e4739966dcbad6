using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The paired difference of the headline outcomes over time, with its interval.</summary>
internal static class DifferenceFigure
{
    /// <summary>With more worlds their intervals are drawn paler, since they overlap.</summary>
    private const int MostStrong = 3;

    public static Page Draw(IReadOnlyList<PairedComparison> comparisons)
    {
        int pairs = comparisons[0].Baseline.Replicates.Count;
        string interval = pairs == 1
            ? "One pair of replicates: no interval, and chance is not shown."
            : $"Line: mean difference over {ComparedTimes.Pairs(pairs)} with the same luck; band: its 95 % confidence interval (Student t, each month by itself).";
        var dates = new ComparedDates(comparisons);
        var page = new Page(1200, 1080)
        {
            Title = $"What the change does: difference from “{comparisons[0].Baseline.Label}” over time",
            Context = ComparedTimes.Context(comparisons),
            Question = "When does the change take effect, how strongly, and does it last?",
            Note = $"{interval} Flows are summed since the start. Where the band includes 0 the direction is not known.{ComparedTimes.SameNote(comparisons)} {dates.Note}".Trim(),
            Legend = [.. comparisons.Select((comparison, i) => (ComparedTimes.Of(i), comparison.Other.Label))],
        };
        return page.With(2, [.. Headlines.Outcomes.Select(name => PanelOf(name, comparisons, dates))]);
    }

    /// <summary>The difference of one outcome over time, a line for each world.</summary>
    public static Panel PanelOf(string name, IReadOnlyList<PairedComparison> comparisons, ComparedDates dates)
    {
        bool flow = FigureInput.Observable(name).Kind == ObservableKind.Flow;
        Panel panel = dates.Panel(name, "Difference in " + OutcomeWords.Of(name).ToLowerInvariant() + (flow ? ", summed" : ""));
        panel.Plot.Add.HorizontalLine(0, 1, Colours.Quiet);
        for (int i = 0; i < comparisons.Count; i++)
        {
            PairedDifference[] monthly = flow ? Summed(comparisons[i], name) : comparisons[i].Monthly[Observables.IndexOf(name)];
            double[] mean = [.. monthly.Select(month => month.Difference)];
            if (monthly.Any(month => month.High > month.Low))
            {
                panel.Area(dates.Times, [.. monthly.Select(month => month.Low)], [.. monthly.Select(month => month.High)], ComparedTimes.Of(i).WithAlpha(comparisons.Count > MostStrong ? 0.1 : 0.22));
            }

            panel.Line(dates.Times, mean, ComparedTimes.Of(i));
        }

        return panel;
    }

    /// <summary>Difference of a flow summed up to each month, which ends at the effect that the tables name.</summary>
    private static PairedDifference[] Summed(PairedComparison comparison, string name)
    {
        double[][] before = [.. FigureInput.PathsOf(comparison.Baseline.Replicates, name).Select(Series.FromStart)];
        double[][] after = [.. FigureInput.PathsOf(comparison.Other.Replicates, name).Select(Series.FromStart)];
        return [.. Enumerable.Range(0, before[0].Length).Select(month =>
            PairedDifference.Of([.. after.Select(path => path[month])], [.. before.Select(path => path[month])]))];
    }
}
