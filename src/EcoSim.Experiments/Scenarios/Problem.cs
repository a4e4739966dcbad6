namespace EcoSim.Experiments.Scenarios;

/// <summary>One thing wrong with a scenario, said so that a person can mend it.</summary>
/// <param name="File">File in which it stands, or <c>--set</c>.</param>
/// <param name="Line">Line from 1, when known.</param>
/// <param name="Column">Column from 1, when known.</param>
/// <param name="Path">Dotted path, or empty for the file as a whole.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed, and what to do.</param>
/// <param name="Suggestion">The nearest known name, when there is one near enough.</param>
public sealed record Problem(
    string File, int? Line, int? Column, string Path, string Found, string Allowed, string? Suggestion = null)
{
    /// <summary>True when it stands on the command line and in no file.</summary>
    public bool OnCommandLine => File == CommandLineSets.Label;
}
