using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Sensitivity;

/// <summary>Shares of the outcome's variance that a parameter explains.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="First">First-order index: by itself.</param>
/// <param name="Total">Total index: with all its interactions.</param>
/// <param name="Interactions">Total less first order, with an interval of its own, since the two are estimated from the same points; its noise floor is that of the total.</param>
public sealed record SobolIndex(int Parameter, SensitivityIndex First, SensitivityIndex Total, SensitivityIndex Interactions);

/// <summary>Sobol indices from the outputs at the points of a <see cref="SobolDesign"/>.</summary>
/// <remarks>
/// First order: mean of f(B)(f(A_B) − f(A)) over the variance (Saltelli et al. 2010); total: half the mean of (f(A) − f(A_B))² over the variance
/// (Jansen 1999), with f less its mean. Intervals: delete-one jackknife over the scrambles, Student's t. (Saltelli et al. 2010, Computer
/// Physics Communications 181:259-270.)
/// </remarks>
public static class SobolIndices
{
    /// <summary>The indices in order of the parameters; NaN when the outcome does not vary. Base points with a missing value (NaN) are left out.</summary>
    /// <param name="design">The points.</param>
    /// <param name="outputs">For each point the output of each replicate; replicates share their luck over the points.</param>
    public static IReadOnlyList<SobolIndex> Of(SobolDesign design, IReadOnlyList<double[]> outputs)
    {
        double[] means = [.. outputs.Select(point => Spread.Of(point).Mean)];
        double centre = Spread.Of(means).Mean;
        Sums[] scrambles = [.. Enumerable.Range(0, design.Scrambles).Select(scramble => SumsOf(design, means, centre, scramble))];
        Sums all = scrambles.Aggregate(new Sums(design.Parameters), (sum, one) => sum.Plus(one, 1));
        return [.. Enumerable.Range(0, design.Parameters).Select(Index)];

        SobolIndex Index(int parameter)
        {
            (double first, double total) = LuckOf(design, outputs, parameter);
            return new SobolIndex(
                parameter,
                Estimate(sums => sums.First(parameter), all, scrambles, first / all.Variance),
                Estimate(sums => sums.Total(parameter), all, scrambles, total / all.Variance),
                Estimate(sums => sums.Total(parameter) - sums.First(parameter), all, scrambles, total / all.Variance));
        }
    }

    /// <summary>
    /// What luck adds to the numerators of the indices, from the replicates. To that of the total index, half the mean of (f(A) − f(A_B))²: half the mean
    /// squared standard error of that difference, paired over the replicates. To that of the first-order one, the mean of f(B)·(f(A_B) − f(A)): the mean
    /// covariance of the two means. Luck that they share cancels, so a parameter without effect has none of either. NaN for one replicate.
    /// </summary>
    private static (double First, double Total) LuckOf(SobolDesign design, IReadOnlyList<double[]> outputs, int parameter)
    {
        // Luck that moves all points alike is in no index: taken off, it does not blur the covariance.
        double[] common = [.. outputs[0].Select((_, replicate) => outputs.Select(point => point[replicate]).Where(double.IsFinite).DefaultIfEmpty().Average())];
        double first = 0, total = 0;
        int count = 0;
        for (int block = 0; block < outputs.Count; block += design.Block)
        {
            double[] difference = [.. outputs[block].Zip(outputs[block + 2 + parameter], (a, mixed) => mixed - a)];
            double error = Spread.Of(difference).StandardError;
            if (!double.IsNaN(error))
            {
                total += error * error;
                first += CovarianceOfMeans([.. outputs[block + 1].Zip(common, (b, all) => b - all)], difference);
                count++;
            }
        }

        // Luck may lower a first-order index as well; what stands above nothing is not in doubt for that.
        return count == 0 ? (double.NaN, double.NaN) : (Math.Max(first / count, 0), total / count / 2);
    }

    /// <summary>Covariance of the means of two samples whose values come in pairs.</summary>
    private static double CovarianceOfMeans(double[] x, double[] y)
    {
        double xMean = x.Average(), yMean = y.Average(), n = x.Length;
        return x.Zip(y, (a, b) => (a - xMean) * (b - yMean)).Sum() / (n - 1) / n;
    }

    private static SensitivityIndex Estimate(Func<Sums, double> index, Sums all, Sums[] scrambles, double floor)
    {
        double value = index(all);
        double[] without = [.. scrambles.Select(one => index(all.Plus(one, -1)))];
        double mean = without.Average(), n = without.Length;
        double error = Math.Sqrt((n - 1) / n * without.Sum(one => (one - mean) * (one - mean)));
        double margin = StudentInterval.HalfWidth(without.Length - 1) * error;
        return new SensitivityIndex(value, value - margin, value + margin, floor);
    }

    private static Sums SumsOf(SobolDesign design, double[] means, double centre, int scramble)
    {
        var sums = new Sums(design.Parameters);
        for (int index = 0; index < design.PerScramble; index++)
        {
            int start = (scramble * design.PerScramble + index) * design.Block;
            sums.Add(means.AsSpan(start, design.Block), centre);
        }

        return sums;
    }

    /// <summary>Sums over base points, from which every index is a ratio.</summary>
    private sealed class Sums(int parameters)
    {
        private readonly double[] _first = new double[parameters];
        private readonly double[] _total = new double[parameters];
        private double _count;
        private double _sum;
        private double _squares;

        /// <summary>Variance over the points A and B.</summary>
        public double Variance => (_squares - _sum * _sum / (2 * _count)) / (2 * _count - 1);

        public double First(int parameter) => _first[parameter] / _count / Variance;

        public double Total(int parameter) => _total[parameter] / (2 * _count) / Variance;

        public void Add(ReadOnlySpan<double> block, double centre)
        {
            foreach (double output in block)
            {
                if (double.IsNaN(output))
                {
                    return;
                }
            }

            double a = block[0] - centre, b = block[1] - centre;
            _count++;
            _sum += a + b;
            _squares += a * a + b * b;
            for (int parameter = 0; parameter < parameters; parameter++)
            {
                double mixed = block[parameter + 2] - centre;
                _first[parameter] += b * (mixed - a);
                _total[parameter] += (a - mixed) * (a - mixed);
            }
        }

        public Sums Plus(Sums other, int sign)
        {
            var sums = new Sums(parameters) { _count = _count + sign * other._count, _sum = _sum + sign * other._sum, _squares = _squares + sign * other._squares };
            for (int parameter = 0; parameter < parameters; parameter++)
            {
                sums._first[parameter] = _first[parameter] + sign * other._first[parameter];
                sums._total[parameter] = _total[parameter] + sign * other._total[parameter];
            }

            return sums;
        }
    }
}
