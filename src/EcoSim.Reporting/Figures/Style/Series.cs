namespace EcoSim.Reporting.Style;

/// <summary>Arithmetic on monthly paths.</summary>
internal static class Series
{
    /// <summary>Sum over the last twelve months, NaN before a year has passed; a flow a year without the noise of months.</summary>
    public static double[] OverYear(double[] monthly)
    {
        var sums = new double[monthly.Length];
        double sum = 0;
        for (int t = 0; t < monthly.Length; t++)
        {
            sum = 0;
            for (int back = Math.Max(0, t - 11); back <= t; back++)
            {
                sum += monthly[back];
            }

            sums[t] = t < 11 ? double.NaN : sum;
        }

        return sums;
    }

    /// <summary>Sum from the first month to each month.</summary>
    public static double[] FromStart(double[] monthly)
    {
        double sum = 0;
        return Array.ConvertAll(monthly, value => sum += value);
    }

    /// <summary>Ratio point by point, NaN where the denominator is 0.</summary>
    public static double[] Ratio(double[] above, double[] below) =>
        above.Zip(below, (a, b) => b == 0 ? double.NaN : a / b).ToArray();

    public static double[] Minus(double[] left, double[] right) => left.Zip(right, (a, b) => a - b).ToArray();
}
