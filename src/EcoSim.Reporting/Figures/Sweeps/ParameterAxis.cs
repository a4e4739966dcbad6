using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>A horizontal axis that shows values of a parameter: even, in logarithms where the values are, calendar or switch.</summary>
internal sealed class ParameterAxis
{
    /// <summary>From this ratio of greatest to least on the axis is logarithmic, where most values lie low in between.</summary>
    private const double LogarithmicFrom = 6;

    /// <summary>Where on an even axis the median lies at most when values are even in their logarithms.</summary>
    private const double MedianOfLogarithmic = 0.3;

    private const double MonthsPerYear = 12;

    /// <summary>Room at either end, as a share of the span.</summary>
    private const double Margin = 0.05;

    /// <summary>So many different values or fewer are levels, each with a tick of its own.</summary>
    private const int MostLevels = 6;

    private readonly ParameterDeclaration _parameter;
    private readonly double[] _values;
    private readonly bool _logarithmic;
    private readonly double _low;
    private readonly double _high;

    public ParameterAxis(ParameterDeclaration parameter, IReadOnlyCollection<double> values)
    {
        _parameter = parameter;
        _values = [.. values.Distinct().Order()];
        double least = values.Min(), greatest = values.Max();
        double median = values.Order().ElementAt(values.Count / 2);
        _logarithmic = parameter.Kind is ParameterKind.Number or ParameterKind.Integer && least > 0 && greatest / least >= LogarithmicFrom
            && (median - least) / (greatest - least) <= MedianOfLogarithmic;
        (double low, double high) = (At(least), At(greatest));
        double room = high > low ? Margin * (high - low) : Math.Max(1e-3, Math.Abs(high) * Margin);
        (_low, _high) = (low - room, high + room);
    }

    /// <summary>Path and unit.</summary>
    public string Label => _parameter.Path + (Unit.Length == 0 ? "" : $" ({Unit})");

    /// <summary>Unit and scale; empty for a pure number.</summary>
    public string Unit => string.Join(", ", new[] { _parameter.Unit is "1" or "switch" or "month" ? "" : _parameter.Unit, _logarithmic ? "log scale" : "" }.Where(part => part.Length > 0));

    /// <summary>True when equal distances are equal ratios.</summary>
    public bool IsLogarithmic => _logarithmic;

    /// <summary>Position of a value on the axis.</summary>
    public double At(double value) => _logarithmic ? Math.Log10(value) : _parameter.Kind == ParameterKind.Date ? value / MonthsPerYear : value;

    public Ticks Ticks(int intervals) => _parameter.Kind switch
    {
        ParameterKind.Switch => new Ticks(_low, _high, [0, 1], ["false", "true"]),
        ParameterKind.Date => Style.Ticks.Years(_low, _high, intervals),
        _ => _logarithmic ? Style.Ticks.Log10(_low, _high) : Style.Ticks.Linear(_low, _high, intervals),
    };

    /// <summary>Ticks at the values themselves where they are few levels of a number, else as usual.</summary>
    public Ticks TicksAtLevels(int intervals)
    {
        string[] labels = [.. _values.Select(value => Text(_parameter, value))];
        bool levels = _parameter.Kind is ParameterKind.Number or ParameterKind.Integer && _values.Length is > 1 and <= MostLevels && labels.Distinct().Count() == labels.Length;
        return levels ? new Ticks(_low, _high, [.. _values.Select(At)], labels).Thinned(intervals) : Ticks(intervals);
    }

    /// <summary>A value as a person reads it.</summary>
    public static string Text(ParameterDeclaration parameter, double value) =>
        parameter.Kind is ParameterKind.Number or ParameterKind.Integer ? Short(value) : parameter.Format(value);

    /// <summary>One value, or a range of them.</summary>
    public static string Text(ParameterDeclaration parameter, double from, double to) =>
        from == to ? Text(parameter, from) : $"{Text(parameter, from)}–{Text(parameter, to)}";

    /// <summary>Without zeros at the end, which levels such as 0.5 do not need.</summary>
    public static string Short(double value)
    {
        string text = ReadableNumber.Of(value);
        return text.Contains('.') && !text.Contains('E') ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
