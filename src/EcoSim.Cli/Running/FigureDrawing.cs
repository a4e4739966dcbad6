using EcoSim.Reporting;

namespace EcoSim.Cli.Running;

/// <summary>Puts figures and page into a results folder while it is being filled, so that all of it appears at once.</summary>
/// <param name="name">What messages call the result.</param>
/// <param name="problemsTo">Told what is missing and why.</param>
internal sealed class FigureDrawing(string name, TextWriter problemsTo)
{
    /// <summary>Folder of the figures within a result.</summary>
    public const string Subfolder = "figures";

    /// <summary>Draws what can be drawn and writes the page; a problem with either takes no number away.</summary>
    /// <param name="folder">Folder being filled.</param>
    /// <param name="draw">Draws the figures into a folder; null for none.</param>
    /// <param name="page">Makes the page with these figures.</param>
    public void Write(string folder, Func<string, DrawnFigures>? draw, Func<DrawnFigures, Report> page)
    {
        DrawnFigures drawn = draw is null ? DrawnFigures.None : Drawn(Path.Combine(folder, Subfolder), draw);
        Attempt("the page could not be written", () => page(drawn).Write(folder));
    }

    private DrawnFigures Drawn(string folder, Func<string, DrawnFigures> draw)
    {
        DrawnFigures? drawn = null;
        Attempt("figures could not be drawn", () => drawn = draw(folder));
        if (drawn is null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (drawn?.FontProblem is { } fonts)
        {
            problemsTo.WriteLine($"{name}: {fonts}");
        }

        return drawn ?? DrawnFigures.None;
    }

    private void Attempt(string problem, Action act)
    {
        try
        {
            act();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A machine without fonts or native drawing libraries must not take the numbers away.
            problemsTo.WriteLine($"{name}: {problem} ({error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}); the tables are complete.");
        }
    }
}
