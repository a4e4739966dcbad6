using System.Text.Json;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Results;

/// <summary>Two facts that a reader of the ledger needs: which hub is home, and what makes a dragon.</summary>
internal static class HomeFacts
{
    /// <summary>Name of the anchor's hub in the ledger.</summary>
    internal const string HomeHub = "home";

    public static void Write(Utf8JsonWriter json, Parameters parameters)
    {
        json.WriteString("home_hub", HomeHub);
        ParameterDeclaration? threshold = Catalogue.All.FirstOrDefault(
            parameter => parameter.Path.Contains("dragonThreshold", StringComparison.OrdinalIgnoreCase)
                || parameter.Path.EndsWith("dragons.threshold", StringComparison.OrdinalIgnoreCase));
        if (threshold is not null)
        {
            json.WriteNumber("dragon_threshold", threshold.Get(parameters));
        }
    }
}
