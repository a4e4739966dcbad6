using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Reporting;

/// <summary>Which levels of a sweep give the same, in words.</summary>
public static class SameLevelsText
{
    /// <summary>More are only counted.</summary>
    private const int MostNamed = 5;

    /// <summary>A sentence, or null where all levels differ.</summary>
    public static string? Of(SweepTable table)
    {
        IReadOnlyList<SameLevels> same = SameLevels.Of(table);
        string more = same.Count > MostNamed ? $", and so it is {same.Count - MostNamed} times more" : "";
        return same.Count == 0
            ? null
            : $"The same in every outcome and replicate: {string.Join("; ", same.Take(MostNamed).Select(Named))}{more}. The model may round them to one number, what they change may be none of these outcomes, or small counts may agree by chance.";
    }

    /// <summary>"levels 9000 and 11000 of mobility.workersPerSubmarket".</summary>
    private static string Named(SameLevels same)
    {
        string[] levels = [.. same.Levels.Select(same.Parameter.Format)];
        return $"{(same.AreAll ? "all " : "")}levels {string.Join(", ", levels[..^1])} and {levels[^1]} of {same.Parameter.Path}";
    }
}
