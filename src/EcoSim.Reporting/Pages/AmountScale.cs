using EcoSim.Experiments.Results;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The numbers of one sentence, all in one unit that keeps them short: three significant digits and a true minus sign.</summary>
internal sealed class AmountScale
{
    private const string Million = "million ";

    /// <summary>In a sentence a thousand million is a billion already; on an axis only ten thousand are.</summary>
    private const double Sooner = 10;

    /// <summary>Each unit of money is a thousand of the next.</summary>
    private const double Step = 1e3;

    /// <summary>A number below a tenth begins with a zero behind the point.</summary>
    private const double Tiny = 0.1;

    /// <summary>From here on a number has more digits than the zeros that a smaller unit would save.</summary>
    private const double Longest = 1e4;

    private readonly UnitScale _scale;

    /// <param name="unit">Unit of the values; an index or share has none to name.</param>
    /// <param name="values">Numbers of the sentence; the largest decides, unless the least would begin with zeros behind the point. Missing ones (NaN) do not count.</param>
    public AmountScale(string unit, params IEnumerable<double> values)
    {
        double[] sizes = [.. values.Where(double.IsFinite).Select(Math.Abs)];
        double largest = sizes.DefaultIfEmpty(0).Max(), least = sizes.Where(size => size > 0).DefaultIfEmpty(largest).Min();
        bool money = unit.StartsWith(Million, StringComparison.Ordinal);
        UnitScale usual = UnitScale.For(unit, largest * (money ? Sooner : 1));
        UnitScale smaller = UnitScale.For(unit, largest / Step * (money ? Sooner : 1));
        _scale = least < Tiny * usual.Size && smaller.Size < usual.Size && largest < Longest * smaller.Size ? smaller : usual;
    }

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
