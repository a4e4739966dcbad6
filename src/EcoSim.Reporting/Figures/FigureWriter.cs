using EcoSim.Experiments.Ensembles;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>What became of one figure.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">Title.</param>
/// <param name="Caption">Caption as drawn below the figure, or empty when skipped.</param>
/// <param name="Skipped">Why it was not drawn, or null when it was.</param>
public sealed record FigureOutcome(string Name, string Title, string Caption, string? Skipped)
{
    /// <summary>The figure for an HTML page; null when skipped or not asked for.</summary>
    public InlineFigure? Inline { get; init; }
}

/// <summary>What became of all figures of a result.</summary>
/// <param name="Figures">In the order of <see cref="Reporting.Figures.All"/>.</param>
/// <param name="FontProblem">What is wrong with this machine's fonts and what to do, or null.</param>
public sealed record FigureOutcomes(IReadOnlyList<FigureOutcome> Figures, string? FontProblem)
{
    /// <summary>What was drawn, for an HTML page.</summary>
    public DrawnFigures Drawn => new([.. Figures.Select(figure => figure.Inline).OfType<InlineFigure>()], FontProblem);
}

/// <summary>Writes the figures of a result as PNG and SVG.</summary>
public static class FigureWriter
{
    /// <summary>
    /// Writes <c>NAME.png</c> and <c>NAME.svg</c> for every declared figure; one whose input is absent is skipped with a reason.
    /// A file appears whole or not at all. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>
    /// when the folder cannot be written.
    /// </summary>
    /// <param name="result">Replicates of one scenario.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="done">Told a line for each figure finished or skipped, and a problem with fonts; one call at a time, in no fixed order.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor. The bytes do not depend on it.</param>
    /// <param name="inline">Also return the figures for an HTML page.</param>
    public static FigureOutcomes WriteAll(EnsembleResult result, string folder, Action<string>? done = null, int threads = 0, bool inline = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Directory.CreateDirectory(folder);
        if (Lettering.Problem is { } problem)
        {
            done?.Invoke(problem);
        }

        var input = new FigureInput(result);
        var outcomes = new FigureOutcome[Figures.All.Count];
        var telling = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.For(0, outcomes.Length, options, i =>
        {
            outcomes[i] = Write(Figures.All[i], input, folder, inline);
            lock (telling)
            {
                done?.Invoke(outcomes[i].Skipped is { } reason ? $"{outcomes[i].Name}: skipped, {reason}" : outcomes[i].Name);
            }
        });
        return new FigureOutcomes(outcomes, Lettering.Problem);
    }

    private static FigureOutcome Write(Figure figure, FigureInput input, string folder, bool inline)
    {
        if (figure.Missing(input) is { } reason)
        {
            return new FigureOutcome(figure.Name, figure.Title, "", reason);
        }

        Page page = figure.Draw(input);
        PageFile.Write(page, folder, figure.Name);
        return new FigureOutcome(figure.Name, figure.Title, page.Caption, null)
        {
            Inline = inline ? InlineFigure.Of(page, figure.DrawNarrow(input), figure.Name) : null,
        };
    }
}
