using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Running;

/// <summary>Says that a result took the place of one made from something else, which the name of the folder does not tell apart.</summary>
internal static class ReplacedText
{
    /// <summary>A line that names what the former result had otherwise, or may have had; nothing where it was made from the same.</summary>
    /// <param name="saidTo">Where messages go.</param>
    /// <param name="quiet">True to say nothing.</param>
    /// <param name="name">What the line begins with.</param>
    /// <param name="folder">A folder that was just written.</param>
    public static void Write(TextWriter saidTo, bool quiet, string name, ResultsFolder folder)
    {
        if (quiet || folder.Former is not { } former || folder.Existing is not { } now)
        {
            return;
        }

        IReadOnlyList<string> other = former.InputsOtherThan(now), untold = former.InputsNotTold(now);
        if (other.Count > 0 || untold.Count > 0)
        {
            string otherwise = other.Count == 0 ? "" : $" with other {string.Join(" and other ", other)}";
            string unknown = untold.Count == 0 ? "" : $" that does not tell its {string.Join(" and ", untold)}";
            saidTo.WriteLine($"{name}: '{folder.Path}' held a result{otherwise}{unknown}, which this one replaces; --out DIR keeps both.");
        }
    }
}
