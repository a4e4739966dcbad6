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
        "outcome", "unit", "parameter", "from", "to", "where", "where_from", "where_to", "effect_at_from", "effect_at_from_standard_error", "effect_at_to", "effect_at_to_standard_error",
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
            text.Number(interaction.AtBase.Difference).Number(interaction.AtBase.StandardError).Number(interaction.AtChanged.Difference).Number(interaction.AtChanged.StandardError)
                .Number(contrast.Difference).Number(contrast.StandardError).Number(contrast.Low).Number(contrast.High).Integer(contrast.Pairs).EndRow();
        }

        file.Write(text.Written.Span);

        void Span(ParameterSpan span) => text.Word(span.Parameter.Path).Word(span.Parameter.Format(span.From)).Word(span.Parameter.Format(span.To));
    }
}
