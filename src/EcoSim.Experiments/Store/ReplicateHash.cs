using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Store;

/// <summary>Fingerprint of everything that decides the bytes of a replicate beside its number.</summary>
/// <remarks>
/// The number of months is left out, since a longer run begins with the bytes of the shorter one; so are the number of replicates
/// and whether twins without the anchor run beside them. The compiled model belongs to it: results of two builds never meet.
/// </remarks>
public static class ReplicateHash
{
    private static readonly HashSet<string> LeftOut = ["run.replicates", "run.months", "run.counterfactual"];

    /// <summary>SHA-256 as lower-case hexadecimal digits.</summary>
    public static string Of(Plan plan) =>
        PlanText.Fingerprint($"build={ProgramVersion.ModelBuild}\n{PlanText.Of(plan, LeftOut)}");
}
