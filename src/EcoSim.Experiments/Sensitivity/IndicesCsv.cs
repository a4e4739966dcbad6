using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Sensitivity;

/// <summary><c>indices.csv</c>: per outcome and parameter the indices of each method, with interval and noise floor.</summary>
public static class IndicesCsv
{
    public const string Name = "indices.csv";

    private const string One = "1";

    public static ReadOnlyMemory<byte> Format(SensitivityResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["outcome", "parameter", "method", "index", "value", "ci_low", "ci_high", "noise_floor", "unit"]);
        foreach (OutcomeEffects outcome in result.Effects)
        {
            foreach (MorrisEffect effect in outcome.Effects)
            {
                string parameter = result.Parameters[effect.Parameter].Path;
                Row(text, outcome.Outcome.Name, parameter, "morris", "mu_star", effect.MuStar, outcome.Outcome.Unit);
                Row(text, outcome.Outcome.Name, parameter, "morris", "sigma", effect.Sigma, outcome.Outcome.Unit);
            }
        }

        foreach (OutcomeIndices outcome in result.Indices)
        {
            foreach (SobolIndex index in outcome.Indices)
            {
                string parameter = result.Parameters[result.Kept[index.Parameter]].Path;
                Row(text, outcome.Outcome.Name, parameter, "sobol", "first", index.First, One);
                Row(text, outcome.Outcome.Name, parameter, "sobol", "total", index.Total, One);
            }
        }

        return text.Written;
    }

    private static void Row(CsvText text, string outcome, string parameter, string method, string name, SensitivityIndex index, string unit) =>
        text.Word(outcome).Word(parameter).Word(method).Word(name)
            .Number(index.Value).Number(index.Low).Number(index.High).Number(index.NoiseFloor).Word(unit)
            .EndRow();
}
