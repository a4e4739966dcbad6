using EcoSim.Experiments.Results;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The numbers of one sentence, all in one unit that keeps them short: three significant digits and a true minus sign.</summary>
internal sealed class AmountScale
{
    private const string Million = "million ";

    /// <summary>In a sentence a thousand million is a billion already; on an axis only ten thousand are.</summary>
    private const double Sooner = 10;

    private readonly UnitScale _scale;

    /// <param name="unit">Unit of the values; an index or share has none to name.</param>
    /// <param name="values">Numbers of the sentence; the largest decides. Missing ones (NaN) do not count.</param>
    public AmountScale(string unit, params IEnumerable<double> values) =>
        _scale = UnitScale.For(
            unit, values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() * (unit.StartsWith(Million, StringComparison.Ordinal) ? Sooner : 1));

    /// <summary>" billion RMB", or nothing.</summary>
    private string Unit => _scale.Name is "index" or "share" or "1" ? "" : " " + _scale.Name;

    /// <summary>"12.3 billion RMB", "1,380 firms".</summary>
    public string Of(double value) => Bare(value) + Unit;

    /// <summary>The same with a plus sign where it is above 0.</summary>
    public string Signed(double value) => ReadableNumber.Signed(value / _scale.Size).Replace('-', '−') + Unit;

    /// <summary>"10.1 to 14.5 billion RMB".</summary>
    public string Range(double low, double high) => $"{Bare(low)} to {Bare(high)}{Unit}";

    private string Bare(double value) => ReadableNumber.Of(value / _scale.Size).Replace('-', '−');
}
