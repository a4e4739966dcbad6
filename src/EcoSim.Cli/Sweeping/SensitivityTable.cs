using System.Globalization;
using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sensitivity;
using EcoSim.Reporting;

namespace EcoSim.Cli.Sweeping;

/// <summary>What a sensitivity analysis found of its headline, for the terminal.</summary>
internal static class SensitivityTable
{
    public static void Write(TextWriter output, SensitivityResult result)
    {
        OutcomeEffects headline = result.Effects[0];
        OutcomeMeasure outcome = headline.Outcome;
        output.WriteLine($"{result.Experiment.Name}: {result.Parameters.Count} parameters, {result.Trajectories} trajectories, {result.Experiment.Replicates} replicate{(result.Experiment.Replicates == 1 ? "" : "s")} of each point");
        if (result.Experiment.Scenario.Question.Length > 0)
        {
            output.WriteLine(result.Experiment.Scenario.Question);
        }

        ChangedText.Write(output, result.Experiment.Scenario);

        output.WriteLine();
        output.WriteLine($"Screening: how much {outcome.Observable.Name} ({outcome.Unit}, {outcome.Meaning}) changes when a parameter goes through its range");
        TextColumns.Write(
            output, ["parameter", "mean effect", "mean size (mu*)", "95 % CI", "noise floor", "spread (sigma)", ""],
            headline.Effects.OrderByDescending(effect => effect.MuStar.Value).Select(effect => Row(result, effect)), 1, 2, 4, 5);
        output.WriteLine(result.Experiment.Replicates < 2
            ? "One replicate, so what luck alone would give is not known; --replicates 5 tells it."
            : "Noise floor: the mean size that the luck of the replicates alone would give a parameter without effect.");
        output.WriteLine($"95 % CI: over trajectories, {SensitivityInterval.Luck(result)}.");
        output.WriteLine();
        WriteIndices(output, result);
        output.WriteLine();
        WrappedText.Write(output, SensitivityReport.Answer(result).Replace('’', '\''));
    }

    private static string[] Row(SensitivityResult result, MorrisEffect effect) =>
    [
        result.Parameters[effect.Parameter].Path, TerminalNumber.Signed(effect.Mean), ReadableNumber.Of(effect.MuStar.Value),
        TerminalNumber.Interval(effect.MuStar.Low, effect.MuStar.High), ReadableNumber.Of(effect.MuStar.NoiseFloor), ReadableNumber.Of(effect.Sigma.Value),
        effect.MuStar.Value == 0 ? "no effect" : effect.MuStar.IsClear ? "" : "not told from luck",
    ];

    private static void WriteIndices(TextWriter output, SensitivityResult result)
    {
        WrappedText.Write(output, KeptText.Of(result));
        if (result.Indices.Count == 0)
        {
            return;
        }

        OutcomeIndices headline = result.Indices[0];
        output.WriteLine($"Sobol indices: share of the variance of {headline.Outcome.Label} when these {result.Kept.Count} parameters vary ({result.BasePoints} base points)");
        TextColumns.Write(
            output, ["parameter", "first order", "95 % CI", "total", "95 % CI", "noise floor"],
            headline.Indices.OrderByDescending(index => index.Total.Value).Select(index => new[]
            {
                result.Parameters[result.Kept[index.Parameter]].Path, Share(index.First.Value), Interval(index.First), Share(index.Total.Value), Interval(index.Total),
                Share(index.Total.NoiseFloor),
            }),
            1, 3, 5);
        if (SobolText.Untold(result, headline) is { } untold)
        {
            WrappedText.Write(output, untold);
        }

        output.WriteLine(result.Experiment.Replicates < 2
            ? "One replicate, so how much of an index is luck is not known."
            : "Noise floor: the part of the total index that is luck of the replicates; more of them lower it. Wide intervals: more base points (--points) narrow them.");
        output.WriteLine($"95 % CI: over scrambles of the points, {SensitivityInterval.Luck(result)}.");
    }

    private static string Share(double share) => double.IsFinite(share) ? share.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "-";

    private static string Interval(SensitivityIndex index) => $"{Share(index.Low)} to {Share(index.High)}";
}
