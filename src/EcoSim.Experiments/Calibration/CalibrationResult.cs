using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Designs;
using MathNet.Numerics.Distributions;

namespace EcoSim.Experiments.Calibration;

/// <summary>A free parameter before and after.</summary>
/// <param name="Path">The parameter.</param>
/// <param name="Own">The scenario's own value.</param>
/// <param name="Estimate">Point estimate.</param>
/// <param name="Median">Median of the posterior.</param>
/// <param name="Low">5 % of the posterior lie below.</param>
/// <param name="High">5 % lie above.</param>
/// <param name="WidthRatio">Width of that interval over the prior's, on the scale of the prior.</param>
/// <param name="IsIdentified">True when the figures narrow the prior down.</param>
/// <param name="PinnedBy">Place of the figure whose loss would widen the interval most; null where none does.</param>
public sealed record ParameterFit(
    string Path, double Own, double Estimate, double Median, double Low, double High, double WidthRatio, bool IsIdentified, int? PinnedBy);

/// <summary>A figure before and after.</summary>
/// <param name="Moment">The figure.</param>
/// <param name="Before">Value with the scenario's own parameters; NaN where it has none.</param>
/// <param name="BeforeError">Its Monte Carlo standard error.</param>
/// <param name="After">Value with the estimate.</param>
/// <param name="AfterError">Its Monte Carlo standard error.</param>
public sealed record FigureFit(Moment Moment, double Before, double BeforeError, double After, double AfterError);

/// <summary>All that a calibration found.</summary>
public sealed class CalibrationResult
{
    /// <summary>What a table says of a parameter that the figures narrow down together, none of them by itself.</summary>
    private const string SeveralTogether = "several together";

    /// <summary>Standard errors by which distances must differ to count as different.</summary>
    private const double ToldErrors = 2;

    /// <summary>Where no error is known: part of the smaller by which they must.</summary>
    private const double PlainlyOther = 0.1;

    /// <summary>A draw is near when doubt about the figures alone would put them nearer with this probability.</summary>
    private const double NearProbability = 0.99;

    private readonly WaveResult _waves;

    internal CalibrationResult(CalibrationTask task, WaveResult waves, Evaluation before, Evaluation after)
    {
        (Task, _waves) = (task, waves);
        Identification = Identification.Of(task.Moments, waves);
        Parameters = [.. Enumerable.Range(0, task.Space.Size).Select(Fit)];
        Figures = [.. task.Moments.Select((moment, i) => new FigureFit(moment, ValueOf(before, i), ErrorOf(before, i), ValueOf(after, i), ErrorOf(after, i)))];
        DistanceBefore = Math.Sqrt(Discrepancy.Simulated(task.Moments, before));
        DistanceAfter = Math.Sqrt(Discrepancy.Simulated(task.Moments, after));
        DistanceBeforeError = Discrepancy.ErrorOfDistance(task.Moments, before);
        DistanceAfterError = Discrepancy.ErrorOfDistance(task.Moments, after);

        double ValueOf(Evaluation evaluation, int i) => task.Moments[i].Link.From(evaluation.Values[i]);

        double ErrorOf(Evaluation evaluation, int i) => Math.Sqrt(evaluation.Variances[i]) / task.Moments[i].Link.Slope(ValueOf(evaluation, i));
    }

    public CalibrationTask Task { get; }

    public IReadOnlyList<ParameterFit> Parameters { get; }

    public IReadOnlyList<FigureFit> Figures { get; }

    public Identification Identification { get; }

    /// <summary>Root of the sum of squared standardised differences, with the scenario's own parameters.</summary>
    public double DistanceBefore { get; }

    /// <summary>The same with the estimate.</summary>
    public double DistanceAfter { get; }

    /// <summary>Monte Carlo standard error of the distance before; NaN where it is not known.</summary>
    public double DistanceBeforeError { get; }

    /// <summary>The same of the distance after.</summary>
    public double DistanceAfterError { get; }

    /// <summary>True when the distances differ by more than the luck of the replicates; it is shared, so that the errors taken as independent are on the safe side.</summary>
    public bool TellsDistances
    {
        get
        {
            double error = Math.Sqrt(DistanceBeforeError * DistanceBeforeError + DistanceAfterError * DistanceAfterError);
            return !(Math.Abs(DistanceAfter - DistanceBefore) <= (double.IsFinite(error) ? ToldErrors * error : PlainlyOther * Math.Min(DistanceBefore, DistanceAfter)));
        }
    }

    /// <summary>True when the estimate fits worse than the scenario's own values, by more than the luck of the replicates.</summary>
    public bool IsWorse => DistanceAfter > DistanceBefore && TellsDistances;

    /// <summary>Parameters whose estimate their own interval does not hold.</summary>
    public IEnumerable<ParameterFit> OutsideOwnInterval => Parameters.Where(fit => fit.Estimate < fit.Low || fit.Estimate > fit.High);

