namespace EcoSim.Experiments.Results;

/// <summary>Something that a result was made from, so that a later one of the same name is known to be of something else.</summary>
/// <param name="Name">What it is, in the plural, such as <c>targets</c>.</param>
/// <param name="From">Where it came from, as messages call it; empty where there is nothing to call.</param>
/// <param name="Fingerprint">Tells contents apart.</param>
public sealed record ResultInput(string Name, string From, string Fingerprint)
{
    /// <summary>Name of the parameters, shocks and series.</summary>
    public const string Parameters = "parameters";

    /// <summary>Name of the parameters of a scenario with the points at which they vary.</summary>
    public const string Design = "parameters or design";

    /// <summary>Name of what differs where one of two manifests keeps no inputs.</summary>
    internal const string Any = "inputs";

    /// <summary>What this was beside what it is now: the name, and where it came from.</summary>
    /// <param name="now">The same input of the later result.</param>
    internal string Beside(ResultInput now) =>
        From.Length == 0 ? Name : $"{Name} ({From}{(From == now.From ? ", as it then was" : "")})";
}
