using EcoSim.Experiments.Comparison;
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
    public static SweepTable Of(SweepWorlds worlds, SweepOutcomes outcomes) => new(
        worlds.Experiment.Name, worlds.Experiment.Scenario.Question, worlds.Experiment.Design, worlds.Table, worlds.Experiment.Outcomes,
        SweepRows.Means(worlds, outcomes), outcomes.Replicates);

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
