namespace EcoSim.Experiments.Contested;

/// <summary>The contested links of the model, in the order of its description.</summary>
public static class ContestedLinks
{
    public static IReadOnlyList<ContestedLink> All { get; } =
    [
        new("signal", "A backer's opinion moves the next investor.", [("capital.signalPrecision", 0)]),
        new("introductions", "Introductions by a backer of the anchor's circle help.", [("capital.introductionTie", 0)]),
        new("affinity", "Alumni think well of each other, see each other clearly and find one another.",
            [("capital.affinityBias", 0), ("capital.tiePrecision", 0), ("capital.tiePull", 0)]),
        new("distance", "Investors favour what is near.", [("capital.distanceElasticity", 0)]),
        new("agglomeration", "Cluster size raises productivity.", [("hub.agglomerationElasticity", 0)]),
        new("inheritance", "A better parent makes a better spin-out.", [("spinOuts.inheritanceWeight", 0)]),
        new("training", "A more capable anchor breeds more spin-outs, by what it teaches.", [("channels.talent", 0)]),
        new("AI productivity", "AI raises productivity: at the anchor, in what it teaches, and through ready-made services.",
            [("anchor.aiProductivity", 0), ("secondAnchor.aiProductivity", 0), ("talent.aiFrontier", 0), ("compute.serviceSaving", 0)]),
        new("non-compete", "Non-competes hold founders back.", [("spinOuts.nonCompeteEffect", 0)]),
        new("peers", "Ex-colleagues who founded make founders.", [("spinOuts.peerEffect", 0)]),
        new("balance", "Balanced skills make founders; here the mean of skills counts.", [("spinOuts.skillSubstitution", 1)]),
        new("gravity", "The anchor draws venture money, suppliers, seats and people.",
            [("hub.ventureGravity", 0), ("hub.supplierGravity", 0), ("hub.universityGravity", 0), ("hub.anchorPull", 0)]),
        new("brand", "Buyers follow the crowd.", [("products.brand", 0)]),
    ];

    /// <summary>The link that a parameter belongs to, and the value at which it does nothing; null for a parameter of none.</summary>
    public static (ContestedLink Link, double Nothing)? Of(string path) =>
        All.SelectMany(link => link.Nothing.Select(one => (one.Path, Found: ((ContestedLink, double)?)(link, one.Value)))).FirstOrDefault(one => one.Path == path).Found;

    /// <summary>All of them at nothing at once.</summary>
    public static ContestedLink Together { get; } = new("all of them", "No contested link is at work.", [.. All.SelectMany(link => link.Nothing)]);
}