    /// <summary>Distance of the draw that comes nearest to the figures.</summary>
    public double LeastDistance => Distances.Min();

    /// <summary>Distance up to which a draw is near: the root of a quantile of χ² with a degree of freedom for each figure.</summary>
    public double FarthestNear => Math.Sqrt(ChiSquared.InvCDF(Figures.Count, NearProbability));

    /// <summary>True when no draw comes near the figures.</summary>
    public bool IsFar => LeastDistance > FarthestNear;

    /// <summary>False when no draw comes near the figures, or what the figures narrow down is not where the estimate is.</summary>
    public bool PosteriorTells => !IsFar && !OutsideOwnInterval.Any(fit => fit.IsIdentified);

    /// <summary>The figure that pins a parameter down, or that several do together; null where none does.</summary>
    public string? PinOf(ParameterFit fit) => !fit.IsIdentified ? null : fit.PinnedBy is { } pin ? Figures[pin].Moment.Id : SeveralTogether;

    /// <summary>How the waves went.</summary>
    public IReadOnlyList<WaveRecord> Waves => _waves.Waves;

    /// <summary>Draws of the posterior, each coordinate a share of its prior.</summary>
    public IReadOnlyList<double[]> Shares => _waves.Draws;

    /// <summary>Distance of each draw, as the surfaces say.</summary>
    public IReadOnlyList<double> Distances => _waves.Distances;

    /// <summary>The estimate, each coordinate a share of its prior.</summary>
    public double[] EstimateShares => _waves.Estimate;

    /// <summary>Points simulated, those known beforehand and those of the estimate included.</summary>
    public int Points => _waves.Evaluations.Count;

    /// <summary>How a measure, in its own unit, answers when a parameter goes through its prior.</summary>
    public (double Effect, double Error) EffectOf(int parameter, int figure)
    {
        Response response = Identification.Responses[parameter][figure];
        double slope = Task.Moments[figure].Link.Slope(Figures[figure].After);
        return (response.Slope / slope, response.Error / slope);
    }

    /// <summary>Percent by which a measure changes when a parameter rises by one percent, and its standard error; NaN where either is not positive.</summary>
    public (double Elasticity, double Error) ElasticityOf(int parameter, int figure)
    {
        double value = Parameters[parameter].Estimate, measure = Figures[figure].After;
        if (!(value > 0) || !(measure > 0) || Task.Space.Variations[parameter].From < 0)
        {
            return (double.NaN, double.NaN);
        }

        (double effect, double error) = EffectOf(parameter, figure);
        double scale = value / (measure * Task.Space.Slope(parameter, EstimateShares[parameter]));
        return (effect * scale, error * Math.Abs(scale));
    }

    private ParameterFit Fit(int parameter)
    {
        double[] sorted = [.. Shares.Select(draw => draw[parameter]).Order()];
        double tail = (1 - Identification.Central) / 2;
        int pin = Identification.Pins[parameter];
        bool identified = Identification.IsIdentified(parameter);
        return new ParameterFit(
            Task.Space.NameOf(parameter), Task.Space.OwnValues[parameter], Value(EstimateShares[parameter]), Value(Identification.Quantile(sorted, 0.5)),
            Value(Identification.Quantile(sorted, tail)), Value(Identification.Quantile(sorted, 1 - tail)), Identification.WidthRatios[parameter], identified,
            identified && pin >= 0 ? pin : null);

        double Value(double share) => Task.Space.Value(parameter, share);
    }
}

/// <summary>Calibrates: measures the scenario, runs the waves, settles the estimate.</summary>
public static class Calibrator
{
    /// <summary>Throws <see cref="OperationCanceledException"/> when the user stops it, and <see cref="RefusedException"/> when too few points have every figure.</summary>
    public static CalibrationResult Run(CalibrationTask task, MomentRunner runner)
    {
        CalibrationSpace space = task.Space;
        Evaluation before = runner.Confirm(space.Own, task.Scenario.Plan, task.Choice.Confirm);
        Evaluation? after = null;
        double least = double.PositiveInfinity;
        var fit = new WaveFit(task.Moments, space.Own, task.Choice, new DesignLuck(task.Experiment.DesignSeed));
        WaveResult waves = fit.Run((_, points) => runner.Wave(points), space.HoldsOwn ? [before] : [], point =>
        {
            Evaluation evaluation = runner.Confirm(point, space.PlanOf(space.Values(point)), task.Choice.Confirm);
            double criterion = LeastDistance.Criterion(task.Moments, evaluation, space.Own);
            (after, least) = after is null || criterion < least ? (evaluation, criterion) : (after, least);
            return evaluation;
        });
        return new CalibrationResult(task, waves, before, after!);
    }

    /// <summary>Runs that it takes, those that are already done included.</summary>
    public static int RunsOf(CalibrationTask task) => task.Choice.AllPoints * task.Experiment.Replicates + (1 + task.Choice.Steps) * task.Choice.Confirm;
}
