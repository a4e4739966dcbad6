using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>Says which warnings hold, a method for each kind; null where there is nothing to warn of.</summary>
internal static class Warnings
{
    /// <summary>Below so many pairs the standard deviation is known to less than a quarter, and the interval with it.</summary>
    public const int FewReplicates = 10;

    /// <summary>Replicates that the remedies propose.</summary>
    private const int EnoughReplicates = 20;

    /// <summary>Below this factor of variance pairing is worth less than half the replicates again.</summary>
    private const double CoupledFactor = 1.5;

    /// <summary>Beyond so many pairs a remedy is none.</summary>
    private const double MostPairs = 2000;

    public static Warning? OfReplicates(int count) => count switch
    {
        1 => new(WarningKind.OneReplicate, "One replicate: what is chance and what is effect cannot be told apart.", $"Run it with --replicates {EnoughReplicates}."),
        < FewReplicates => new(
            WarningKind.FewReplicates, $"{count} replicates: the intervals are wide, and themselves hardly known.", $"Run it with --replicates {EnoughReplicates}."),
        _ => null,
    };

    /// <param name="count">Draws from a posterior; 0 where there are none to warn of.</param>
    /// <param name="rows">Rows of the posterior, of which no more can be drawn.</param>
    public static Warning? OfDraws(int count, int rows)
    {
        int most = Math.Min(HeadlineRow.EnoughDraws, rows);
        string remedy = count < most ? $"Run it with --draws {most}." : $"The posterior has no more; 'ecosim calibrate' writes one of {CalibrationChoice.Usual.Draws:#,0} unless told otherwise.";
        return count switch
        {
            0 or >= HeadlineRow.EnoughDraws => null,
            1 => new(WarningKind.FewDraws, "One draw from the posterior: it tells nothing of doubt about parameters.", remedy),
            _ when !Spread.AreEnough(count) => new(WarningKind.FewDraws, $"{count} draws from the posterior: the least and the most of so few tell little of doubt about parameters.", remedy),
            _ => new(WarningKind.FewDraws, $"{count} draws from the posterior: fewer than two lie beyond each end of their interval, which is rough.", remedy),
        };
    }

    public static Warning? OfCompleteness(int done, int asked) => done >= asked
        ? null
        : new(WarningKind.Incomplete, $"{done} of {asked} replicates are there; the others failed or were interrupted.", "Repeat the command; manifest.json lists the failures.");

    /// <param name="what">What the interval belongs to.</param>
    /// <param name="effect">Its difference.</param>
    public static Warning? OfInterval(string what, PairedDifference effect)
    {
        if (effect.Pairs < 2 || effect.Difference == 0 || effect.Low > 0 || effect.High < 0)
        {
            return null;
        }

        double ratio = PairedEvidence.MinimumDetectableDifference(effect.StandardError, effect.Pairs) / Math.Abs(effect.Difference);
        double pairs = effect.Pairs * ratio * ratio;
        string remedy = pairs <= MostPairs
            ? $"If the effect is as large as it looks, about {RoundedUp(pairs)} replicates find it: --replicates {RoundedUp(pairs)}."
            : $"An effect of this size would take thousands of replicates. Read it as: smaller than {Amount.Percent(Math.Max(Math.Abs(effect.Low), Math.Abs(effect.High)) / Math.Abs(effect.Second)).TrimStart('+')} either way.";
        return new(WarningKind.IntervalCrossesZero, $"The interval of {what} includes 0: its direction is not known.", remedy);
    }

    /// <param name="what">What was paired.</param>
    /// <param name="evidence">How sure the pairs are.</param>
    public static Warning? OfCoupling(string what, PairedEvidence evidence) => !(evidence.VarianceFactor < CoupledFactor)
        ? null
        : new(
            WarningKind.Decoupled,
            $"The worlds part ways so far that shared luck {(evidence.VarianceFactor > 1 ? "helps little" : "no longer helps")} for {what}: the pairs are worth {evidence.VarianceFactor.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} times as many unpaired runs.",
            "Use more replicates, or look at a shorter horizon (--months) or at an outcome closer to the change.");

    public static Warning? OfCounterfactual(Parameters parameters, int pairs) => pairs > 0 || !parameters.Anchor.Present
        ? null
        : new(WarningKind.NoCounterfactual, "The world without the anchor was not run, so what it fostered is not known.",
            parameters.Run.Counterfactual ? "Give the same command again; it goes on from there." : "Run it with --set run.counterfactual=true.");

    /// <param name="worlds">Parameters of every world shown.</param>
    public static Warning? OfContestedLinks(params IEnumerable<Parameters> worlds)
    {
        (string Path, double Value)[] atWork =
            [.. ContestedLinks.Together.Nothing.Where(link => worlds.Any(parameters => IsThere(link.Path, parameters) && Catalogue.Get(link.Path).Get(parameters) != link.Value))];
        return atWork.Length == 0
            ? null
            : new(
                WarningKind.ContestedLink,
                $"{Amount.Count(atWork.Length, "parameter", "parameters")} of links that the literature disputes {(atWork.Length == 1 ? "is" : "are")} not at nothing: {string.Join(", ", atWork.Select(link => link.Path))}.",
                "'ecosim validate SCENARIO --contested' reports what is fostered with each of them at nothing, and with all.");
    }

