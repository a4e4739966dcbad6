using System.Globalization;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Comparison;

/// <summary>One thing that differs between two plans.</summary>
/// <param name="What">Path of a parameter, or a named shock, or a driven series.</param>
/// <param name="Before">Its value in the baseline; "-" where it is absent.</param>
/// <param name="After">Its value in the other plan.</param>
/// <param name="Unit">Unit of the values, or empty.</param>
public sealed record PlanChange(string What, string Before, string After, string Unit)
{
    private const string Absent = "-";

    /// <summary>Digits before the point from which on they are written in groups.</summary>
    private const int FewestGrouped = 4;

    private const string Months = "run.months";

    /// <summary>The value before as tables for people write it: 100,000 where <see cref="Before"/> is 100000. A number without a unit, such as a seed, is left as it is.</summary>
    public string ReadableBefore => Grouped(Before);

    /// <summary>The same of the value after.</summary>
    public string ReadableAfter => Grouped(After);

    /// <summary>How much of a world is run and kept; it changes nothing in the world.</summary>
    private static readonly string[] Extent = ["run.replicates", Months, "run.counterfactual"];

    /// <summary>Everything that differs: parameters in order of the catalogue, then shocks, then series. Empty when nothing does.</summary>
    public static IReadOnlyList<PlanChange> Between(Plan baseline, Plan other) =>
    [
        .. Differing(baseline.Parameters, other.Parameters, parameter => !Extent.Contains(parameter.Path)),
        .. Texts(baseline.Shocks.ToLookup(Of, Describe), other.Shocks.ToLookup(Of, Describe)),
        .. Texts(baseline.Series.ToLookup(s => $"series {s.Path}", Describe), other.Series.ToLookup(s => $"series {s.Path}", Describe)),
    ];

    /// <summary>Everything that a plan sets other than the model's defaults. Its months are among them, which two compared worlds always share.</summary>
    public static IReadOnlyList<PlanChange> FromDefaults(Plan plan)
    {
        var defaults = new Parameters();
        return
        [
            .. Differing(defaults, plan.Parameters, parameter => parameter.Path == Months),
            .. Between(new Plan(defaults, [], []), plan),
        ];
    }

    /// <summary>What a shock is called among the changes.</summary>
    internal static string Of(Shock shock) => $"shock {shock.Name}";

    private string Grouped(string value)
    {
        string[] parts = value.TrimStart('-').Split('.');
        return Unit.Length == 0 || parts.Length > 2 || parts[0].Length < FewestGrouped || !parts.All(part => part.All(char.IsAsciiDigit))
            ? value
            : (value[0] == '-' ? "-" : "") + string.Join('.', [decimal.Parse(parts[0], CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture), .. parts[1..]]);
    }

    private static IEnumerable<PlanChange> Differing(Parameters before, Parameters after, Func<ParameterDeclaration, bool> counts) =>
        from parameter in Catalogue.All
        where counts(parameter) && !parameter.Get(before).Equals(parameter.Get(after))
        select new PlanChange(
            parameter.Path, parameter.Format(parameter.Get(before)), parameter.Format(parameter.Get(after)), parameter.Unit is "1" or "switch" ? "" : parameter.Unit);

    private static IEnumerable<PlanChange> Texts(ILookup<string, string> before, ILookup<string, string> after) =>
        from name in before.Select(named => named.Key).Union(after.Select(named => named.Key))
        let was = Joined(before[name])
        let became = Joined(after[name])
        where was != became
        select new PlanChange(name, was, became, "");

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } text ? text : Absent;

    /// <summary>Months and settings of a shock.</summary>
    internal static string Describe(Shock shock)
    {
        string until = shock.Until is { } end ? $" to {end}" : "";
        string settings = string.Join(", ", shock.Settings.Select(s => $"{s.Path} = {Catalogue.Get(s.Path).Format(s.Value)}"));
        return string.Create(CultureInfo.InvariantCulture, $"month {shock.Month}{until}: {settings}");
    }

    private static string Describe(DrivenSeries series)
    {
        // Two series of the same length and ends may still differ between them; the sum tells them apart.
        double[] values = series.Monthly;
        return string.Create(CultureInfo.InvariantCulture, $"{values.Length} months from {values[0]:R} to {values[^1]:R}, mean {values.Average():R}");
    }
}
