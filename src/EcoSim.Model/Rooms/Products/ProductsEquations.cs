using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Milestones, innovation, the market and the value of a start-up.</summary>
public static class ProductsEquations
{
    /// <summary>A number not below x^a for 0 ≤ a ≤ 1 that needs no logarithm: Bernoulli's 1 + a·(x − 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerBound(Vector256<double> x, double exponent) => Vector256.Create(1 - exponent) + x * exponent;

    /// <summary>x^a over that bound, at most 1; above a = 1 the power is its own bound.</summary>
    public static double OverBound(double x, double exponent) => exponent <= 1 ? Math.Pow(x, exponent) / (1 - exponent + x * exponent) : 1;

    /// <summary>Factor on the pace of milestones and innovations: (local staff of the sector over what is usual)^θ.</summary>
    /// <param name="staff">Staff of the sector's start-ups in the hub.</param>
    /// <param name="usual">Staff at the reference density.</param>
    /// <param name="elasticity">θ, 0 switches the link off.</param>
    public static double Agglomeration(double staff, double usual, double elasticity) =>
        Math.Pow(Math.Max(staff / Math.Max(usual, 1e-9), LeastDensity), elasticity);

    /// <summary>A sector's density never counts as less than this, so that the first firm can work at all.</summary>
    private const double LeastDensity = 0.05;

    /// <summary>Chance that a finished milestone turns out a failure: φ^(know-how^care), which is φ for know-how 1.</summary>
    public static double FailureProbability(double failure, double knowHow, double care) =>
        failure <= 0 ? 0 : Math.Pow(failure, Math.Pow(knowHow, care));

    /// <summary>Demand of a niche: saturation/(1 + exp(−k·(t − t₀))), with k from the time between a tenth and nine tenths.</summary>
    /// <param name="saturation">Sales at saturation.</param>
    /// <param name="years">Years t.</param>
    /// <param name="midpoint">Year t₀ of half saturation.</param>
    /// <param name="span">Years from a tenth to nine tenths.</param>
    public static double Demand(double saturation, double years, double midpoint, double span) =>
        saturation / (1 + Math.Exp(-LogisticSpan / span * (years - midpoint)));

    /// <summary>ln 81: how far a logistic curve's argument moves from a tenth to nine tenths.</summary>
    private static readonly double LogisticSpan = Math.Log(81);

    /// <summary>Weight of a firm with buyers: appeal · brand · reach.</summary>
    /// <param name="appeal">exp(taste · quality), 0 before the market.</param>
    /// <param name="brand">(1 + share) to the power of the brand's exponent.</param>
    /// <param name="reach">1, and more with a strategic backer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Weight(Vector256<double> appeal, Vector256<double> brand, Vector256<double> reach) => appeal * brand * reach;

    /// <summary>Innovation's step between worst and best: worst + (best − worst)·x, x from Kumaraswamy(2, 5), which is near Beta(2, 5) and inverts in one line.</summary>
    public static double InnovationStep(double uniform, double worst, double best) =>
        worst + (best - worst) * Math.Sqrt(1 - Math.Pow(1 - uniform, 0.2));

    /// <summary>Value from sales: yearly sales times a multiple that rises with their growth.</summary>
    /// <param name="revenue">Sales a month.</param>
    /// <param name="growth">Log growth of sales over the last year.</param>
    /// <param name="multiple">Multiple at no growth.</param>
    /// <param name="perDoubling">Rise of the multiple per doubling.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SalesValue(Vector256<double> revenue, Vector256<double> growth, double multiple, double perDoubling) =>
        revenue * 12 * Vector256.Max(Vector256.Create(multiple) + growth * (perDoubling / Ln2), Vector256.Create(LeastMultiple));

    private const double Ln2 = 0.6931471805599453;

    /// <summary>However fast sales fall, a year's profit is worth no less than this many times itself.</summary>
    private const double LeastMultiple = 0.5;

    /// <summary>Staff that sales and cash can carry.</summary>
    /// <param name="cash">Cash.</param>
    /// <param name="horizon">Months that cash should last.</param>
    /// <param name="grossProfit">Gross profit a month.</param>
    /// <param name="staffShare">Share of it for staff.</param>
    /// <param name="costPerHead">Cost of a person a month.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AffordableStaff(
        Vector256<double> cash, double horizon, Vector256<double> grossProfit, double staffShare, Vector256<double> costPerHead) =>
        (Vector256.Max(cash, Vector256<double>.Zero) / horizon + grossProfit * staffShare) / costPerHead;

    /// <summary>Logarithm of a year's factor on project work, which is lognormal with mean 1.</summary>
    /// <param name="normal">Standard normal.</param>
    /// <param name="spread">Standard deviation of the logarithm.</param>
    public static Vector256<double> YearsLuck(Vector256<double> normal, double spread) =>
        normal * spread - Vector256.Create(spread * spread / 2);

    /// <summary>Mean staff over a plan in which a firm of n hires all it can, g·n + 1 a month: (n + 1/g)·((1 + g)^T − 1)/(g·T) − 1/g.</summary>
    /// <param name="staff">Staff n now.</param>
    /// <param name="mostHiring">Largest growth g a month, beyond one person.</param>
    /// <param name="months">Length T of the plan, months.</param>
    public static Vector256<double> PlannedStaff(Vector256<double> staff, double mostHiring, double months)
    {
        if (mostHiring < LeastGrowth)
        {
            return staff + Vector256.Create(months / 2);
        }

        double growth = (Math.Pow(1 + mostHiring, months) - 1) / (mostHiring * months);
        return (staff + Vector256.Create(1 / mostHiring)) * growth - Vector256.Create(1 / mostHiring);
    }

    /// <summary>Growth a month below which a plan's growth counts as none, so that nothing is divided by zero.</summary>
    private const double LeastGrowth = 1e-6;
}
