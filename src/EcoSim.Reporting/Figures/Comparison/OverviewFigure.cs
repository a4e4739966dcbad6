using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>An overview for an HTML page.</summary>
/// <param name="Wide">PNG with title and caption.</param>
/// <param name="Narrow">PNG for a telephone: the panels alone, one below the other.</param>
/// <param name="Title">Title, which the narrow picture leaves to the page.</param>
/// <param name="Context">Scenario, dates, replicates, changes.</param>
/// <param name="Caption">How lines and bands are to be read.</param>
public sealed record OverviewPicture(byte[] Wide, byte[] Narrow, string Title, string Context, string Caption);

/// <summary>The headline outcomes of a run on one page, with the run before as a ghost and the difference between them.</summary>
public static class OverviewFigure
{
    private const int Columns = 3;
    private const int MostChanges = 3;

    /// <summary>Pairs below which an interval is none to speak of.</summary>
    private const int FewestForInterval = 3;

    /// <summary>Pixels of the narrow picture per pixel of the page, since those of a telephone are small.</summary>
    private const float NarrowScale = 2;

    /// <summary>The page as pictures.</summary>
    /// <param name="now">The run.</param>
    /// <param name="before">The run before, or null.</param>
    /// <param name="difference">The run before as baseline and this one, paired; null where they cannot be.</param>
    public static OverviewPicture Of(EnsembleResult now, EnsembleResult? before, PairedComparison? difference)
    {
        Page page = Draw(now, before, difference);
        return new OverviewPicture(PageImage.Png(page), PageImage.Png(page.Narrow(), NarrowScale), page.Title, page.Context, page.Caption);
    }

    /// <summary>What is wrong with this machine's fonts and what to do, or null. The first call loads the drawing library.</summary>
    public static string? FontProblem => Lettering.Problem;

    /// <summary>The page; a line is the median over replicates, a percentage the change of their mean.</summary>
    internal static Page Draw(EnsembleResult now, EnsembleResult? before, PairedComparison? difference)
    {
        var input = new FigureInput(now);
        FigureInput? ghost = before is null ? null : new FigureInput(before);
        bool one = difference is not null && difference.Baseline.Replicates.Count == 1;
        var page = new Page(1500, 860)
        {
            Title = now.Scenario.Question.Length > 0 ? now.Scenario.Question : now.Scenario.Name,
            Context = $"{input.Context}{Changes(difference)}",
            Note = $"{input.BandNote} Flows are summed over the last 12 months.{(ghost is null ? "" : PerCent(one))} {input.ShockNote}".Trim(),
            Legend = ghost is null ? [] : [(Colours.Blue, $"this run{Median(now)}"), (Colours.Quiet, $"the run before{Median(before!)}")],
        };
        return page.With(Columns, [.. Headlines.Outcomes.Select(name => PanelOf(name, input, ghost, difference))]);
    }

    /// <summary>How the percentages are to be read.</summary>
    private static string PerCent(bool one) =>
        $" Per cent: {(one ? "change against" : "change of the mean over replicates, not of the medians drawn, against")} the run before, at the last month or summed over months{(one ? "" : "; with a question mark where its 95 % interval holds 0 or two pairs are too few for one")}.";

    /// <summary>What a line is; one replicate is drawn as it is.</summary>
    private static string Median(EnsembleResult run) => run.Replicates.Count == 1 ? "" : ": median";

    /// <summary>What was changed since the run before, as far as a line holds it.</summary>
    private static string Changes(PairedComparison? difference) => difference is null || difference.Changes.Count == 0 ? ""
        : $"  ·  {string.Join(", ", difference.Changes.Take(MostChanges).Select(change => $"{change.What} {change.ReadableBefore} → {change.ReadableAfter}"))}"
            + (difference.Changes.Count > MostChanges ? $" and {difference.Changes.Count - MostChanges} more" : "");

    private static Panel PanelOf(string name, FigureInput input, FigureInput? ghost, PairedComparison? difference)
    {
        bool flow = FigureInput.Observable(name).Kind == ObservableKind.Flow;
        Panel panel = input.TimePanel(OutcomeWords.Of(name) + Change(name, difference), FigureInput.Observable(name).Unit);
        panel.Band(input.Times, BandOf(input), Colours.Blue);
        if (ghost is not null)
        {
            panel.Line(ghost.Times, BandOf(ghost).Middle, Colours.Quiet, width: 1.6f);
        }

        return panel;

        Band BandOf(FigureInput of) => flow && of.Months >= 12 ? of.BandOverYear(name) : of.Band(name);
    }

    /// <summary>", mean +12.3 %", with a question mark where the interval of the paired difference holds 0, or there are too few pairs for one.</summary>
    internal static string Change(string name, PairedComparison? difference)
    {
        if (difference?.Effects.FirstOrDefault(effect => effect.Outcome == name) is not { } effect || double.IsNaN(effect.Relative))
        {
            return "";
        }

        bool unsure = effect.Paired.Difference != 0 && (effect.Paired.Pairs is > 1 and < FewestForInterval || (effect.Paired.Low <= 0 && effect.Paired.High >= 0));
        return $", {(effect.Paired.Pairs == 1 ? "" : "mean ")}{ReadableNumber.Percent(effect.Relative)}\u00A0%{(unsure ? "?" : "")}";
    }
}
