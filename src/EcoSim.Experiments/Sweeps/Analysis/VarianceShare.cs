using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Share of an outcome's variance over points that lies between the ranges of a parameter, with its 95 % interval.</summary>
/// <remarks>
/// Balanced: η² = 1 − within/total sums of squares, the share of an analysis of variance, since the other parameters are the same in every
/// range and cannot differ between them by chance. Else ε², which takes off what chance leaves: 1 − (within / (n − k)) / (total / (n − 1)).
/// Interval: delete-one jackknife, Student's t, cut off at 0 and 1; over the replicates where the design is balanced, else over the points.
/// </remarks>
/// <param name="Value">The share, at least 0; NaN without variance.</param>
/// <param name="Low">Lower end; NaN with fewer than two replicates, or points.</param>
/// <param name="High">Upper end.</param>
public readonly record struct VarianceShare(double Value, double Low, double High)
{
    /// <summary>Relative rounding of a sum over some thousand points.</summary>
    private const double Rounding = 1e-12;

    public static VarianceShare Of(SweepTable table, MainEffect effect, int outcome)
    {
        double[] without = table.IsBalanced ? WithoutReplicates(table, effect, outcome) : WithoutPoints(effect.Members, table.Outcome(outcome));
        if (without.Length < 2)
        {
            return new VarianceShare(effect.Share, double.NaN, double.NaN);
        }

        double mean = without.Average(), n = without.Length;
        double error = Math.Sqrt((n - 1) / n * without.Sum(one => (one - mean) * (one - mean)));
        double margin = StudentInterval.HalfWidth(without.Length - 1) * error;
        return new VarianceShare(effect.Share, Math.Clamp(effect.Share - margin, 0, 1), Math.Clamp(effect.Share + margin, 0, 1));
    }

    /// <summary>The share itself, below 0 where less lies between the ranges than chance would leave.</summary>
    internal static double Of(IReadOnlyList<int[]> groups, double[] outcomes, bool balanced)
    {
        double[] all = [.. groups.SelectMany(group => group).Select(point => outcomes[point])];
        return Share(Squares(all), groups.Sum(group => Squares([.. group.Select(point => outcomes[point])])), all.Length, groups.Count, balanced);
    }

    private static double[] WithoutReplicates(SweepTable table, MainEffect effect, int outcome)
    {
        if (table.Runs is not { } runs || double.IsNaN(effect.Share))
        {
            return [];
        }

        double[][] values = [.. Enumerable.Range(0, table.Points.Rows.Count).Select(point => runs(point, outcome))];
        return [.. Enumerable.Range(0, table.Replicates).Select(left => Of(effect.Members, Array.ConvertAll(values, point => Spread.Of([.. point[..left], .. point[(left + 1)..]]).Mean), balanced: true))
            .Where(share => !double.IsNaN(share))];
    }

    /// <summary>Without a point y of a group of m its squares are less by m/(m − 1)·(y − ȳ)².</summary>
    private static double[] WithoutPoints(IReadOnlyList<int[]> groups, double[] outcomes)
    {
        double[] all = [.. groups.SelectMany(group => group).Select(point => outcomes[point])];
        double total = Squares(all), within = groups.Sum(group => Squares([.. group.Select(point => outcomes[point])]));
        double centre = all.DefaultIfEmpty(double.NaN).Average();
        return [.. groups.SelectMany(group =>
        {
            double mean = group.Average(point => outcomes[point]);
            return group.Select(point => Share(
                Above(total, Lost(outcomes[point] - centre, all.Length)), within - Lost(outcomes[point] - mean, group.Length), all.Length - 1, groups.Count - (group.Length == 1 ? 1 : 0), balanced: false));
        }).Where(share => !double.IsNaN(share))];
    }

    /// <summary>What is left of a sum of squares; nothing where only rounding is, as when the one point that differs was taken away.</summary>
    private static double Above(double squares, double lost) => squares - lost > Rounding * squares ? squares - lost : 0;

    private static double Lost(double distance, int count) => count < 2 ? 0 : count / (count - 1.0) * distance * distance;

    private static double Share(double total, double within, int points, int groups, bool balanced) => points <= groups || groups == 0 || total == 0
        ? double.NaN
        : 1 - within / total * (balanced ? 1 : (points - 1.0) / (points - groups));

    private static double Squares(double[] values)
    {
        double mean = values.DefaultIfEmpty(0).Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
