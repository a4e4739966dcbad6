using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Attribution;

/// <summary>The tables of an attribution that hold results; <see cref="CellCsv"/> holds the runs they are made from.</summary>
public static class AttributionCsv
{
    public const string AttributionName = "attribution.csv";
    public const string InteractionsName = "interactions.csv";
    public const string CounterfactualsName = "counterfactuals.csv";
    public const string Total = "total";

    /// <summary>Per outcome a row for each channel and one for the whole effect.</summary>
    public static ReadOnlyMemory<byte> Attribution(IEnumerable<OutcomeAttribution> outcomes)
    {
        CsvText text = Begin("outcome", "channel", "value", "standard_error", "share", "ci_low", "ci_high", "replicates");
        foreach (OutcomeAttribution outcome in outcomes)
        {
            for (int channel = 0; channel < outcome.Values.Count; channel++)
            {
                Estimate value = outcome.Values[channel];
                text.Word(outcome.Outcome).Word(Channels.Names[channel]).Number(value.Mean).Number(value.StandardError).Number(outcome.ShareOf(channel));
                EndRow(text, value);
            }

            double whole = outcome.Total.Mean == 0 ? double.NaN : 1;
            text.Word(outcome.Outcome).Word(Total).Number(outcome.Total.Mean).Number(outcome.Total.StandardError).Number(whole);
            EndRow(text, outcome.Total);
        }

        return text.Written;
    }

    /// <summary>Per outcome a row for each pair of channels.</summary>
    public static ReadOnlyMemory<byte> Interactions(IEnumerable<OutcomeAttribution> outcomes)
    {
        CsvText text = Begin("outcome", "channel_a", "channel_b", "value", "standard_error", "ci_low", "ci_high", "p_adjusted", "replicates");
        foreach (OutcomeAttribution outcome in outcomes)
        {
            for (int pair = 0; pair < Channels.Pairs.Count; pair++)
            {
                (int one, int other) = Channels.Pairs[pair];
                Estimate index = outcome.InteractionOf(pair);
                text.Word(outcome.Outcome).Word(Channels.Names[one]).Word(Channels.Names[other]).Number(index.Mean).Number(index.StandardError)
                    .Number(index.Low).Number(index.High).Number(outcome.InteractionPs[pair]).Integer(index.Count).EndRow();
            }
        }

        return text.Written;
    }

    /// <summary>Per outcome the scenario against each named counterfactual.</summary>
    public static ReadOnlyMemory<byte> Counterfactuals(IEnumerable<OutcomeAttribution> outcomes)
    {
        CsvText text = Begin(
            "outcome", "kind", "counterfactual", "scenario_mean", "counterfactual_mean", "difference", "standard_error", "ci_low", "ci_high", "replicates");
        foreach (OutcomeAttribution outcome in outcomes)
        {
            foreach (NamedCounterfactual named in outcome.Counterfactuals)
            {
                var effect = named.Effect;
                text.Word(outcome.Outcome).Word(named.Kind).Word(named.Name).Number(effect.First).Number(effect.Second).Number(effect.Difference)
                    .Number(effect.StandardError).Number(effect.Low).Number(effect.High).Integer(effect.Pairs)
                    .EndRow();
            }
        }

        return text.Written;
    }

    private static void EndRow(CsvText text, Estimate estimate) =>
        text.Number(estimate.Low).Number(estimate.High).Integer(estimate.Count).EndRow();

    private static CsvText Begin(params string[] header)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, header);
        return text;
    }
}
