namespace EcoSim.Cli;

/// <summary>Where the program speaks.</summary>
/// <param name="Output">Results that were asked for.</param>
/// <param name="Error">Messages for a person.</param>
/// <param name="ShowsProgress">True when messages reach a terminal that can redraw a line.</param>
/// <param name="Redraws">True when results reach a terminal that can be cleared.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool ShowsProgress = false, bool Redraws = false)
{
    private const string ClearScreen = "\u001b[2J\u001b[H";

    public static Terminal OfProcess()
    {
        bool capable = Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new(Console.Out, Console.Error, !Console.IsErrorRedirected && capable, !Console.IsOutputRedirected && capable);
    }

    /// <summary>Clears the screen, so that what follows stands in place of what was there; does nothing in a pipe.</summary>
    public void Clear() => Output.Write(Redraws ? ClearScreen : "");
}
