using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Validation;

namespace EcoSim.Experiments.Calibration;

/// <summary>The tables of a calibration.</summary>
public static class CalibrationCsv
{
    public const string Posterior = "posterior.csv", Identified = "identification.csv", Parameters = "parameters.csv", Fit = "fit.csv", Waves = "waves.csv";
    public const string Recovery = "recovery.csv", Trials = "trials.csv";

    /// <summary><c>posterior.csv</c>: draws of equal weight, with their distance as the surfaces say.</summary>
    public static ReadOnlyMemory<byte> PosteriorOf(CalibrationResult result)
    {
        CalibrationSpace space = result.Task.Space;
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["draw", .. space.Variations.Select(variation => variation.Parameter.Path), "distance"]);
        for (int draw = 0; draw < result.Shares.Count; draw++)
        {
            text.Integer(draw);
            foreach (double value in space.Values(result.Shares[draw]))
            {
                text.Number(value);
            }

            text.Number(result.Distances[draw]).EndRow();
        }

        return text.Written;
    }

    /// <summary><c>identification.csv</c>: how each measure answers to each parameter at the estimate.</summary>
    public static ReadOnlyMemory<byte> IdentificationOf(CalibrationResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["parameter", "measure", "elasticity", "standard_error", "effect", "effect_error", "unit", "strength", "id"]);
        for (int parameter = 0; parameter < result.Parameters.Count; parameter++)
        {
            for (int figure = 0; figure < result.Figures.Count; figure++)
            {
                Moment moment = result.Figures[figure].Moment;
                (double elasticity, double error) = result.ElasticityOf(parameter, figure);
                (double effect, double effectError) = result.EffectOf(parameter, figure);
                text.Word(result.Parameters[parameter].Path).Word(moment.Measure).Number(elasticity).Number(error).Number(effect).Number(effectError)
                    .Word(MeasureCatalogue.Find(moment.Measure)!.Unit).Number(result.Identification.Responses[parameter][figure].Strength).Word(moment.Id).EndRow();
            }
        }

        return text.Written;
    }

    /// <summary><c>parameters.csv</c>: each parameter before and after, and whether the figures pin it down.</summary>
    public static ReadOnlyMemory<byte> ParametersOf(CalibrationResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["parameter", "unit", "prior", "prior_low", "prior_high", "own", "estimate", "median", "ci_low", "ci_high", "width_ratio", "identified", "pinned_by"]);
        for (int i = 0; i < result.Parameters.Count; i++)
        {
            ParameterFit fit = result.Parameters[i];
            var prior = result.Task.Space.Variations[i];
            text.Word(fit.Path).Word(prior.Parameter.Unit).Word(prior.Kind.ToString().ToLowerInvariant()).Number(prior.From).Number(prior.To).Number(fit.Own).Number(fit.Estimate).Number(fit.Median)
                .Number(fit.Low).Number(fit.High).Number(fit.WidthRatio).Word(YesNo(fit.IsIdentified)).Word(result.PinOf(fit)).EndRow();
        }

        return text.Written;
    }

    /// <summary><c>fit.csv</c>: each figure before and after.</summary>
    public static ReadOnlyMemory<byte> FitOf(CalibrationResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["id", "measure", "target", "low", "high", "before", "before_error", "after", "standard_error", "before_in_band", "after_in_band", "unit"]);
        foreach (FigureFit figure in result.Figures)
        {
            CalibrationTarget band = figure.Moment.Published!;
            text.Word(figure.Moment.Id).Word(figure.Moment.Measure).Number(band.Value).Number(band.Low).Number(band.High).Number(figure.Before).Number(figure.BeforeError)
                .Number(figure.After).Number(figure.AfterError).Word(YesNo(band.Admits(figure.Before))).Word(YesNo(band.Admits(figure.After)))
                .Word(MeasureCatalogue.Find(figure.Moment.Measure)!.Unit).EndRow();
        }

        return text.Written;
    }

    /// <summary><c>waves.csv</c>: how well the surfaces foretold each wave.</summary>
    public static ReadOnlyMemory<byte> WavesOf(CalibrationResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["wave", "points", "whole", "median_distance", "measure", "miss_rms", "lack_sd"]);
        foreach (WaveRecord wave in result.Waves)
        {
            for (int figure = 0; figure < result.Figures.Count; figure++)
            {
                text.Integer(wave.Wave).Integer(wave.Points).Integer(wave.Whole).Number(wave.MedianDistance).Word(result.Figures[figure].Moment.Measure)
                    .Number(wave.MissRms[figure]).Number(wave.Lack[figure]).EndRow();
            }
        }

        return text.Written;
    }

    /// <summary><c>recovery.csv</c>: how often the interval of each parameter held the truth.</summary>
    public static ReadOnlyMemory<byte> RecoveryOf(RecoveryResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["parameter", "trials", "held", "identified", "held_when_identified", "mean_width_ratio"]);
        foreach (RecoverySummary summary in result.Summaries)
        {
            text.Word(result.Task.Space.NameOf(summary.Parameter)).Integer(result.Trials).Integer(summary.Held).Integer(summary.Identified).Integer(summary.HeldWhenIdentified)
                .Number(summary.MeanWidthRatio).EndRow();
        }

        return text.Written;
    }

    /// <summary><c>trials.csv</c>: every parameter in every trial.</summary>
    public static ReadOnlyMemory<byte> TrialsOf(RecoveryResult result)
    {
        var text = new CsvText();
        CsvTable.WriteHeader(text, ["trial", "parameter", "truth", "estimate", "ci_low", "ci_high", "held", "width_ratio", "identified", "rank"]);
        foreach (RecoveryRow row in result.Rows)
        {
            text.Integer(row.Trial).Word(result.Task.Space.NameOf(row.Parameter)).Number(row.Truth).Number(row.Estimate).Number(row.Low).Number(row.High).Word(YesNo(row.Held))
                .Number(row.WidthRatio).Word(YesNo(row.IsIdentified)).Number(row.Rank).EndRow();
        }

        return text.Written;
    }

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
