using EcoSim.Experiments.Lives;

namespace EcoSim.Reporting;

/// <summary>What a results page says, in the order in which it says it; how it looks is <see cref="ReportHtml"/>'s.</summary>
public sealed record Report
{
    /// <summary>Name of the page within every results folder.</summary>
    public const string FileName = "report.html";

    /// <summary>What was compared, run or attributed.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of result it is, with dates and replicates.</summary>
    public required string Context { get; init; }

    /// <summary>Questions that the result answers; none when the scenario states none.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>The answer, a sentence with its uncertainty for each world.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>How the numbers of the answer are to be read.</summary>
    public required string AnswerNote { get; init; }

    /// <summary>What was changed, a table for each world; an empty one says so.</summary>
    public required IReadOnlyList<ReportTable> Changes { get; init; }

    /// <summary>What a reader must know before believing the answer.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>Figures; none when they were not drawn.</summary>
    public required IReadOnlyList<InlineFigure> Figures { get; init; }

    /// <summary>Effects and outcomes.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>Firms that the result tells of, in short.</summary>
    public IReadOnlyList<ShortLife> Lives { get; init; } = [];

    /// <summary>Where the result comes from.</summary>
    public required IReadOnlyList<(string Name, string Value)> Provenance { get; init; }

    /// <summary>The command that makes the result and each of its figures again.</summary>
    public required string CommandLine { get; init; }

    /// <summary>Writes the page into a folder as <see cref="FileName"/>.</summary>
    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), ReportHtml.Of(this));
}
