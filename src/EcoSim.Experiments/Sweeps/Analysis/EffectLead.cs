using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Which parameter moves an outcome most, and which ones cannot be told from it.</summary>
/// <remarks>
/// What is compared is the greatest less the least mean over the ranges of a parameter. Balanced: paired by replicate. Else the difference of two of them has to be clear over the
/// points (delete-one jackknife; degrees of freedom: one less than the points of the smallest range it rests on) and, where there are two replicates, paired over these as well.
/// </remarks>
public static class EffectLead
{
    /// <param name="table">The sweep.</param>
    /// <param name="ranked">Effects on the outcome, the one that moves it most first; at least one, each with two ranges or more.</param>
    /// <param name="outcome">The outcome.</param>
    /// <returns>Places among the effects. In a design that is not balanced the points of the leader's smaller range stand for the replicates.</returns>
    public static Lead Of(SweepTable table, IReadOnlyList<MainEffect> ranked, int outcome)
    {
        (int[] Low, int[] High)[] ends = [.. ranked.Select(EndsOf)];
        double[][] swings = [.. ends.Select(end => table.ByReplicate(end.High, outcome).Zip(table.ByReplicate(end.Low, outcome), (high, low) => high - low).ToArray())];
        if (table.IsBalanced)
        {
            return Lead.Of(swings);
        }

        double[] outcomes = table.Outcome(outcome);
        int[] contenders = [.. Enumerable.Range(1, ranked.Count - 1).Where(place => !(IsClear(ends[0], ends[place], outcomes) && IsPaired(swings[0], swings[place])))];
        return new Lead(0, contenders, Math.Min(ends[0].Low.Length, ends[0].High.Length));
    }

    private static (int[] Low, int[] High) EndsOf(MainEffect effect)
    {
        int[] order = [.. Enumerable.Range(0, effect.Ranges.Count).OrderBy(range => effect.Ranges[range].Outcome)];
        return (effect.Members[order[0]], effect.Members[order[^1]]);
    }

    private static bool IsPaired(double[] leading, double[] other) => leading.Length < 2 || PairedDifference.Of(leading, other).Low > 0;

    private static bool IsClear((int[] Low, int[] High) leading, (int[] Low, int[] High) other, double[] outcomes)
    {
        var moves = new double[outcomes.Length];
        double difference = 0;
        Add(leading.High, 1);
        Add(leading.Low, -1);
        Add(other.High, -1);
        Add(other.Low, 1);
        int fewest = new[] { leading.High, leading.Low, other.High, other.Low }.Min(group => group.Length);
        return MeanDifference.Of(difference, Math.Sqrt(moves.Sum(move => move * move)), fewest - 1).Low > 0;

        void Add(int[] group, int sign)
        {
            double mean = group.Average(point => outcomes[point]);
            difference += sign * mean;
            foreach (int point in group)
            {
                // By so much the mean moves when the point is left out, times the jackknife's root of (m − 1)/m, so that the squares add up to s²/m.
                moves[point] += sign * (outcomes[point] - mean) / Math.Sqrt(group.Length * (group.Length - 1.0));
            }
        }
    }
}
