using System.Numerics;

namespace EcoSim.Experiments.Statistics;

/// <summary>Shares out the worth of a whole among its players, from the worth of every set of players.</summary>
/// <remarks>
/// Worth is indexed by set: bit i of the index says that player i takes part, so n players need 2ⁿ numbers. The value
/// is Shapley's (1953); the interaction is the index of Grabisch and Roubens (1999, International Journal of Game Theory 28:547).
/// </remarks>
public static class ShapleyValue
{
    /// <summary>
    /// φᵢ = Σ over sets S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). Sums to v(all) − v(none) up to
    /// rounding; exactly 0 for a player that never changes the worth.
    /// </summary>
    /// <exception cref="ArgumentException">The length is not a power of two.</exception>
    public static double[] Of(ReadOnlySpan<double> worth)
    {
        int players = PlayersOf(worth);
        var values = new double[players];
        for (int player = 0; player < players; player++)
        {
            int own = 1 << player;
            for (int set = 0; set < worth.Length; set++)
            {
                if ((set & own) == 0)
                {
                    values[player] += Weight(BitOperations.PopCount((uint)set), players) * (worth[set | own] - worth[set]);
                }
            }
        }

        return values;
    }

    /// <summary>
    /// Iᵢⱼ = Σ over sets S without i and j of |S|! (n − |S| − 2)! / (n − 1)! · (v(S ∪ ij) − v(S ∪ i) − v(S ∪ j) + v(S)): above 0 where two
    /// players do more together than apart, below 0 where one stands in for the other. The diagonal is NaN.
    /// </summary>
    /// <exception cref="ArgumentException">The length is not a power of two.</exception>
    public static double[,] Interactions(ReadOnlySpan<double> worth)
    {
        int players = PlayersOf(worth);
        var indices = new double[players, players];
        for (int one = 0; one < players; one++)
        {
            indices[one, one] = double.NaN;
            for (int other = one + 1; other < players; other++)
            {
                indices[one, other] = indices[other, one] = Interaction(worth, players, 1 << one, 1 << other);
            }
        }

        return indices;
    }

    private static double Interaction(ReadOnlySpan<double> worth, int players, int one, int other)
    {
        double index = 0;
        for (int set = 0; set < worth.Length; set++)
        {
            if ((set & (one | other)) == 0)
            {
                double joint = worth[set | one | other] - worth[set | one] - (worth[set | other] - worth[set]);
                index += Weight(BitOperations.PopCount((uint)set), players - 1) * joint;
            }
        }

        return index;
    }

    /// <summary>size! (players − size − 1)! / players!</summary>
    private static double Weight(int size, int players)
    {
        double weight = 1.0 / players;
        for (int i = 1; i <= size; i++)
        {
            weight *= (double)i / (players - i);
        }

        return weight;
    }

    private static int PlayersOf(ReadOnlySpan<double> worth)
    {
        if (!BitOperations.IsPow2(worth.Length))
        {
            throw new ArgumentException($"Found the worth of {worth.Length} sets; every set of n players makes 2ⁿ.", nameof(worth));
        }

        return BitOperations.Log2((uint)worth.Length);
    }
}
