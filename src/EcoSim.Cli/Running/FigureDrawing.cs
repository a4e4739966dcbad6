using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Running;

/// <summary>Draws the figures of a result beside its tables, which are already safe.</summary>
internal static class FigureDrawing
{
    /// <summary>Folder of the figures within a result.</summary>
    public const string Subfolder = "figures";

    /// <param name="folder">Where the tables are.</param>
    /// <param name="subfolder">Where the figures go.</param>
    /// <param name="result">What to draw.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one per processor.</param>
    /// <param name="problemsTo">Told why figures are missing altogether.</param>
    /// <param name="say">Told what else a person may want to know.</param>
    public static void Draw(
        ResultsFolder folder, string subfolder, EnsembleResult result, int threads, TextWriter problemsTo, Action<string> say)
    {
        string name = result.Scenario.Name;
        Attempt(name, problemsTo, () =>
        {
            FigureOutcomes? drawn = null;
            folder.Attach(subfolder, target => drawn = FigureWriter.WriteAll(result, target, null, threads));
            if (drawn?.FontProblem is { } fonts)
            {
                problemsTo.WriteLine($"{name}: {fonts}");
            }

            foreach (FigureOutcome skipped in drawn?.Figures.Where(figure => figure.Skipped is not null) ?? [])
            {
                say($"{name}: figure '{skipped.Name}' is left out: {skipped.Skipped}.");
            }
        });
    }

    /// <summary>The same for figures made from several runs.</summary>
    /// <param name="folder">Where the tables are.</param>
    /// <param name="name">What messages call the result.</param>
    /// <param name="problemsTo">Told why figures are missing or unreadable.</param>
    /// <param name="write">Writes the figures into a folder and returns what is wrong with the fonts, or null.</param>
    public static void Draw(ResultsFolder folder, string name, TextWriter problemsTo, Func<string, string?> write) =>
        Attempt(name, problemsTo, () =>
        {
            string? fonts = null;
            folder.Attach(Subfolder, target => fonts = write(target));
            if (fonts is not null)
            {
                problemsTo.WriteLine($"{name}: {fonts}");
            }
        });

    private static void Attempt(string name, TextWriter problemsTo, Action draw)
    {
        try
        {
            draw();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A machine without fonts or native drawing libraries must not take the numbers away.
            problemsTo.WriteLine(
                $"{name}: figures could not be drawn ({error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}); the tables are complete.");
        }
    }
}
