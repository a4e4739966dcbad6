namespace EcoSim.Cli;

/// <summary>Where the program speaks.</summary>
/// <param name="Output">Results that were asked for.</param>
/// <param name="Error">Messages for a person.</param>
/// <param name="ShowsProgress">True when messages reach a terminal that can redraw a line.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool ShowsProgress = false)
{
    public static Terminal OfProcess() => new(
        Console.Out, Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
}
