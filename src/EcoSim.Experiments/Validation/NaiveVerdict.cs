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

        string both = Ids(Verdict.InBand, Verdict.InBand), model = Ids(Verdict.InBand, Verdict.OutOfBand);
        string rival = Ids(Verdict.OutOfBand, Verdict.InBand), neither = Ids(Verdict.OutOfBand, Verdict.OutOfBand);
        return $"Naive rival (Gibrat growth with entry, constant exit and funding hazards, fitted to the same figures): it passes {Or(both)} as well, "
            + $"so these say nothing for the model; only the model passes {Or(model)}, only the rival {Or(rival)}, neither {Or(neither)}.";

        string Ids(Verdict own, Verdict naive) =>
            string.Join(", ", compared.Where(row => row.Verdict == own && row.NaiveVerdict == naive).Select(row => row.Target.Id));

        static string Or(string ids) => ids.Length > 0 ? ids : "none";
    }
}
