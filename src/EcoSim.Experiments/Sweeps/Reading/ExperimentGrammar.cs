using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>The keys that an experiment has beside those of a scenario, and the words that stand there.</summary>
internal static class ExperimentGrammar
{
    public const string Parameters = "parameters";
    public const string Design = "design";
    public const string Points = "points";
    public const string Replicates = "replicates";
    public const string Outcomes = "outcomes";
    public const string Sensitivity = "sensitivity";
    public const string DesignSeed = "designSeed";
    public const string Calibration = "calibration";

    public const int MostPoints = ExperimentLimits.MostPoints;

    /// <summary>Keys that stand directly in the file.</summary>
    public static readonly string[] Keys = [Parameters, Design, Points, Replicates, Outcomes, Sensitivity, DesignSeed, Calibration];

    public static readonly string[] VariationKeys = ["list", "from", "to", "steps", "distribution", "mean", "sd"];

    public static readonly string[] SensitivityKeys = ["trajectories", "points", "keep"];

    public static readonly string[] CalibrationKeys = ["points", "waves", "wavePoints", "confirm", "steps", "draws"];

    public static readonly IReadOnlyDictionary<string, DesignKind> Designs = new Dictionary<string, DesignKind>(StringComparer.Ordinal)
    {
        ["grid"] = DesignKind.Grid,
        ["one-at-a-time"] = DesignKind.OneAtATime,
        ["latin-hypercube"] = DesignKind.LatinHypercube,
        ["sobol"] = DesignKind.Sobol,
    };

    public static readonly IReadOnlyDictionary<string, VariationKind> Distributions = new Dictionary<string, VariationKind>(StringComparer.Ordinal)
    {
        ["uniform"] = VariationKind.Uniform,
        ["loguniform"] = VariationKind.LogUniform,
        ["normal"] = VariationKind.Normal,
    };

    /// <summary>First part of a path.</summary>
    public static string FirstOf(string path) => path.Split('.', 2)[0];

    /// <summary>True for what only an experiment may hold, rightly spelt or nearly so.</summary>
    public static bool Owns(string path)
    {
        string first = FirstOf(path);
        return Keys.Contains(first, StringComparer.Ordinal)
            || (ScenarioGrammar.Find(first).Role == Role.Unknown && Meant(first) is not null);
    }

    /// <summary>The key of an experiment that a misspelt one was probably meant to be, unless one of a scenario is nearer.</summary>
    public static string? Meant(string typed)
    {
        string? near = NearestName.Among(typed, [.. ScenarioGrammar.KeysOf(""), .. Keys]);
        return near is not null && Keys.Contains(near) ? near : null;
    }
}
