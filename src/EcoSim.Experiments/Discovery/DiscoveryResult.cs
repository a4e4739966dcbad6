using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Experiments.Discovery;

/// <summary>What was asked of a sweep and what was found.</summary>
/// <param name="Table">The sweep.</param>
/// <param name="Statement">What should hold.</param>
/// <param name="Points">Points of the sweep at which the statement has a truth value.</param>
/// <param name="Holds">Whether it holds, for each of these.</param>
/// <param name="Found">The boxes.</param>
public sealed record DiscoveryResult(SweepTable Table, Statement Statement, IReadOnlyList<int> Points, IReadOnlyList<bool> Holds, Discovery Found)
{
    /// <summary>Closer to the threshold than so many standard errors of a point's mean, luck of its replicates may decide whether the statement holds there.</summary>
    public const double Near = 2;

    /// <summary>Most boxes that were asked for.</summary>
    public int Most { get; init; }

    /// <summary>Least density that was asked of a box; null where none was.</summary>
    public double? Asked { get; init; }

    /// <summary>Points at which luck may decide; null with one replicate, which does not tell.</summary>
    public int? Doubtful { get; init; }

    /// <summary>Finds boxes in a sweep whose runs are at hand.</summary>
    /// <param name="table">The sweep.</param>
    /// <param name="statement">The statement, its names the outcomes and then the parameters of the sweep.</param>
    /// <param name="most">Most boxes.</param>
    /// <param name="density">Least density asked for; null for the best balance of density and coverage.</param>
    /// <param name="seed">Luck of the resampling.</param>
    public static DiscoveryResult Of(SweepTable table, Statement statement, int most, double? density, long seed)
    {
        var points = new List<int>();
        var holds = new List<bool>();
        for (int point = 0; point < table.Points.Rows.Count; point++)
        {
            if (statement.Holds([.. table.Means[point], .. table.Points.Rows[point]]) is { } held)
            {
                points.Add(point);
                holds.Add(held);
            }
        }

        double[][] rows = [.. points.Select(point => table.Points.Rows[point])];
        return new DiscoveryResult(table, statement, points, holds, Discovery.Of(rows, holds, most, density, seed))
        {
            Most = most,
            Asked = density,
            Doubtful = table.Replicates < 2 ? null : points.Count(point => IsDoubtful(table, statement, point)),
        };
    }

    private static bool IsDoubtful(SweepTable table, Statement statement, int point)
    {
        double[][] runs = [.. table.Outcomes.Select((_, column) => table.Runs!(point, column))];
        double[] parameters = table.Points.Rows[point];
        Spread spread = Spread.Of([.. Enumerable.Range(0, table.Replicates).Select(replicate => statement.Distance([.. runs.Select(values => values[replicate]), .. parameters]))]);
        return Math.Abs(spread.Mean) < Near * spread.StandardError;
    }
}
