namespace EcoSim.Experiments.Statistics;

/// <summary>Median of times that are known to the whole unit only, such as months.</summary>
public static class GroupedMedian
{
    /// <summary>
    /// The median under the reading that an observation t lies anywhere within t ± ½ with equal chance: within the cell that holds the middle
    /// it is interpolated, so that it moves smoothly and not from unit to unit. NaN for no observation.
    /// </summary>
    /// <param name="times">Whole numbers in any order.</param>
    public static double Of(IReadOnlyCollection<int> times)
    {
        double half = times.Count / 2.0, below = 0;
        foreach (IGrouping<int, int> cell in times.GroupBy(time => time).OrderBy(cell => cell.Key))
        {
            int count = cell.Count();
            if (below + count >= half)
            {
                return cell.Key - 0.5 + (half - below) / count;
            }

            below += count;
        }

        return double.NaN;
    }
}
