using EcoSim.Experiments.Results;

namespace EcoSim.Cli;

/// <summary>Finds the results folder that a command line means.</summary>
internal static class NamedResult
{
    /// <summary>The folder itself or, for a bare name that is no folder, the one of that name in the usual folder for results, which is said.</summary>
    /// <param name="typed">What the user typed.</param>
    /// <param name="saidTo">Where a remark goes; null for none.</param>
    public static string Find(string typed, TextWriter? saidTo)
    {
        if (MissingResult.Usual(typed) is not { } usual)
        {
            return typed;
        }

        saidTo?.WriteLine($"ecosim: '{typed}' is taken for the result '{usual}'.");
        return usual;
    }
}
