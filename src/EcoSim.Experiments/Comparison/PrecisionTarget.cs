using EcoSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Comparison;

/// <summary>What to do about a precision that was asked for.</summary>
public enum PrecisionState
{
    Reached,

    /// <summary>More replicates are worth their time.</summary>
    GoOn,

    /// <summary>The most replicates allowed will not do.</summary>
    OutOfReach,
}

/// <summary>How near the precision asked for is.</summary>
/// <param name="State">What to do.</param>
/// <param name="HalfWidth">Half-width of the widest interval as a share of the baseline's mean; NaN below two pairs.</param>
/// <param name="Needed">Pairs that are needed in all at the variance seen so far; infinite where no number is enough.</param>
/// <param name="Next">Pairs to have at the next look.</param>
public readonly record struct PrecisionVerdict(PrecisionState State, double HalfWidth, double Needed, int Next);

/// <summary>How a search for precision ended.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="Headline">Name of the outcome it speaks of.</param>
/// <param name="Verdict">The last verdict.</param>
/// <param name="TimeLeft">Time that the missing pairs would take; null when unknown.</param>
public sealed record PrecisionResult(PrecisionTarget Target, string Headline, PrecisionVerdict Verdict, TimeSpan? TimeLeft);

/// <summary>Replicates are added until the 95 % interval of a mean paired difference is at most ± a share of the baseline's mean.</summary>
/// <remarks>
/// The rule looks at the width of the interval alone, never at the difference or its p-value, which would find effects by looking often
/// enough (Chow and Robbins 1965, Annals of Mathematical Statistics 36:457). Few and growing looks, none before
/// <see cref="FewestPairs"/>, keep the coverage near 95 % although the variance is estimated from the same pairs.
/// </remarks>
/// <param name="Share">Half-width asked for, as a share of the baseline's mean.</param>
/// <param name="MostPairs">Pairs that must not be exceeded.</param>
public sealed record PrecisionTarget(double Share, int MostPairs)
{
    /// <summary>Pairs before the first look.</summary>
    public const int FewestPairs = 10;

    /// <summary>Chance with which the true variance is below the bound that the decision to give up rests on, had it been enough.</summary>
    private const double GiveUpChance = 0.95;

    private const double Normal95 = 1.959963984540054;

    /// <summary>Where a look would come too soon after the last one, it is put off until there are this many times the pairs.</summary>
    private const double LeastGrowth = 1.1;

    private const int MostGrowth = 2;

    /// <summary>Judges the difference of the headline in every world that is compared; the least precise one decides.</summary>
    public PrecisionVerdict Judge(IReadOnlyList<PairedDifference> differences)
    {
        int pairs = differences.Min(difference => difference.Pairs);
        if (pairs < 2)
        {
            return new PrecisionVerdict(pairs >= MostPairs ? PrecisionState.OutOfReach : PrecisionState.GoOn, double.NaN, double.NaN, Math.Min(FewestPairs, MostPairs));
        }

        double halfWidth = differences.Max(HalfWidthOf);
        double needed = differences.Max(difference => Needed(difference, 1));
        if (halfWidth <= Share && pairs >= Math.Min(FewestPairs, MostPairs))
        {
            return new PrecisionVerdict(PrecisionState.Reached, halfWidth, pairs, pairs);
        }

        // The variance is known only roughly: what counts is whether even the least plausible one asks for too much.
        double least = Math.Sqrt((pairs - 1) / ChiSquared.InvCDF(pairs - 1, GiveUpChance));
        bool hopeless = pairs >= MostPairs || differences.Max(difference => Needed(difference, least)) > MostPairs;
        double next = Math.Clamp(needed, Math.Ceiling(LeastGrowth * pairs), MostGrowth * pairs);
        return new PrecisionVerdict(hopeless ? PrecisionState.OutOfReach : PrecisionState.GoOn, halfWidth, needed, (int)Math.Min(next, MostPairs));
    }

    private static double HalfWidthOf(PairedDifference difference)
    {
        double half = (difference.High - difference.Low) / 2;
        return half == 0 ? 0 : half / Math.Abs(difference.Second);
    }

    /// <summary>Smallest m with t(m − 1) · s / √m ≤ share · |baseline mean|, for the standard deviation seen times a factor.</summary>
    private double Needed(PairedDifference difference, double factor)
    {
        double deviation = factor * difference.StandardError * Math.Sqrt(difference.Pairs);
        double wanted = Share * Math.Abs(difference.Second);
        if (deviation == 0)
        {
            return 2;
        }

        // A larger m has a smaller t, so the search starts below and climbs; beyond a thousand t is the normal quantile for this purpose.
        double m = Math.Max(2, Math.Ceiling(Square(Normal95 * deviation / wanted)));
        while (m < 1000 && StudentInterval.HalfWidth((int)m - 1) * deviation / Math.Sqrt(m) > wanted)
        {
            m++;
        }

        return m;
    }

    private static double Square(double x) => x * x;
}
