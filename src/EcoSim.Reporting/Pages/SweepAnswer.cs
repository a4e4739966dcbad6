using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>Which parameter of a sweep moves the headline most, in one sentence that claims no order which the runs do not show.</summary>
public static class SweepAnswer
{
    public static string Of(SweepTable table)
    {
        OutcomeMeasure headline = table.Outcomes[0];
        MainEffect[] effects = [.. MainEffect.Ranked(table, 0).Where(effect => effect.Ranges.Count > 1)];
        if (table.Outcome(0).All(double.IsNaN) || effects.Length == 0)
        {
            return table.Outcome(0).All(double.IsNaN) ? "No point has a value of the outcome." : "No parameter has two values at which there is an outcome.";
        }

        string often = FirstTimeText.Of(table, 0) is { } times ? $" It {times}." : "";
        if (!table.Varies(0))
        {
            double same = table.Outcome(0).First(double.IsFinite);
            return $"No parameter moves {SweptOutcome.Within(headline)}: it is {new AmountScale(headline.Unit, [same]).Of(same)} at every point.{often}";
        }

        Lead lead = EffectLead.Of(table, effects, 0);
        string doubt = effects.Length == 1 ? ""
            : table.IsBalanced ? LeaderText.Doubt(lead, NameOf)
            : LeaderText.Doubt(lead, NameOf, "point at either end", lead.Contenders.Count == 0 ? "points at either end" : table.Replicates < 2 ? "points" : "points and replicates");
        string share = EffectInterval.Share(table, effects[lead.Leader], 0) is { Length: > 0 } explained ? $"; it explains {explained} of the variance over points" : "";
        return $"{Beginning(SweptOutcome.Within(headline), NameOf(lead.Leader), effects.Length, lead.IsOrdered)}: {Effect(table, effects[lead.Leader])}{doubt}{share}.{often}";

        string NameOf(int place) => table.Points.Parameters[effects[place].Column].Path;
    }

    private static string Beginning(string outcome, string name, int parameters, bool ordered) =>
        parameters == 1 ? $"{name} moves {outcome}"
        : ordered ? $"Of {parameters} parameters {name} moves {outcome} most"
        : $"Of {parameters} parameters {name} has the largest mean effect on {outcome}";

    /// <summary>Means at both ends, and their difference with its interval.</summary>
    private static string Effect(SweepTable table, MainEffect effect)
    {
        EffectRange low = effect.Ranges[0], high = effect.Ranges[^1];
        ParameterDeclaration parameter = table.Points.Parameters[effect.Column];
        MeanDifference contrast = effect.Contrast;
        var scale = new AmountScale(table.Outcomes[0].Unit, [low.Outcome, high.Outcome]);
        string interval = !contrast.HasInterval ? ""
            : $", a difference of {scale.Signed(contrast.Value)} (95 % CI {scale.Range(contrast.Low, contrast.High)}{(contrast is { Low: <= 0, High: >= 0 } ? ", which includes 0" : "")})";
        string at = EndWords.IsSwitch(parameter) ? "where it is" : "at";
        return $"{scale.Of(low.Outcome)} {at} {ParameterAxis.Text(parameter, low.From, low.To)}, {scale.Of(high.Outcome)} {at} {ParameterAxis.Text(parameter, high.From, high.To)}{interval}";
    }
}
