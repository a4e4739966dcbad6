using System.Globalization;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>A part of the runs of a sweep, for one of several machines.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">Parts that there are.</param>
public sealed record Shard(int Number, int Of)
{
    /// <summary>Most parts.</summary>
    public const int Most = 100_000;

    /// <summary>The only part: everything.</summary>
    public static readonly Shard Whole = new(1, 1);

    public bool IsWhole => Of == 1;

    /// <summary>True for runs of this part. Neighbours in the queue go to different parts, so that each part has some of all.</summary>
    public bool Owns(int run) => run % Of == Number - 1;

    /// <summary>Reads "2/3"; null when the text is none.</summary>
    public static Shard? Read(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && number >= 1 && number <= of && of <= Most
                ? new Shard(number, of)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
