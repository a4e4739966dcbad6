using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The headline outcomes of all worlds over time, bands overlaid.</summary>
internal static class BandsFigure
{
    /// <summary>With more other worlds only the baseline has a band, since they would hide one another.</summary>
    private const int MostBands = 3;

    public static Page Draw(IReadOnlyList<PairedComparison> comparisons)
    {
        FigureInput baseline = ComparedTimes.Input(comparisons[0].Baseline);
        FigureInput[] others = [.. comparisons.Select(comparison => ComparedTimes.Input(comparison.Other))];
        var dates = new ComparedDates(comparisons);
        string changes = $"{(others.Length > MostBands ? "Only the baseline has its band drawn. " : "")}{dates.Note}";
        var page = new Page(1200, 1080)
        {
            Title = "The headline outcomes in each world",
            Context = ComparedTimes.Context(comparisons),
            Question = "How do the worlds differ over time, and how does that compare with the play of chance?",
            Note = $"{baseline.BandNote} Flows are summed over the last 12 months. Bands that overlap do not mean that there is no effect: replicates are paired, see the paired difference.{ComparedTimes.SameNote(comparisons)} {changes}".Trim(),
            Legend =
            [
                (ComparedTimes.Baseline, comparisons[0].Baseline.Label),
                .. comparisons.Select((comparison, i) => (ComparedTimes.Of(i), comparison.Other.Label)),
            ],
        };
        return page.With(2, [.. Headlines.Outcomes.Select(name => PanelOf(name, baseline, others, dates))]);
    }

    /// <summary>One outcome in every world.</summary>
    public static Panel PanelOf(string name, FigureInput baseline, FigureInput[] others, ComparedDates dates)
    {
        bool flow = FigureInput.Observable(name).Kind == ObservableKind.Flow && baseline.Months >= 12;
        Panel panel = dates.Panel(name, OutcomeWords.Of(name) + (flow ? ", last 12 months" : ""));
        panel.Band(baseline.Times, BandOf(baseline), ComparedTimes.Baseline);
        for (int i = 0; i < others.Length; i++)
        {
            Band band = BandOf(others[i]);
            panel.Band(others[i].Times, others.Length > MostBands ? new Band(band.Middle, band.Middle, band.Middle) : band, ComparedTimes.Of(i));
        }

        return panel;

        Band BandOf(FigureInput input) => flow ? input.BandOverYear(name) : input.Band(name);
    }
}
