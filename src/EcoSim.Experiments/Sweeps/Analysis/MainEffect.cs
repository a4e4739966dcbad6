using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Points at which a parameter lies in one range.</summary>
/// <param name="From">Least value there.</param>
/// <param name="To">Greatest value there.</param>
/// <param name="Middle">Mean value there.</param>
/// <param name="Outcome">Mean of the outcome over these points, whatever the other parameters.</param>
/// <param name="HalfWidth">
/// Half its 95 % Student interval: over points, or where the design is balanced, of its difference to the centre over replicates. NaN where
/// there are too few.
/// </param>
/// <param name="Points">Points.</param>
public readonly record struct EffectRange(double From, double To, double Middle, double Outcome, double HalfWidth, int Points)
{
    /// <summary>Less the centre (all points, or the scenario in a design of one at a time), paired by replicate; null where only means are at hand.</summary>
    public PairedDifference? AgainstCentre { get; init; }
}

/// <summary>How an outcome goes with one parameter, the others averaged over.</summary>
/// <param name="Column">The parameter.</param>
/// <param name="Ranges">Ranges of its values, rising.</param>
/// <param name="Share">Share of the outcome's variance over points that lies between the ranges (correlation ratio; corrected for chance where the design is not balanced); NaN without variance.</param>
/// <param name="Paired">Highest range (first) less lowest, paired by replicate, so that it tells luck from effect; null where only means are at hand.</param>
public sealed record MainEffect(int Column, IReadOnlyList<EffectRange> Ranges, double Share, PairedDifference? Paired)
{
    /// <summary>So many different values or fewer are levels; of more, equally filled ranges are made.</summary>
    private const int MostLevels = 12;

    private const int RangesOfContinuum = 6;

    /// <summary>Outcome at the greatest values less that at the least.</summary>
    public double Change => Ranges.Count == 0 ? double.NaN : Ranges[^1].Outcome - Ranges[0].Outcome;

    /// <summary>Greatest less least mean over the ranges.</summary>
    public double Swing => Ranges.Count == 0 ? double.NaN : Ranges.Max(range => range.Outcome) - Ranges.Min(range => range.Outcome);

    /// <summary>The effect of a parameter on an outcome; points without a value are left out.</summary>
    public static MainEffect Of(SweepTable table, int parameter, int outcome)
    {
        double[] values = table.Parameter(parameter), outcomes = table.Outcome(outcome);
        int[] points = [.. table.PointsFor(parameter).Where(point => !double.IsNaN(outcomes[point])).OrderBy(point => values[point])];
        List<int[]> groups = Groups(points, values);
        double[] centre = table.ByReplicate(table.Design == DesignKind.OneAtATime ? [0] : points, outcome);
        double[][] means = [.. groups.Select(group => table.ByReplicate(group, outcome))];
        EffectRange[] ranges =
        [
            .. groups.Select((group, i) => RangeOf(
                group, values, outcomes, centre.Length == 0 ? null : PairedDifference.Of(means[i], centre), table.IsBalanced)),
        ];
        return new MainEffect(parameter, ranges, ShareOf(groups, outcomes, table.IsBalanced), centre.Length == 0 || groups.Count == 0 ? null : PairedDifference.Of(means[^1], means[0]));
    }

    /// <summary>All parameters, the one that moves the outcome most first.</summary>
    public static IReadOnlyList<MainEffect> Ranked(SweepTable table, int outcome) =>
    [
        .. Enumerable.Range(0, table.Points.Parameters.Count).Select(parameter => Of(table, parameter, outcome))
            .OrderByDescending(effect => double.IsNaN(effect.Swing) ? double.NegativeInfinity : effect.Swing),
    ];

    private static List<int[]> Groups(int[] points, double[] values)
    {
        int levels = points.Select(point => values[point]).Distinct().Count();
        if (levels <= MostLevels)
        {
            return [.. points.GroupBy(point => values[point]).Select(group => group.ToArray())];
        }

        // Neighbours of one value stay together.
        var groups = new List<int[]>();
        int start = 0;
        for (int range = 1; range <= RangesOfContinuum; range++)
        {
            int end = range == RangesOfContinuum ? points.Length : (int)((long)points.Length * range / RangesOfContinuum);
            while (end > start && end < points.Length && values[points[end]] == values[points[end - 1]])
            {
                end++;
            }

            if (end > start)
            {
                groups.Add(points[start..end]);
                start = end;
            }
        }

        return groups;
    }

    private static EffectRange RangeOf(int[] group, double[] values, double[] outcomes, PairedDifference? againstCentre, bool balanced)
    {
        Spread spread = Spread.Of([.. group.Select(point => outcomes[point])]);
        double half = balanced && againstCentre is { } paired ? paired.High - paired.Difference : StudentInterval.HalfWidth(spread.Count - 1) * spread.StandardError;
        return new EffectRange(values[group[0]], values[group[^1]], group.Average(point => values[point]), spread.Mean, half, group.Length)
        {
            AgainstCentre = againstCentre,
        };
    }

    /// <summary>
    /// Balanced: η² = 1 − within/total sums of squares, the share of an analysis of variance, since the other parameters are the same in every
    /// range and cannot differ between them by chance. Else ε², which takes off what chance leaves: 1 − (within / (n − k)) / (total / (n − 1)), at least 0.
    /// </summary>
    private static double ShareOf(List<int[]> groups, double[] outcomes, bool balanced)
    {
        double[] all = [.. groups.SelectMany(group => group).Select(point => outcomes[point])];
        if (all.Length <= groups.Count || groups.Count == 0)
        {
            return double.NaN;
        }

        double total = Squares(all), within = groups.Sum(group => Squares([.. group.Select(point => outcomes[point])]));
        double chance = balanced ? 1 : (all.Length - 1.0) / (all.Length - groups.Count);
        return total == 0 ? double.NaN : Math.Max(0, 1 - within / total * chance);
    }

    private static double Squares(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
