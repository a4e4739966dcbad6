using EcoSim.Experiments.Sweeps.Designs;
using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Calibration;

/// <summary>Draws from a density on the unit cube, by particles that go from the whole cube to the density in steps.</summary>
/// <remarks>
/// Sequential Monte Carlo with tempering (Del Moral, Doucet and Jasra 2006, JRSS B 68:411-436): at each step the power of the density rises as far
/// as half of the particles still count (Del Moral, Doucet and Jasra 2012, Statistics and Computing 22:1009-1020), particles are drawn anew by their weight and
/// moved by Metropolis steps shaped like the cloud. All luck is keyed by step and particle.
/// </remarks>
internal static class TemperedSampler
{
    private const double LeastEffective = 0.5;
    private const int Sweeps = 10, MostSteps = 60;

    /// <summary>Share of proposals to be accepted; the size of steps follows it.</summary>
    private const double GoodAcceptance = 0.25;

    /// <summary>Draws of equal weight.</summary>
    /// <param name="density">Logarithm of the density at a point.</param>
    /// <param name="size">Coordinates.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="luck">Luck of the sampler.</param>
    public static double[][] Draw(Func<double[], double> density, int size, int draws, DesignLuck luck)
    {
        double[][] points = [.. LatinHypercube.Points(draws, size, luck.Part(0))];
        double[] logs = [.. points.Select(density)];
        double power = 0, stride = 2.38 / Math.Sqrt(size);
        for (int step = 1; power < 1 && step <= MostSteps; step++)
        {
            double next = step == MostSteps ? 1 : NextPower(logs, power);
            (points, logs) = Resample(points, logs, next - power, luck.Part(3 * step));
            power = next;
            stride = Move(points, logs, power, stride, density, luck.Part(3 * step + 1));
        }

        return points;
    }

    /// <summary>The highest power at which enough particles still count.</summary>
    private static double NextPower(double[] logs, double power)
    {
        if (Effective(logs, 1 - power) >= LeastEffective * logs.Length)
        {
            return 1;
        }

        double low = 0, high = 1 - power;
        for (int halving = 0; halving < 50; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = Effective(logs, middle) >= LeastEffective * logs.Length ? (middle, high) : (low, middle);
        }

        return power + Math.Max(low, 1e-9);
    }

    private static double Effective(double[] logs, double power)
    {
        double[] weights = Weights(logs, power);
        double sum = weights.Sum(), squares = weights.Sum(weight => weight * weight);
        return sum * sum / squares;
    }

    private static double[] Weights(double[] logs, double power)
    {
        double most = logs.Max();
        return [.. logs.Select(log => Math.Exp(power * (log - most)))];
    }

    /// <summary>Systematic resampling: each particle as often as its weight says, give or take one.</summary>
    private static (double[][] Points, double[] Logs) Resample(double[][] points, double[] logs, double power, DesignLuck luck)
    {
        double[] weights = Weights(logs, power);
        double whole = weights.Sum(), sum = 0, offset = luck.Uniform(0, 0);
        var chosen = new double[points.Length][];
        var theirs = new double[points.Length];
        int from = -1;
        for (int i = 0; i < chosen.Length; i++)
        {
            double mark = (i + offset) / chosen.Length * whole;
            while (from < 0 || (sum < mark && from < points.Length - 1))
            {
                sum += weights[++from];
            }

            chosen[i] = (double[])points[from].Clone();
            theirs[i] = logs[from];
        }

        return (chosen, theirs);
    }

    /// <summary>Moves every particle some times; returns the size of steps for the next time.</summary>
    private static double Move(double[][] points, double[] logs, double power, double stride, Func<double[], double> density, DesignLuck luck)
    {
        Focus shape = Focus.Of(points);
        int size = shape.Size;
        double[] normals = new double[size], step = new double[size];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            DesignLuck ofSweep = luck.Part(sweep);
            int accepted = 0;
            for (int i = 0; i < points.Length; i++)
            {
                for (int k = 0; k < size; k++)
                {
                    normals[k] = Normal.InvCDF(0, 1, ofSweep.Uniform(k, i));
                }

                shape.Shape(normals, step);
                double[] proposed = [.. points[i].Select((value, k) => Reflected(value + stride * step[k]))];
                double log = density(proposed);
                if (Math.Log(ofSweep.Uniform(size, i)) < power * (log - logs[i]))
                {
                    (points[i], logs[i]) = (proposed, log);
                    accepted++;
                }
            }

            stride = Math.Clamp(stride * Math.Exp((double)accepted / points.Length - GoodAcceptance), 0.02, 4);
        }

        return stride;
    }

    /// <summary>Thrown back at the walls of the cube, which keeps steps there and back equally likely.</summary>
    private static double Reflected(double value)
    {
        double folded = Math.Abs(value) % 2;
        return folded > 1 ? 2 - folded : folded;
    }
}
