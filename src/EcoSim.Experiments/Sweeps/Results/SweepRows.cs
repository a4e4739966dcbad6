using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>The runs of a sweep as rows of tables, point by point.</summary>
public static class SweepRows
{
    /// <summary>Rows of the runs of a shard that are done or failed.</summary>
    public static IEnumerable<SweepRow> Of(SweepWorlds worlds, SweepOutcomes outcomes, Shard shard)
    {
        long seed = worlds.Experiment.Scenario.Plan.Parameters.Run.Seed;
        for (int point = 0; point < worlds.Points; point++)
        {
            for (int replicate = 0; replicate < outcomes.Replicates; replicate++)
            {
                int run = outcomes.RunOf(worlds.WorldOf(point), replicate);
                if (!shard.Owns(run))
                {
                    continue;
                }

                if (outcomes.IsDone(run))
                {
                    yield return new SweepRow(point, replicate, seed, outcomes.Of(run).ToArray(), null);
                }
                else if (outcomes.FailureOf(run) is { } failure)
                {
                    yield return new SweepRow(point, replicate, seed, [], failure);
                }
            }
        }
    }

    /// <summary>Means over the replicates: for each point the outcomes in order; NaN where no replicate has a value.</summary>
    public static double[][] Means(SweepWorlds worlds, SweepOutcomes outcomes)
    {
        var means = new double[worlds.Points][];
        for (int point = 0; point < means.Length; point++)
        {
            means[point] = new double[outcomes.Outcomes];
            for (int column = 0; column < outcomes.Outcomes; column++)
            {
                double sum = 0;
                int count = 0;
                foreach (double value in Values(worlds, outcomes, point, column))
                {
                    sum += double.IsNaN(value) ? 0 : value;
                    count += double.IsNaN(value) ? 0 : 1;
                }

                means[point][column] = count == 0 ? double.NaN : sum / count;
            }
        }

        return means;
    }

    /// <summary>One outcome of the replicates of a point, in order; NaN for those that are not done.</summary>
    public static double[] Values(SweepWorlds worlds, SweepOutcomes outcomes, int point, int column)
    {
        var values = new double[outcomes.Replicates];
        for (int replicate = 0; replicate < values.Length; replicate++)
        {
            int run = outcomes.RunOf(worlds.WorldOf(point), replicate);
            values[replicate] = outcomes.IsDone(run) ? outcomes.Of(run)[column] : double.NaN;
        }

        return values;
    }
}
