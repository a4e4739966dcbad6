using EcoSim.Experiments.Sweeps.Designs;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>Points from which Sobol indices are estimated: pairs of base points A and B, and for each parameter A with that one taken from B.</summary>
/// <remarks>
/// Base points come from several independent scrambles of a Sobol sequence: each is far more even than chance, and how much their estimates
/// differ tells how sure the indices are, which a single sequence cannot. (Saltelli 2002, Computer Physics Communications 145:280-297; Owen 1998.)
/// </remarks>
/// <param name="Parameters">Parameters.</param>
/// <param name="Scrambles">Independent scrambles.</param>
/// <param name="PerScramble">Base points of each.</param>
/// <param name="Points">Points: for each base point A, B, then A with each parameter from B.</param>
public sealed record SobolDesign(int Parameters, int Scrambles, int PerScramble, IReadOnlyList<double[]> Points)
{
    /// <summary>Scrambles of every analysis: enough for an interval, few enough that each is long.</summary>
    public const int UsualScrambles = 8;

    /// <summary>Parameters of an analysis, since a base point has two coordinates for each.</summary>
    public static int MostParameters => SobolSequence.MostDimensions / 2;

    /// <summary>Points for each base point.</summary>
    public int Block => Parameters + 2;

    /// <summary>Lays out the points.</summary>
    /// <param name="parameters">Parameters, 1 to <see cref="MostParameters"/>.</param>
    /// <param name="basePoints">Base points at least; rounded up so that each scramble has a power of two.</param>
    /// <param name="seed">Luck of the scrambles.</param>
    public static SobolDesign Of(int parameters, int basePoints, long seed)
    {
        int each = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (basePoints + UsualScrambles - 1) / UsualScrambles));
        var points = new List<double[]>(UsualScrambles * each * (parameters + 2));
        for (int scramble = 0; scramble < UsualScrambles; scramble++)
        {
            var sequence = new SobolSequence(2 * parameters, new DesignLuck(seed).Part(scramble));
            for (int index = 0; index < each; index++)
            {
                double[] both = sequence.Point(index);
                double[] a = both[..parameters], b = both[parameters..];
                points.Add(a);
                points.Add(b);
                for (int parameter = 0; parameter < parameters; parameter++)
                {
                    double[] mixed = [.. a];
                    mixed[parameter] = b[parameter];
                    points.Add(mixed);
                }
            }
        }

        return new SobolDesign(parameters, UsualScrambles, each, points);
    }
}
