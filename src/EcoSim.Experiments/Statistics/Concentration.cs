namespace EcoSim.Experiments.Statistics;

/// <summary>How far a total is in few hands.</summary>
public static class Concentration
{
    /// <summary>
    /// Herfindahl-Hirschman index Σ sᵢ² of the shares sᵢ of the total, from 1/n when all are equal to 1 when one has all; NaN when there is no total.
    /// </summary>
    /// <param name="sizes">Sizes of at least 0.</param>
    public static double Herfindahl(IReadOnlyCollection<double> sizes)
    {
        double total = sizes.Sum();
        return total > 0 ? sizes.Sum(size => size / total * (size / total)) : double.NaN;
    }

    /// <summary>Share of the total that the largest of the sizes hold; NaN when there is no total.</summary>
    /// <param name="sizes">Sizes of at least 0.</param>
    /// <param name="share">Share of the sizes that counts as the top, in (0, 1]; at least one size is taken.</param>
    public static double TopShare(IReadOnlyCollection<double> sizes, double share)
    {
        int top = Math.Max(1, (int)(share * sizes.Count));
        double total = sizes.Sum();
        return total > 0 ? sizes.OrderDescending().Take(top).Sum() / total : double.NaN;
    }
}
