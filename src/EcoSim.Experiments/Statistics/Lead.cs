namespace EcoSim.Experiments.Statistics;

/// <summary>Which of several quantities is the largest in size, and which ones the replicates do not tell from it.</summary>
/// <param name="Leader">Place of the one whose mean is farthest from 0.</param>
/// <param name="Contenders">Places of those that may be as large: the 95 % interval of the paired difference in size includes 0, or there is none.</param>
/// <param name="Replicates">Replicates that have a value of the leader.</param>
public sealed record Lead(int Leader, IReadOnlyList<int> Contenders, int Replicates)
{
    /// <summary>Fewer replicates hardly know the width of their own intervals, so that no order is read from them.</summary>
    public const int FewestForOrder = 10;

    /// <summary>True when the leader may be called the largest.</summary>
    public bool IsOrdered => Contenders.Count == 0 && Replicates >= FewestForOrder;

    /// <param name="quantities">Each one replicate by replicate, in the same order; at least one.</param>
    public static Lead Of(IReadOnlyList<double[]> quantities)
    {
        Spread[] spreads = [.. quantities.Select(values => Spread.Of(values))];
        int leader = Enumerable.Range(0, spreads.Length).MaxBy(place => Math.Abs(spreads[place].Mean));
        double[] leading = SizesOf(leader);
        return new Lead(
            leader, [.. Enumerable.Range(0, spreads.Length).Where(place => place != leader && !(PairedDifference.Of(leading, SizesOf(place)).Low > 0))], spreads[leader].Count);

        // Counted in the direction of the mean, so that luck which turns the sign counts against a quantity.
        double[] SizesOf(int place) => Array.ConvertAll(quantities[place], value => Math.Sign(spreads[place].Mean) * value);
    }
}
