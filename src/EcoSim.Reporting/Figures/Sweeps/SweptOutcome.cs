using EcoSim.Experiments.Comparison;

namespace EcoSim.Reporting;

/// <summary>Outcomes in words, with what is declared of them.</summary>
internal static class SweptOutcome
{
    /// <summary>"Ecosystem value", or with what is declared of it, "Rent, mean over months 0-59".</summary>
    public static string Of(OutcomeMeasure outcome)
    {
        string observable = OutcomeWords.Of(outcome.Observable.Name);
        return outcome.Declared.Length == 0 ? observable : $"{observable}, {outcome.Declared}";
    }

    /// <summary>The same within a sentence.</summary>
    public static string Within(OutcomeMeasure outcome)
    {
        string observable = OutcomeWords.Within(outcome.Observable.Name);
        return outcome.Declared.Length == 0 ? observable : $"{observable} ({outcome.Declared})";
    }

    /// <summary>Part of a file name.</summary>
    public static string FileName(OutcomeMeasure outcome) =>
        string.Concat(outcome.Name.Replace(">=", "-from-").Replace("<=", "-to-").Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '-'));
}
