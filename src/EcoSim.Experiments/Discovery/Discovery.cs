using EcoSim.Model.Randomness;

namespace EcoSim.Experiments.Discovery;

/// <summary>A box with what resampling says of it.</summary>
/// <param name="Found">The box.</param>
/// <param name="ChanceOfBalance">Share of the sweeps with shuffled outcomes in which a box of the same or better balance was found: the p-value of the box as a whole.</param>
/// <param name="LimitedAgain">For each parameter the share of resampled sweeps in which the box found there limits it.</param>
public sealed record DiscoveredBox(FoundBox Found, double ChanceOfBalance, IReadOnlyList<double> LimitedAgain)
{
    /// <summary>A box that more of the shuffled sweeps equal could be chance.</summary>
    public const double MostByChance = 0.05;

    public bool CouldBeChance => ChanceOfBalance > MostByChance;
}

/// <summary>Where in parameter space a statement holds.</summary>
/// <param name="Points">Points with a value.</param>
/// <param name="Hits">Points at which the statement holds.</param>
/// <param name="Boxes">Boxes, each found among the points that the ones before leave; only such as are denser than all of space and not told by chance.</param>
public sealed record Discovery(int Points, int Hits, IReadOnlyList<DiscoveredBox> Boxes)
{
    /// <summary>The box at which the search ended, since it is no finding: it could be chance, or is no denser than all of space. Null where none was found, or enough were.</summary>
    public DiscoveredBox? Ended { get; init; }

    /// <summary>Share of all points at which the statement holds.</summary>
    public double Density => (double)Hits / Math.Max(1, Points);

    /// <summary>Sweeps with shuffled outcomes, and resampled sweeps.</summary>
    public const int Resamples = 100;

    private const int Shuffled = 1, Redrawn = 2;

    /// <summary>Finds boxes.</summary>
    /// <param name="points">Points of the sweep.</param>
    /// <param name="holds">Where the statement holds.</param>
    /// <param name="most">Most boxes.</param>
    /// <param name="density">Least density asked for; null for the best balance of density and coverage.</param>
    /// <param name="seed">Luck of the resampling.</param>
    public static Discovery Of(IReadOnlyList<double[]> points, IReadOnlyList<bool> holds, int most, double? density, long seed)
    {
        var boxes = new List<DiscoveredBox>();
        int hits = holds.Count(hit => hit);
        int[] left = [.. Enumerable.Range(0, points.Count)];
        while (boxes.Count < most)
        {
            double[][] rest = [.. left.Select(point => points[point])];
            bool[] held = [.. left.Select(point => holds[point])];
            if (!held.Any(hit => hit) || held.All(hit => hit))
            {
                break;
            }

            FoundBox found = BoxSearch.Find(rest, held, density);
            if (found.Limits.Count == 0)
            {
                break;
            }

            // Coverage is told of all hits, not of those that earlier boxes left.
            FoundBox whole = found with { Score = found.Score with { AllHits = hits } };
            long luck = (long)Draw.Child((ulong)seed, boxes.Count);
            var box = new DiscoveredBox(whole, ChanceOf(found, rest, held, density, luck), Again(rest, held, density, luck));
            if (box.CouldBeChance || whole.Score.Density <= (double)hits / points.Count)
            {
                return new Discovery(points.Count, hits, boxes) { Ended = box };
            }

            boxes.Add(box);
            left = [.. left.Where(point => !found.Box.Contains(points[point]))];
        }

        return new Discovery(points.Count, hits, boxes);
    }

    private static double ChanceOf(FoundBox found, double[][] points, bool[] holds, double? density, long seed)
    {
        int asGood = 0;
        Parallel.For(0, Resamples, resample =>
        {
            bool[] shuffled = [.. holds];
            for (int i = shuffled.Length - 1; i > 0; i--)
            {
                int other = Below(seed, Shuffled, resample, i, i + 1);
                (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
            }

            if (BoxSearch.Find(points, shuffled, density).Score.Balance >= found.Score.Balance)
            {
                Interlocked.Increment(ref asGood);
            }
        });
        return (asGood + 1.0) / (Resamples + 1);
    }

    private static double[] Again(double[][] points, bool[] holds, double? density, long seed)
    {
        var limited = new int[points[0].Length];
        Parallel.For(0, Resamples, resample =>
        {
            int[] chosen = [.. Enumerable.Range(0, points.Length).Select(i => Below(seed, Redrawn, resample, i, points.Length))];
            FoundBox again = BoxSearch.Find([.. chosen.Select(point => points[point])], [.. chosen.Select(point => holds[point])], density);
            foreach (BoxLimit limit in again.Limits)
            {
                Interlocked.Increment(ref limited[limit.Parameter]);
            }
        });
        return [.. limited.Select(count => (double)count / Resamples)];
    }

    private static int Below(long seed, int purpose, int resample, int index, int count) =>
        (int)Math.BigMul(Draw.Child(Draw.Child((ulong)seed, purpose, resample), index), (ulong)count, out _);
}
