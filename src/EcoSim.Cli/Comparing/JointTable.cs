using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;

namespace EcoSim.Cli.Comparing;

/// <summary>What changes do together against the sum of what they do singly, for the terminal.</summary>
internal static class JointTable
{
    public static void Write(TextWriter output, JointWorld world)
    {
        bool sure = world.Effects[0].Paired.Pairs > 1;
        output.WriteLine($"{world.Together.Other.Label} against the sum of {world.PartNames}");
        TextColumns.Write(
            output, ["outcome", "together", "summed", "difference", .. sure ? (string[])["95 % CI", "p adj."] : [], "unit"], world.Effects.Select(effect => Row(effect, sure)), [.. Enumerable.Range(1, sure ? 5 : 3)]);
        if (sure)
        {
            WrappedText.Write(output, JointText.Reading);
        }

        WrappedText.Write(output, JointText.Of(world));
        output.WriteLine();
    }

    private static string[] Row(JointEffect effect, bool sure)
    {
        PairedDifference paired = effect.Paired;
        return
        [
            effect.Outcome.Label, TerminalNumber.Signed(paired.First), TerminalNumber.Signed(paired.Second), TerminalNumber.Signed(paired.Difference),
            .. sure ? (string[])[TerminalNumber.Interval(paired), TerminalNumber.Probability(effect.AdjustedP)] : [], effect.Outcome.Unit,
        ];
    }
}
