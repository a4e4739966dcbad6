using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Running;

/// <summary>Says that a result took the place of one made from something else, which the name of the folder does not tell apart.</summary>
internal static class ReplacedText
{
    /// <summary>A line that names what the former result had otherwise; nothing where it was made from the same.</summary>
    /// <param name="saidTo">Where messages go.</param>
    /// <param name="quiet">True to say nothing.</param>
    /// <param name="name">What the line begins with.</param>
    /// <param name="folder">A folder that was just written.</param>
    public static void Write(TextWriter saidTo, bool quiet, string name, ResultsFolder folder)
    {
        if (!quiet && folder.Former is { } former && folder.Existing is { } now && former.InputsOtherThan(now) is { Count: > 0 } other)
        {
            saidTo.WriteLine($"{name}: '{folder.Path}' held a result with other {string.Join(" and other ", other)}, which this one replaces; --out DIR keeps both.");
        }
    }
}
