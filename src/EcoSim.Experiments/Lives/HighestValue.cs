namespace EcoSim.Experiments.Lives;

/// <summary>What a firm was worth at its best: the one definition for lists, lives and figures.</summary>
public static class HighestValue
{
    /// <summary>The most that a firm was ever valued at or sold for, million RMB; NaN where neither is known.</summary>
    /// <param name="peakValuation">The most it was ever thought to be worth, million RMB; NaN where not known.</param>
    /// <param name="exitValue">What it was sold or listed for, million RMB; NaN or 0 for neither.</param>
    public static double Of(double peakValuation, double exitValue) => double.MaxNumber(peakValuation, exitValue);

    /// <summary>The same of a row of the organisations.</summary>
    internal static double Of(LifeRow firm) => Of(firm.Number("peak_valuation"), firm.Number("exit_value"));

    /// <summary>True for a firm that was sold for at least what it had ever been thought to be worth.</summary>
    internal static bool IsPrice(LifeRow firm) => firm["status"] == "acquired" && firm.Number("exit_value") >= Of(firm);
}
