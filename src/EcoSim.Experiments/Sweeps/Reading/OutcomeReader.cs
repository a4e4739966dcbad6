using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads what an experiment keeps of each run.</summary>
/// <param name="own">The files.</param>
/// <param name="plan">The plan whose months bound the outcomes; null where it is not known.</param>
/// <param name="findings">Takes the problems.</param>
internal sealed class OutcomeReader(ExperimentLayers own, Plan? plan, Findings findings)
{
    private const string Allowed = "a list of outcomes, such as [\"ecosystem_value\", \"dragons_total:first:5\"]";

    /// <summary>The outcomes in order, each once; the headline outcomes of every comparison when none is stated.</summary>
    public IReadOnlyList<OutcomeMeasure> Read()
    {
        if (own.Find(ExperimentGrammar.Outcomes) is not { } stated)
        {
            return [.. Headlines.Outcomes.Select(name => OutcomeText.Read(name, out _)!)];
        }

        Entry[] items = stated.Entry.Kind == EntryKind.Array ? [.. stated.Entry.Items] : [stated.Entry];
        if (items.Length == 0)
        {
            Refuse(stated, stated.Entry, "an empty list", Allowed);
        }

        OutcomeMeasure?[] outcomes = [.. items.Select(item => ReadOne(stated, item))];
        return [.. outcomes.OfType<OutcomeMeasure>().DistinctBy(outcome => outcome.Name)];
    }

    private OutcomeMeasure? ReadOne(StatedEntry stated, Entry item)
    {
        if (item.Kind != EntryKind.Text)
        {
            Refuse(stated, item, ParameterText.Describe(item), Allowed);
            return null;
        }

        OutcomeMeasure? outcome = OutcomeText.Read(item.Text, out string problem);
        if (outcome is null)
        {
            (string found, string allowed, string? meant) = Parts(problem);
            Refuse(stated, item, found, allowed, meant);
        }
        else if (plan is not null && outcome.Window is { } window && window.Last >= plan.Parameters.Run.Months)
        {
            int months = plan.Parameters.Run.Months;
            Refuse(stated, item, $"{Findings.Quote(item.Text)}, which needs month {window.Last}", $"months 0 to {months - 1}, or a longer run (run.months)");
        }

        return outcome;
    }

    private void Refuse(StatedEntry stated, Entry item, string found, string allowed, string? meant = null) =>
        findings.Add(stated.Layer.Label, item.ValuePlace, ExperimentGrammar.Outcomes, found, allowed, meant);

    /// <summary>A sentence of the form "found X; allowed is Y. Did you mean 'Z'?" taken apart.</summary>
    private static (string Found, string Allowed, string? Meant) Parts(string problem)
    {
        const string question = " Did you mean '";
        int asked = problem.IndexOf(question, StringComparison.Ordinal);
        string? meant = asked < 0 ? null : problem[(asked + question.Length)..].TrimEnd('?', '\'');
        string[] halves = (asked < 0 ? problem : problem[..asked]).Split("; allowed ", 2);
        string allowed = halves.Length < 2 ? Allowed : halves[1].TrimEnd('.');
        foreach (string verb in new[] { "is ", "are " })
        {
            allowed = allowed.StartsWith(verb, StringComparison.Ordinal) ? allowed[verb.Length..] : allowed;
        }

        return (halves[0].Replace("found ", "", StringComparison.Ordinal), allowed, meant);
    }
}
