using EcoSim.Model;

namespace EcoSim.Experiments.Results;

/// <summary>Fingerprint of everything that decides the bytes of a result.</summary>
/// <remarks>
/// The number of replicates is left out: a result with more of them serves a request for fewer. Name and question are
/// left out too, since they change no number.
/// </remarks>
public static class ContentHash
{
    private static readonly HashSet<string> LeftOut = ["run.replicates"];

    /// <summary>SHA-256 over the canonical text of plan and version, as lower-case hexadecimal digits.</summary>
    public static string Of(Plan plan) => PlanText.Fingerprint(PlanText.Of(plan, LeftOut));
}
