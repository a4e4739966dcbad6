namespace EcoSim.Experiments.Discovery;

/// <summary>A box of parameter space: for each parameter a range, both ends included.</summary>
/// <param name="Low">Lower ends; −∞ where nothing is cut off.</param>
/// <param name="High">Upper ends; +∞ where nothing is cut off.</param>
public sealed record ParameterBox(double[] Low, double[] High)
{
    /// <summary>All of space.</summary>
    public static ParameterBox Whole(int parameters) =>
        new([.. Enumerable.Repeat(double.NegativeInfinity, parameters)], [.. Enumerable.Repeat(double.PositiveInfinity, parameters)]);

    public bool Contains(double[] point)
    {
        for (int parameter = 0; parameter < point.Length; parameter++)
        {
            if (point[parameter] < Low[parameter] || point[parameter] > High[parameter])
            {
                return false;
            }
        }

        return true;
    }

    public bool Restricts(int parameter) => !double.IsInfinity(Low[parameter]) || !double.IsInfinity(High[parameter]);

    /// <summary>The same box with other ends for one parameter.</summary>
    public ParameterBox With(int parameter, double low, double high)
    {
        double[] lows = [.. Low], highs = [.. High];
        (lows[parameter], highs[parameter]) = (low, high);
        return new ParameterBox(lows, highs);
    }

    /// <summary>The same box without a limit on one parameter.</summary>
    public ParameterBox Without(int parameter) => With(parameter, double.NegativeInfinity, double.PositiveInfinity);
}

/// <summary>How well a box tells where a statement holds.</summary>
/// <param name="Points">Points in the box.</param>
/// <param name="Hits">Points in it at which the statement holds.</param>
/// <param name="AllHits">Points anywhere at which it holds.</param>
public readonly record struct BoxScore(int Points, int Hits, int AllHits)
{
    /// <summary>Share of the points in the box at which the statement holds.</summary>
    public double Density => Points == 0 ? 0 : (double)Hits / Points;

    /// <summary>Share of the points at which the statement holds that the box contains.</summary>
    public double Coverage => AllHits == 0 ? 0 : (double)Hits / AllHits;

    /// <summary>Harmonic mean of density and coverage: high only when both are.</summary>
    public double Balance => Hits == 0 ? 0 : 2 * Density * Coverage / (Density + Coverage);

    public static BoxScore Of(ParameterBox box, IReadOnlyList<double[]> points, IReadOnlyList<bool> holds)
    {
        int inside = 0, hits = 0, all = 0;
        for (int point = 0; point < points.Count; point++)
        {
            bool contained = box.Contains(points[point]);
            inside += contained ? 1 : 0;
            hits += contained && holds[point] ? 1 : 0;
            all += holds[point] ? 1 : 0;
        }

        return new BoxScore(inside, hits, all);
    }
}
