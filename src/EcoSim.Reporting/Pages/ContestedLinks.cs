using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>A mechanism that the literature disputes.</summary>
/// <param name="Path">The parameter that governs it.</param>
/// <param name="Neutral">The value at which it does nothing.</param>
internal sealed record ContestedLink(string Path, double Neutral = 0)
{
    public bool IsAtWork(Parameters parameters) => Catalogue.Get(Path).Get(parameters) != Neutral;
}

/// <summary>The contested links that one parameter each can switch off, as the model's description lists them.</summary>
internal static class ContestedLinks
{
    public static readonly IReadOnlyList<ContestedLink> All =
    [
        new("capital.signalPrecision"), new("capital.introductionTie"), new("capital.affinityBias"), new("capital.tiePrecision"),
        new("capital.tiePull"), new("capital.distanceElasticity"), new("hub.agglomerationElasticity"), new("spinOuts.inheritanceWeight"),
        new("anchor.aiProductivity"), new("talent.aiFrontier"), new("compute.serviceSaving"), new("spinOuts.nonCompeteEffect"),
        new("spinOuts.peerEffect"), new("spinOuts.skillSubstitution", Neutral: 1), new("hub.ventureGravity"), new("hub.supplierGravity"),
        new("hub.universityGravity"), new("hub.anchorPull"), new("products.brand"),
    ];
}
