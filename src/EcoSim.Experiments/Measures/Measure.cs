using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Measures;

/// <summary>A figure of simulated data, measured as its published counterpart was.</summary>
public sealed class Measure
{
    private readonly Func<IReadOnlyList<RunHistory>, double> _value;
    private readonly Func<IReadOnlyList<RunHistory>, PooledEstimate> _estimate;

    private Measure(
        string name, string unit, string how, Func<IReadOnlyList<RunHistory>, double> value, Func<IReadOnlyList<RunHistory>, PooledEstimate> estimate, MeasureRange? range)
    {
        (Name, Unit, How, Range) = (name, unit, how, range ?? MeasureRange.Of(unit));
        (_value, _estimate) = (value, estimate);
    }

    /// <summary>Name, as in the column <c>measure</c> of a table of targets.</summary>
    public string Name { get; }

    /// <summary>Its unit, 1 for none, as tables for programs write it.</summary>
    public string Unit { get; }

    /// <summary>Its unit as tables for people write it: empty for none.</summary>
    public string ReadableUnit => Unit == "1" ? "" : Unit;

    /// <summary>One sentence: who is counted, over what, followed how long.</summary>
    public string How { get; }

    /// <summary>True for a parameter that is read back rather than anything measured.</summary>
    public bool IsParameter { get; private init; }

    /// <summary>Values that it can take.</summary>
    public MeasureRange Range { get; }

    /// <summary>A measure of all replicates taken together, as if they were one large region; its error is the jackknife's.</summary>
    public static Measure Pooled(string name, string unit, string how, Func<IReadOnlyList<RunHistory>, double> value) =>
        new(name, unit, how, value, replicates => Jackknife.Of(replicates, value), null);

    /// <summary>A measure of each replicate, averaged over those that have it; its range is what its unit tells, unless another is given.</summary>
    public static Measure Mean(string name, string unit, string how, Func<RunHistory, double> ofOne, MeasureRange? range = null)
    {
        return new Measure(name, unit, how, replicates => MeanOf(Known(replicates)), replicates => Jackknife.Of(Known(replicates), MeanOf), range);

        double[] Known(IReadOnlyList<RunHistory> replicates) => [.. replicates.Select(ofOne).Where(value => !double.IsNaN(value))];

        static double MeanOf(IReadOnlyList<double> values) => values.Count == 0 ? double.NaN : values.Average();
    }

    /// <summary>A parameter read back.</summary>
    public static Measure Parameter(string name, string unit, string how, Func<RunHistory, double> ofOne, MeasureRange? range = null)
    {
        Measure mean = Mean(name, unit, how, ofOne, range);
        return new Measure(name, unit, how, mean._value, mean._estimate, range) { IsParameter = true };
    }

    /// <summary>The value alone; NaN when the replicates do not suffice.</summary>
    public double ValueOf(IReadOnlyList<RunHistory> replicates) => replicates.Count == 0 ? double.NaN : _value(replicates);

    /// <summary>The value with its Monte Carlo standard error over replicates.</summary>
    public PooledEstimate Of(IReadOnlyList<RunHistory> replicates) => _estimate(replicates);

    /// <summary>Percentage that two sums make; NaN over nothing.</summary>
    internal static double Percent(double part, double whole) => whole > 0 ? 100 * part / whole : double.NaN;
}
