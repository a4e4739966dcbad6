using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>Limits of a box in words.</summary>
public static class BoxWords
{
    /// <summary>"0.2 to 0.6", "at least 0.2", "at most 0.6"; of a switch its only value.</summary>
    public static string Range(ParameterDeclaration parameter, double low, double high)
    {
        if (parameter.Kind == ParameterKind.Switch)
        {
            return parameter.Format(double.IsInfinity(high) ? 1 : 0);
        }

        return (double.IsInfinity(low), double.IsInfinity(high)) switch
        {
            (true, false) => $"at most {ParameterAxis.Text(parameter, high)}",
            (false, true) => $"at least {ParameterAxis.Text(parameter, low)}",
            (false, false) => low == high ? ParameterAxis.Text(parameter, low) : $"{ParameterAxis.Text(parameter, low)} to {ParameterAxis.Text(parameter, high)}",
            _ => "any",
        };
    }
}
