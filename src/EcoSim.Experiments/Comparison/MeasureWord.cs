namespace EcoSim.Experiments.Comparison;

/// <summary>What is written after the word of a measure.</summary>
public enum MeasureArgument
{
    Nothing,

    /// <summary>A first and a last month, or nothing for all of them.</summary>
    Window,

    /// <summary>A threshold, and on which side of it.</summary>
    Threshold,
}

/// <summary>A measure as a person writes it: what the reader of outcomes, its messages and the help know of it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Kind">The measure.</param>
/// <param name="Takes">What follows the word.</param>
public sealed record MeasureWord(string Word, MeasureKind Kind, MeasureArgument Takes)
{
    /// <summary>Every measure, in the order in which messages list them.</summary>
    public static IReadOnlyList<MeasureWord> All { get; } =
    [
        new("final", MeasureKind.Final, MeasureArgument.Nothing),
        new("mean", MeasureKind.Mean, MeasureArgument.Window),
        new("sum", MeasureKind.Sum, MeasureArgument.Window),
        new("first", MeasureKind.First, MeasureArgument.Threshold),
    ];

    /// <summary>"final, mean, sum and first".</summary>
    public static string Listed { get; } = $"{string.Join(", ", All.SkipLast(1).Select(measure => measure.Word))} and {All[^1].Word}";

    /// <summary>How each is written, for the help.</summary>
    public static string Help { get; } =
        $"{string.Join(", ", Taking(MeasureArgument.Nothing, MeasureArgument.Window))}, {string.Join(" or ", Taking(MeasureArgument.Window).Select(word => word + ":FROM-TO"))} in months, "
        + $"or {string.Join(", ", Taking(MeasureArgument.Threshold).Select(word => $"{word}:X, the first month at or above X ('{word}<=X': at or below)"))}";

    private static IEnumerable<string> Taking(params MeasureArgument[] arguments) => All.Where(measure => arguments.Contains(measure.Takes)).Select(measure => measure.Word);
}
