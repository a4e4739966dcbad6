using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>A sweep as one table to look at: values of the parameters at each point, and means of the outcomes over its replicates.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Question">Its question, or empty.</param>
/// <param name="Design">How its points were chosen.</param>
/// <param name="Points">The points.</param>
/// <param name="Outcomes">The outcomes, the headline first.</param>
/// <param name="Means">For each point the mean of each outcome; NaN where no replicate has a value.</param>
/// <param name="Replicates">Replicates of each point.</param>
public sealed record SweepTable(
    string Name, string Question, DesignKind Design, DesignTable Points, IReadOnlyList<OutcomeMeasure> Outcomes, IReadOnlyList<double[]> Means, int Replicates)
{
    /// <summary>An outcome (second) of the replicates of a point (first), in order, NaN where missing; null where only means are at hand.</summary>
    public Func<int, int, double[]>? Runs { get; init; }

    /// <summary>Recorded months of each run.</summary>
    public int Months { get; init; }

    /// <summary>True when every level of a parameter meets the same values of the others, so that means over points differ by it alone.</summary>
    public bool IsBalanced => Design is DesignKind.Grid or DesignKind.OneAtATime;

    public static SweepTable Of(SweepWorlds worlds, SweepOutcomes outcomes) => new(
        worlds.Experiment.Name, worlds.Experiment.Scenario.Question, worlds.Experiment.Design, worlds.Table, worlds.Experiment.Outcomes,
        SweepRows.Means(worlds, outcomes), outcomes.Replicates)
    {
        Months = worlds.Experiment.Scenario.Plan.Parameters.Run.Months,
        Runs = (point, column) => SweepRows.Values(worlds, outcomes, point, column),
    };

    /// <summary>A sweep from all its runs, point by point and within a point replicate by replicate.</summary>
    internal static SweepTable Of(SweepDescription sweep, DesignTable points, IReadOnlyList<OutcomeMeasure> outcomes, IReadOnlyList<SweepRow> rows)
    {
        double[][] means = [.. Enumerable.Range(0, sweep.Points).Select(point => outcomes.Select((_, column) => Spread.Of(Values(point, column)).Mean).ToArray())];
        return new SweepTable(sweep.Experiment, sweep.Question, sweep.Kind, points, outcomes, means, sweep.Replicates) { Months = sweep.Months, Runs = Values };

        double[] Values(int point, int column) =>
            [.. rows.Skip(point * sweep.Replicates).Take(sweep.Replicates).Select(row => row.Failure is null ? row.Values[column] : double.NaN)];
    }

    /// <summary>Means over points of one outcome, replicate by replicate; empty where only means are at hand.</summary>
    public double[] ByReplicate(IReadOnlyCollection<int> points, int outcome)
    {
        if (Runs is null)
        {
            return [];
        }

        var sums = new double[Replicates];
        foreach (int point in points)
        {
            double[] values = Runs(point, outcome);
            for (int replicate = 0; replicate < sums.Length; replicate++)
            {
                sums[replicate] += values[replicate] / points.Count;
            }
        }

        return sums;
    }

    /// <summary>One outcome of the replicates of each of some points; its mean alone where only means are at hand.</summary>
    public double[][] RunsAt(IReadOnlyCollection<int> points, int outcome) =>
        [.. points.Select(point => Runs is null ? [Means[point][outcome]] : Runs(point, outcome))];

    /// <summary>In how many runs a first time comes before they end, and of how many; null for another outcome, or where only means are at hand.</summary>
    public (int Came, int Runs)? Reached(int outcome)
    {
        if (Runs is null || Outcomes[outcome].Kind != MeasureKind.First)
        {
            return null;
        }

        double[] times = [.. Enumerable.Range(0, Points.Rows.Count).SelectMany(point => Runs(point, outcome)).Where(double.IsFinite)];
        return (times.Count(time => time < Months), times.Length);
    }

    /// <summary>False when an outcome is the same at every point that has one.</summary>
    public bool Varies(int outcome) => Outcome(outcome).Where(double.IsFinite).Distinct().Skip(1).Any();

    /// <summary>Values of one parameter at all points.</summary>
    public double[] Parameter(int column) => [.. Points.Rows.Select(row => row[column])];

    /// <summary>Means of one outcome at all points.</summary>
    public double[] Outcome(int column) => [.. Means.Select(row => row[column])];

    /// <summary>Points at which only this parameter speaks: all, except in a design of one at a time.</summary>
    public IEnumerable<int> PointsFor(int column) =>
        Enumerable.Range(0, Points.Rows.Count).Where(point => Design != DesignKind.OneAtATime || DiffersOnlyIn(point, column));

    private bool DiffersOnlyIn(int point, int column)
    {
        double[] row = Points.Rows[point], first = Points.Rows[0];
        for (int other = 0; other < row.Length; other++)
        {
            if (other != column && row[other] != first[other])
            {
                return false;
            }
        }

        return true;
    }
}