    /// <summary>What is said of a second anchor means nothing in a world without one.</summary>
    private static bool IsThere(string path, Parameters parameters) => parameters.SecondAnchor.Present || !path.StartsWith("secondAnchor.", StringComparison.Ordinal);

    /// <param name="design">The worlds of a headline.</param>
    /// <param name="done">Draws that are done.</param>
    public static Warning? OfPosterior(HeadlineDesign design, int done)
    {
        int workers = design.Workers;
        return design.Sample switch
        {
            null => new(WarningKind.NoPosterior, "No posterior sample was given, so doubt about parameters is in no interval.", "Run 'ecosim calibrate' and give its folder: --posterior results/calibrate-NAME."),
            _ when done < design.Draws.Count => new(WarningKind.Incomplete, $"{done} of {design.Draws.Count} draws are there; the others failed.", "The command said why."),
            { Workers: { } calibrated } when calibrated != workers => new(
                WarningKind.OtherSize, HeadlineText.OfSize(calibrated, workers),
                "Calibrate at the size of the scenario, or run both at one size: --set population.workers=N."),
            _ => null,
        };
    }

    /// <param name="design">The worlds of a headline.</param>
    public static Warning? OfPosteriorScenario(HeadlineDesign design) => design.Sample is { } sample && sample.IsOfAnother(design.Scenario.Name)
        ? new(
            WarningKind.OtherScenario, $"The posterior was calibrated for “{sample.Scenario}”, this scenario is “{design.Scenario.Name}”: its draws fit the published figures there, not here.",
            $"Calibrate this scenario if it has targets, or read its draws as doubt about “{sample.Scenario}” carried over.")
        : null;

    /// <param name="design">The worlds of a headline.</param>
    public static Warning? OfPosteriorModel(HeadlineDesign design) =>
        design.Sample?.MadeOtherwise is { } otherwise ? new(WarningKind.OtherModel, $"The posterior {otherwise}.", CalibrationOrigin.Remedy)
        : design.Sample is { IsOfUnknownOrigin: true } sample ? new(WarningKind.UnknownOrigin, $"The posterior “{Path.GetFileName(sample.Label)}” {CalibrationOrigin.Unknown}.", CalibrationOrigin.UnknownRemedy)
        : null;

    /// <param name="scenarios">Every scenario shown.</param>
    public static Warning? OfEstimates(params IEnumerable<Scenario> scenarios)
    {
        EstimateOrigin[] estimates = [.. scenarios.SelectMany(EstimateOrigin.MadeOtherwise).DistinctBy(estimate => estimate.File)];
        return estimates.Length == 0
            ? null
            : new(WarningKind.OtherModel, string.Join(' ', estimates.Select(estimate => $"The estimate “{estimate.ShortName}” {estimate.Otherwise}.")), CalibrationOrigin.Remedy);
    }

    /// <param name="figures">Published figures whose standard error is more than a quarter of their band.</param>
    /// <param name="replicates">Replicates that were measured.</param>
    public static Warning? OfPrecision(IReadOnlyList<string> figures, int replicates) => figures.Count == 0 || replicates < 2
        ? null
        : new(
            WarningKind.Imprecise, $"Chance may decide the verdict where the standard error is more than a quarter of the band: {string.Join(", ", figures)}.",
            $"Use more replicates: --replicates {4 * Math.Max(replicates, 5)} halves the errors.");

    public static Warning? OfAnchorScale(Plan plan) =>
        AnchorScale.Problem(plan) is var (found, remedy) ? new(WarningKind.AnchorTooLarge, found, remedy) : null;

    public static Warning? OfOverlap(Plan plan) =>
        ShockOverlap.Problem(plan) is var (found, remedy) ? new(WarningKind.OverlappingChanges, found, remedy) : null;

    /// <param name="drawn">Parameters that vary in draws from a posterior.</param>
    public static Warning OfCalibration(params IReadOnlyList<ParameterDeclaration> drawn) => new(
        WarningKind.Uncalibrated, HeldText.Assumptions(drawn),
        "Read differences and their signs before levels; 'ecosim describe parameters PATH' tells where a value comes from, 'ecosim validate' how levels compare.");

    public static Warning? OfFonts(string? problem) => problem is null
        ? null
        : new(WarningKind.NoFont, problem, "Install DejaVu Sans (fonts-dejavu-core on Debian) and run again with --force.");

    /// <summary>Two leading digits, upward: 37 is 40 and 1,230 is 1,300.</summary>
    private static int RoundedUp(double pairs)
    {
        double step = Math.Pow(10, Math.Max(1, Math.Floor(Math.Log10(pairs)) - 1));
        return (int)(Math.Ceiling(pairs / step) * step);
    }
}
