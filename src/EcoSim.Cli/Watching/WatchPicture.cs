using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Reporting;

namespace EcoSim.Cli.Watching;

/// <summary>Draws what is watched. Kept apart so that the plotting library is loaded only when figures are drawn.</summary>
internal static class WatchPicture
{
    /// <summary>Replaces the picture by that of a run, with the run before as a ghost; a failure is said and the watching goes on.</summary>
    public static void Draw(Terminal terminal, WatchFolder folder, EnsembleResult result, EnsembleResult? before, PairedComparison? difference)
    {
        try
        {
            folder.Show(OverviewFigure.Of(result, before, difference));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            terminal.Error.WriteLine($"{result.Scenario.Name}: the picture could not be drawn ({error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}).");
        }
    }

    /// <summary>Loads the plotting library while the first run goes on, and says when no font is found.</summary>
    public static void Load(Terminal terminal)
    {
        try
        {
            if (OverviewFigure.FontProblem is { } problem)
            {
                terminal.Error.WriteLine($"ecosim: {problem}");
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Said when the first picture is due.
        }
    }
}
