using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Points at which a parameter lies in one range.</summary>
/// <param name="From">Least value there.</param>
/// <param name="To">Greatest value there.</param>
/// <param name="Middle">Mean value there.</param>
/// <param name="Outcome">Mean of the outcome over these points, whatever the other parameters.</param>
/// <param name="Points">Points.</param>
public readonly record struct EffectRange(double From, double To, double Middle, double Outcome, int Points)
{
    /// <summary>Less the centre (all points, or the scenario in a design of one at a time), its interval as that of <see cref="MainEffect.Contrast"/>.</summary>
    public MeanDifference AgainstCentre { get; init; }

    /// <summary>
    /// Half the interval of <see cref="AgainstCentre"/>, NaN where there is none: the whisker around the mean. An interval of the level itself would hold luck that moves all points alike,
    /// which says nothing of the parameter, and one over points alone would leave out luck that changes the effect.
    /// </summary>
    public double HalfWidth => AgainstCentre.HasInterval ? AgainstCentre.HalfWidth : double.NaN;
}

/// <summary>How an outcome goes with one parameter, the others averaged over.</summary>
/// <param name="Column">The parameter.</param>
/// <param name="Ranges">Ranges of its values, rising.</param>
/// <param name="Share">Share of the outcome's variance over points that lies between the ranges (correlation ratio; corrected for chance where the design is not balanced); NaN without variance.</param>
/// <param name="Contrast">
/// Highest range less lowest. Its interval: paired by replicate where the design is balanced, so that points differ by this parameter and luck alone; else over points
/// and replicates (<see cref="PointsDifference"/>), since the other parameters, too, differ between the ranges, by chance. None where there are too few.
/// </param>
public sealed record MainEffect(int Column, IReadOnlyList<EffectRange> Ranges, double Share, MeanDifference Contrast)
{
    /// <summary>So many different values or fewer are levels; of more, equally filled ranges are made.</summary>
    private const int MostLevels = 12;

    private const int RangesOfContinuum = 6;

    private static readonly MeanDifference None = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Points of each range.</summary>
    public IReadOnlyList<int[]> Members { get; init; } = [];

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
        int[] centre = table.Design == DesignKind.OneAtATime ? [0] : points;
        EffectRange[] ranges = [.. groups.Select(group => RangeOf(group, values, outcomes, Against(table, outcome, group, centre)))];
        double share = VarianceShare.Of(groups, outcomes, table.IsBalanced);
        return new MainEffect(parameter, ranges, double.IsNaN(share) ? share : Math.Max(0, share), groups.Count == 0 ? None : Between(table, outcome, groups[^1], groups[0])) { Members = groups };
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

    private static EffectRange RangeOf(int[] group, double[] values, double[] outcomes, MeanDifference againstCentre)
    {
        double mean = Spread.Of([.. group.Select(point => outcomes[point])]).Mean;
        return new EffectRange(values[group[0]], values[group[^1]], group.Average(point => values[point]), mean, group.Length)
        {
            AgainstCentre = againstCentre,
        };
    }

    /// <summary>One group of points less another.</summary>
    private static MeanDifference Between(SweepTable table, int outcome, int[] first, int[] second)
    {
        if (!table.IsBalanced)
        {
            return PointsDifference.Of(table.RunsAt(first, outcome), table.RunsAt(second, outcome));
        }

        return table.Runs is null ? None : MeanDifference.Of(PairedDifference.Of(table.ByReplicate(first, outcome), table.ByReplicate(second, outcome)));
    }

    /// <summary>A group less the centre. Of all n points it is a part itself: it differs from them by (n − m)/n of its difference to the rest.</summary>
    private static MeanDifference Against(SweepTable table, int outcome, int[] group, int[] centre)
    {
        if (table.IsBalanced)
        {
            return Between(table, outcome, group, centre);
        }

        int[] rest = [.. centre.Except(group)];
        return rest.Length == 0 ? None : Between(table, outcome, group, rest).Times((double)rest.Length / centre.Length);
    }
}
