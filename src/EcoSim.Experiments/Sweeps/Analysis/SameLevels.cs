using System.Globalization;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Levels of a parameter between which nothing changes: at points that differ in it alone every outcome is the same in every replicate.</summary>
/// <remarks>So it is where the model rounds them to one number. Told of designs in which points differ in one parameter alone.</remarks>
/// <param name="Parameter">The parameter.</param>
/// <param name="Levels">Neighbouring levels, rising; at least two.</param>
/// <param name="AreAll">True when these are all its levels.</param>
public sealed record SameLevels(ParameterDeclaration Parameter, IReadOnlyList<double> Levels, bool AreAll)
{
    /// <summary>Of all parameters in their order.</summary>
    public static IReadOnlyList<SameLevels> Of(SweepTable table) => table.Runs is null || !table.IsBalanced
        ? []
        : [.. Enumerable.Range(0, table.Points.Parameters.Count).SelectMany(column => OfParameter(table, column))];

    private static IEnumerable<SameLevels> OfParameter(SweepTable table, int column)
    {
        int[] points = [.. table.PointsFor(column)];
        Dictionary<double, int>[] lines = [.. points.GroupBy(point => Others(table, point, column)).Select(line => line.DistinctBy(Level).ToDictionary(Level))];
        double[] levels = [.. points.Select(Level).Distinct().Order()];
        for (int first = 0, last; first < levels.Length; first = last + 1)
        {
            last = first;
            while (last + 1 < levels.Length && IsSame(table, lines, levels[last], levels[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                yield return new SameLevels(table.Points.Parameters[column], levels[first..(last + 1)], last - first + 1 == levels.Length);
            }
        }

        double Level(int point) => table.Points.Rows[point][column];
    }

    /// <summary>Values of the other parameters at a point; in a design of one at a time they are those of the scenario.</summary>
    private static string Others(SweepTable table, int point, int column) => table.Design == DesignKind.OneAtATime
        ? ""
        : string.Join(' ', table.Points.Rows[point].Where((_, other) => other != column).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static bool IsSame(SweepTable table, Dictionary<double, int>[] lines, double level, double next)
    {
        Dictionary<double, int>[] both = [.. lines.Where(line => line.ContainsKey(level) && line.ContainsKey(next))];
        return both.Length > 0 && both.All(line => Enumerable.Range(0, table.Outcomes.Count).All(outcome => IsSame(table.Runs!(line[level], outcome), table.Runs(line[next], outcome))));
    }

    /// <summary>Runs without a value tell nothing.</summary>
    private static bool IsSame(double[] one, double[] other) => one.All(double.IsFinite) && one.AsSpan().SequenceEqual(other);
}
