namespace EcoSim.Reporting;

/// <summary>An observable's name as a person says it.</summary>
internal static class OutcomeWords
{
    /// <summary>"Spin-outs founded" for <c>spin_outs_founded</c>.</summary>
    public static string Of(string observable)
    {
        string[] words = observable.Replace("startup", "start-up").Replace("spin_outs", "spin-outs").Split('_');
        string text = string.Join(' ', words.Select(word => word == "ai" ? "AI" : word));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>The same within a sentence.</summary>
    public static string Within(string observable) => Of(observable) is var words && words.StartsWith("AI", StringComparison.Ordinal)
        ? words
        : char.ToLowerInvariant(words[0]) + words[1..];
}
