namespace EcoSim.Experiments.Validation;

/// <summary>What the naive rival makes of the same figures, in a sentence.</summary>
public static class NaiveVerdict
{
    /// <summary>Which emergent figures both reach, only the model, only the rival, and neither; says nothing of figures that either cannot show.</summary>
    public static string Of(Scorecard scorecard)
    {
        ScorecardRow[] compared =
            [.. scorecard.Rows.Where(row => row is { Verdict: not Verdict.NotMeasurable, NaiveVerdict: not Verdict.NotMeasurable })];
        if (compared.Length == 0)
        {
            return "The naive rival has nothing to say on these figures.";
        }

        string[] parts =
        [
            Part("it passes", Verdict.InBand, Verdict.InBand, " as well, so agreeing with these says nothing for the model"),
            Part("only the model passes", Verdict.InBand, Verdict.OutOfBand, ""),
            Part("only the rival passes", Verdict.OutOfBand, Verdict.InBand, ""),
            Part("neither passes", Verdict.OutOfBand, Verdict.OutOfBand, ""),
        ];
        return $"Naive rival (Gibrat growth with entry, constant exit and funding hazards, fitted to the same figures): {string.Join("; ", parts.Where(part => part.Length > 0))}.";

        string Part(string words, Verdict own, Verdict naive, string rest)
        {
            string ids = string.Join(", ", compared.Where(row => row.Verdict == own && row.NaiveVerdict == naive).Select(row => row.Target.Id));
            return ids.Length == 0 ? "" : $"{words} {ids}{rest}";
        }
    }
}
