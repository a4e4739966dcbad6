using EcoSim.Experiments.Comparison;

namespace EcoSim.Reporting;

/// <summary>Outcomes of a sweep in words.</summary>
internal static class SweptOutcome
{
    /// <summary>"Ecosystem value", or with what is declared of it, "Rent, mean over months 0-59".</summary>
    public static string Of(OutcomeMeasure outcome)
    {
        string observable = OutcomeWords.Of(outcome.Observable.Name);
        return outcome.Name == outcome.Observable.Name ? observable : $"{observable}, {outcome.Meaning.Split(';')[0]}";
    }

    /// <summary>The same within a sentence.</summary>
    public static string Within(OutcomeMeasure outcome)
    {
        string observable = OutcomeWords.Within(outcome.Observable.Name);
        return outcome.Name == outcome.Observable.Name ? observable : $"{observable} ({outcome.Meaning.Split(';')[0]})";
    }

    /// <summary>Part of a file name.</summary>
    public static string FileName(OutcomeMeasure outcome) =>
        string.Concat(outcome.Name.Replace(">=", "-from-").Replace("<=", "-to-").Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '-'));
}
