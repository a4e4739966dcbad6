using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>Whether the effect of one parameter of a grid depends on the other, for the terminal.</summary>
internal static class InteractionTable
{
    public static void Write(TextWriter output, SweepTable table)
    {
        IReadOnlyList<Interaction> interactions = Interaction.Of(table);
        if (interactions.Count == 0)
        {
            if (Interaction.LacksCorners(table))
            {
                output.WriteLine();
                WrappedText.Write(output, InteractionText.WithoutCorners);
            }

            return;
        }

        ParameterSpan cause = interactions[0].Cause, condition = interactions[0].Condition;
        output.WriteLine();
        output.WriteLine($"{InteractionText.Caption(interactions)} Its effect from {InteractionText.Value(cause, cause.From)} to {InteractionText.Value(cause, cause.To)}, at either end of the other:");
        TextColumns.Write(
            output, ["outcome", $"where {InteractionText.At(condition, condition.From)}", $"where it is {InteractionText.Value(condition, condition.To)}", "difference", "standard error", "95 % CI", "unit"],
            interactions.Select(interaction => new[]
            {
                interaction.Outcome.Label, TerminalNumber.Signed(interaction.AtBase.Difference), TerminalNumber.Signed(interaction.AtChanged.Difference), TerminalNumber.Signed(interaction.Contrast.Difference),
                ReadableNumber.Of(interaction.Contrast.StandardError), interaction.Contrast.Pairs > 1 ? TerminalNumber.Interval(interaction.Contrast) : "-",
                interaction.Outcome.Unit,
            }),
            1, 2, 3, 4, 5);
        WrappedText.Write(output, $"{InteractionText.Reading} Also in {InteractionCsv.Name}.");
        output.WriteLine();
        WrappedText.Write(output, InteractionText.Answer(interactions[0]));
    }
}
