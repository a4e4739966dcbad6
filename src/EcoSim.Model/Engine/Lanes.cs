using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Engine;

/// <summary>Functions of four numbers at once. They use no more than the four rules, so that every machine gives the same bits.</summary>
public static class Lanes
{
    private const double Log2E = 1.4426950408889634, Ln2 = 0.69314718055994531;

    /// <summary>ln 2 in two parts, of which the first has zeros at its end, so that whole multiples of it are exact.</summary>
    private const double Ln2High = 0.693147180369123816, Ln2Low = 1.90821492927058770e-10;

    /// <summary>3·2⁵¹: added to a number, it leaves the nearest whole number in the low bits.</summary>
    private const double Shifter = 6755399441055744.0;

    private const int Mantissa = 52;

    /// <summary>Below and above, the exponential is taken at this argument; it stays a normal number.</summary>
    private const double MostExponent = 700;

    /// <summary>eˣ, to a few units of the last place: 2ⁿ by the exponent's bits, the rest |r| ≤ ½·ln 2 by the series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-MostExponent)), Vector256.Create(MostExponent));
        Vector256<double> shifted = x * Log2E + Vector256.Create(Shifter);
        Vector256<double> n = shifted - Vector256.Create(Shifter);
        Vector256<double> r = x - n * Ln2High - n * Ln2Low;
        Vector256<double> series = Vector256.Create(1 / 479001600.0);
        series = series * r + Vector256.Create(1 / 39916800.0);
        series = series * r + Vector256.Create(1 / 3628800.0);
        series = series * r + Vector256.Create(1 / 362880.0);
        series = series * r + Vector256.Create(1 / 40320.0);
        series = series * r + Vector256.Create(1 / 5040.0);
        series = series * r + Vector256.Create(1 / 720.0);
        series = series * r + Vector256.Create(1 / 120.0);
        series = series * r + Vector256.Create(1 / 24.0);
        series = series * r + Vector256.Create(1 / 6.0);
        series = series * r + Vector256.Create(0.5);
        series = series * r + Vector256<double>.One;
        series = series * r + Vector256<double>.One;
        return (series.AsInt64() + (shifted.AsInt64() << Mantissa)).AsDouble();
    }

    /// <summary>ln x for normal numbers x > 0, to a few units of the last place: the exponent's bits, and the series of artanh for the rest between √½ and √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        const ulong rootHalf = 0x3FE6A09E667F3BCD, whole = 0x4330000000000000;
        const double bias = 4503599627370496.0 + 1024;
        Vector256<ulong> above = x.AsUInt64() - Vector256.Create(rootHalf) + Vector256.Create(1024ul << Mantissa);
        Vector256<ulong> exponent = above >> Mantissa;
        Vector256<double> k = (exponent | Vector256.Create(whole)).AsDouble() - Vector256.Create(bias);
        Vector256<double> m = (x.AsUInt64() - (exponent << Mantissa) + Vector256.Create(1024ul << Mantissa)).AsDouble();
        Vector256<double> s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        Vector256<double> t = s * s;
        Vector256<double> series = Vector256.Create(1 / 19.0);
        series = series * t + Vector256.Create(1 / 17.0);
        series = series * t + Vector256.Create(1 / 15.0);
        series = series * t + Vector256.Create(1 / 13.0);
        series = series * t + Vector256.Create(1 / 11.0);
        series = series * t + Vector256.Create(1 / 9.0);
        series = series * t + Vector256.Create(1 / 7.0);
        series = series * t + Vector256.Create(1 / 5.0);
        series = series * t + Vector256.Create(1 / 3.0);
        series = series * t + Vector256<double>.One;
        return k * Ln2 + (s + s) * series;
    }

    /// <summary>x^a for x > 0; the exponents 0, 1 and 2 need no logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Pow(Vector256<double> x, double exponent) => exponent switch
    {
        0 => Vector256<double>.One,
        1 => x,
        2 => x * x,
        _ => Exp(Log(x) * exponent),
    };

    /// <summary>Sum of the four, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> x) => x[0] + x[1] + x[2] + x[3];
}
