using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary><c>interaction.csv</c>: the difference of differences at the corners of a grid of two parameters, a row per outcome.</summary>
public static class InteractionCsv
{
    public const string Name = "interaction.csv";

    private static readonly string[] Header =
    [
        "outcome", "unit", "parameter", "low", "high", "where", "where_low", "where_high", "effect_at_low", "effect_at_low_standard_error", "effect_at_high", "effect_at_high_standard_error",
        "difference", "standard_error", "ci_low", "ci_high", "replicates",
    ];

    public static void Write(Stream file, IReadOnlyList<Interaction> interactions)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, Header);
        foreach (Interaction interaction in interactions)
        {
            PairedDifference contrast = interaction.Contrast;
            text.Word(interaction.Outcome.Name).Word(interaction.Outcome.Unit);
            Span(interaction.Cause);
            Span(interaction.Condition);
            text.Number(interaction.AtLow.Difference).Number(interaction.AtLow.StandardError).Number(interaction.AtHigh.Difference).Number(interaction.AtHigh.StandardError)
                .Number(contrast.Difference).Number(contrast.StandardError).Number(contrast.Low).Number(contrast.High).Integer(contrast.Pairs).EndRow();
        }

        file.Write(text.Written.Span);

        void Span(ParameterSpan span) => text.Word(span.Parameter.Path).Word(span.Parameter.Format(span.Low)).Word(span.Parameter.Format(span.High));
    }
}
