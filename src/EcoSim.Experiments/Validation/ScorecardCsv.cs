using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Validation;

/// <summary><c>scorecard.csv</c> and <c>measures.csv</c>.</summary>
public static class ScorecardCsv
{
    public const string ScorecardName = "scorecard.csv";
    public const string MeasuresName = "measures.csv";

    /// <summary>What the mark of a verdict near an edge means, for below a table.</summary>
    public const string EdgeMeaning = "Near its edge: within 2 s.e. of an end of the band, so another seed may turn the verdict.";

    /// <summary>A row per published figure.</summary>
    public static ReadOnlyMemory<byte> Rows(Scorecard scorecard)
    {
        CsvText text = Begin("id", "measure", "value", "standard_error", "target", "low", "high", "unit", "verdict", "naive_value", "source", "kind", "replicates", "how", "url", "near_edge");
        foreach (ScorecardRow row in scorecard.Rows)
        {
            CalibrationTarget target = row.Target;
            text.Word(target.Id).Word(target.Measure).Number(row.Estimate.Value).Number(row.Estimate.StandardError)
                .Number(target.Value).Number(target.Low).Number(target.High).Word(row.Measure.Unit).Word(Words(row.Verdict)).Number(row.Naive)
                .Word(target.Source).Word(target.Kind).Integer(row.Estimate.Replicates).Word(row.Measure.How).Word(target.Url)
                .Word(row.ChanceMayDecide ? "yes" : "no")
                .EndRow();
        }

        return text.Written;
    }

    /// <summary>A row per measure without a target.</summary>
    public static ReadOnlyMemory<byte> Patterns(Scorecard scorecard)
    {
        CsvText text = Begin("measure", "value", "standard_error", "unit", "naive_value", "replicates", "how");
        foreach (MeasuredPattern pattern in scorecard.Patterns)
        {
            text.Word(pattern.Measure.Name).Number(pattern.Estimate.Value).Number(pattern.Estimate.StandardError).Word(pattern.Measure.Unit)
                .Number(pattern.Naive).Integer(pattern.Estimate.Replicates).Word(pattern.Measure.How)
                .EndRow();
        }

        return text.Written;
    }

    /// <summary>The verdict as tables write it.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.InBand => "in band",
        Verdict.OutOfBand => "out of band",
        _ => "not measurable",
    };

    /// <summary>What is added to a verdict that chance may decide.</summary>
    public static string Edge(bool isNear) => isNear ? ", near its edge" : "";

    private static CsvText Begin(params string[] header)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, header);
        return text;
    }
}
