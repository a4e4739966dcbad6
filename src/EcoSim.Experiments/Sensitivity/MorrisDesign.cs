using EcoSim.Experiments.Sweeps.Designs;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>Morris trajectories (Morris 1991, Technometrics 33:161-174): walks through the unit cube that move each parameter once, in random order.</summary>
/// <remarks>
/// A parameter takes the middles of four equally likely parts, and each move goes two of them up or down, half the distribution. A trajectory
/// does not depend on how many others there are, so that more of them add only what is missing.
/// </remarks>
/// <param name="Parameters">Parameters.</param>
/// <param name="Points">Points, trajectory after trajectory, one more in each than there are parameters.</param>
/// <param name="Moved">Parameter moved to reach each point but the first of a trajectory, which has −1.</param>
public sealed record MorrisDesign(int Parameters, IReadOnlyList<double[]> Points, IReadOnlyList<int> Moved)
{
    /// <summary>Parts of a parameter's distribution.</summary>
    public const int Levels = 4;

    /// <summary>How far a move goes, as a share of the distribution.</summary>
    public const double Step = 0.5;

    private const int Order = 0, Lower = 1, Upwards = 2;

    public int Trajectories => Points.Count / (Parameters + 1);

    /// <summary>Lays out trajectories.</summary>
    /// <param name="parameters">Parameters, at least one.</param>
    /// <param name="trajectories">Trajectories.</param>
    /// <param name="seed">Luck of the design.</param>
    public static MorrisDesign Of(int parameters, int trajectories, long seed)
    {
        var points = new List<double[]>();
        var moved = new List<int>();
        for (int trajectory = 0; trajectory < trajectories; trajectory++)
        {
            DesignLuck luck = new DesignLuck(seed).Part(trajectory);
            double[] point = [.. Enumerable.Range(0, parameters).Select(parameter => Start(luck, parameter))];
            points.Add(point);
            moved.Add(-1);
            foreach (int parameter in luck.Permutation(Order, parameters))
            {
                point = [.. point];
                point[parameter] += IsUpwards(luck, parameter) ? Step : -Step;
                points.Add(point);
                moved.Add(parameter);
            }
        }

        return new MorrisDesign(parameters, points, moved);
    }

    private static double Start(DesignLuck luck, int parameter)
    {
        int lower = luck.Uniform(Lower, parameter) < 0.5 ? 0 : 1;
        return (lower + 0.5) / Levels + (IsUpwards(luck, parameter) ? 0 : Step);
    }

    private static bool IsUpwards(DesignLuck luck, int parameter) => luck.Uniform(Upwards, parameter) < 0.5;
}
