using EcoSim.Experiments.Sweeps;

namespace EcoSim.Cli.Sweeping;

/// <summary>Designs in words.</summary>
internal static class DesignText
{
    public static string Of(DesignKind design) => design switch
    {
        DesignKind.Grid => "a grid",
        DesignKind.OneAtATime => "one at a time",
        DesignKind.LatinHypercube => "a Latin hypercube",
        DesignKind.Sobol => "a scrambled Sobol sequence",
        _ => "points from a file",
    };
}
