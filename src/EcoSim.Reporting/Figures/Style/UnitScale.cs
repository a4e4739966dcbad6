namespace EcoSim.Reporting.Style;

/// <summary>A unit in which numbers of a given magnitude are short, such as billion instead of million.</summary>
/// <param name="Size">How much of the original unit it holds.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct UnitScale(double Size, string Name)
{
    private const string Million = "million ";

    /// <summary>The scale for values up to <paramref name="largest"/> in magnitude.</summary>
    public static UnitScale For(string unit, double largest)
    {
        if (unit.StartsWith(Million, StringComparison.Ordinal))
        {
            string rest = unit[Million.Length..];
            return largest switch
            {
                >= 1e7 => new(1e6, "trillion " + rest),
                >= 1e4 => new(1e3, "billion " + rest),
                > 0 and < 1e-4 => new(1e-6, rest),
                > 0 and < 0.1 => new(1e-3, "thousand " + rest),
                _ => new(1, unit),
            };
        }

        return largest switch
        {
            >= 1e9 => new(1e9, "billion " + unit),
            >= 1e6 => new(1e6, "million " + unit),
            _ => new(1, unit),
        };
    }
}
