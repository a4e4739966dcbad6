using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Ensembles;

/// <summary>The same plan in the world where no anchor ever existed.</summary>
public static class Counterfactual
{
    private const string AnchorPresent = "anchor.present";

    /// <summary>Switches that place an anchor in the world; a model need not have them all.</summary>
    private static readonly string[] Presence = [AnchorPresent, "secondAnchor.present"];

    /// <summary>The twin's plan, or null when the scenario asks for none or has no anchor to take away.</summary>
    public static Plan? Of(Plan plan)
    {
        bool hasAnchor = Catalogue.Find(AnchorPresent) is { } present && present.Get(plan.Parameters) != 0;
        if (!plan.Parameters.Run.Counterfactual || !hasAnchor)
        {
            return null;
        }

        Parameters without = Catalogue.Copy(plan.Parameters);
        foreach (string path in Presence)
        {
            Catalogue.Find(path)?.Set(without, 0);
        }

        return plan with { Parameters = without };
    }
}
