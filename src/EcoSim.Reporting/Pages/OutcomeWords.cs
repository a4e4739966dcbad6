using EcoSim.Experiments.Comparison;

namespace EcoSim.Reporting;

/// <summary>The name of an observable, or of an outcome made from one, as a person says it.</summary>
internal static class OutcomeWords
{
    /// <summary>"Spin-outs founded" for <c>spin_outs_founded</c>, "Rent, mean over months 180-239" for <c>rent:mean:180-239</c>.</summary>
    public static string Of(string name) => Declared(name) is { } outcome ? SweptOutcome.Of(outcome) : Plain(name);

    /// <summary>The same within a sentence; what is declared stands in brackets.</summary>
    public static string Within(string name)
    {
        string words = Declared(name) is { } outcome ? SweptOutcome.Within(outcome) : Plain(name);
        return words.StartsWith("AI", StringComparison.Ordinal) ? words : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The outcome where a name says more than its observable.</summary>
    private static OutcomeMeasure? Declared(string name) => name.Contains(':') ? OutcomeText.Read(name, out _) : null;

    private static string Plain(string name)
    {
        string[] words = name.Replace("startup", "start-up").Replace("spin_outs", "spin-outs").Split('_');
        string text = string.Join(' ', words.Select(word => word == "ai" ? "AI" : word));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
