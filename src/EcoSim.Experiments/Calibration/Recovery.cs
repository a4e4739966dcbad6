using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>A parameter in one trial of recovery.</summary>
/// <param name="Trial">Trial, from 1.</param>
/// <param name="Parameter">Place of the parameter.</param>
/// <param name="Truth">Value that made the data.</param>
/// <param name="Estimate">Point estimate.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="WidthRatio">Width of the interval over the prior's.</param>
/// <param name="Rank">Share of the posterior below the truth.</param>
public sealed record RecoveryRow(int Trial, int Parameter, double Truth, double Estimate, double Low, double High, double WidthRatio, double Rank)
{
    public bool Held => Rank is >= (1 - Identification.Central) / 2 and <= (1 + Identification.Central) / 2;

    public bool IsIdentified => WidthRatio <= Identification.IdentifiedRatio;
}

/// <summary>What became of a parameter over all trials.</summary>
/// <param name="Parameter">Place of the parameter.</param>
/// <param name="Held">Trials whose interval held the truth.</param>
/// <param name="Identified">Trials in which the figures narrowed it down.</param>
/// <param name="HeldWhenIdentified">Of those, how many held it.</param>
/// <param name="MeanWidthRatio">Mean width of the interval over the prior's.</param>
public sealed record RecoverySummary(int Parameter, int Held, int Identified, int HeldWhenIdentified, double MeanWidthRatio);

/// <summary>Calibrations to data that were simulated with known parameters.</summary>
/// <param name="Task">The calibration.</param>
/// <param name="Rows">Every parameter in every trial.</param>
/// <param name="Trials">Trials whose data had every figure.</param>
/// <param name="Asked">Trials asked for.</param>
public sealed record RecoveryResult(CalibrationTask Task, IReadOnlyList<RecoveryRow> Rows, int Trials, int Asked)
{
    public IReadOnlyList<RecoverySummary> Summaries { get; } =
    [
        .. Rows.GroupBy(row => row.Parameter).OrderBy(group => group.Key).Select(group => new RecoverySummary(
            group.Key, group.Count(row => row.Held), group.Count(row => row.IsIdentified), group.Count(row => row.IsIdentified && row.Held), group.Average(row => row.WidthRatio))),
    ];
}

/// <summary>Tests a calibration on itself: truths from the priors, data simulated with them and with other luck, a calibration to each.</summary>
/// <remarks>The first wave depends on no figure, so all trials share it.</remarks>
public static class RecoveryTrials
{
    /// <summary>Luck of the truths and of the data, apart from that of the calibration.</summary>
    private const int TruthLuck = 777;

    private const long DataSeeds = 1_000_003;

    /// <summary>Runs the trials. Throws <see cref="OperationCanceledException"/> when the user stops it.</summary>
    public static RecoveryResult Run(CalibrationTask task, MomentRunner runner, int trials)
    {
        var luck = new DesignLuck(task.Experiment.DesignSeed);
        double[][] truths = [.. LatinHypercube.Points(trials, task.Space.Size, luck.Part(TruthLuck))];
        double[][] first = WaveFit.FirstWave(task.Choice.Points, task.Space.Size, luck.Part(0));
        IReadOnlyList<Evaluation> shared = runner.Wave(first);
        var rows = new List<RecoveryRow>();
        int done = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            Evaluation data = runner.Confirm(truths[trial], DataPlan(task, truths[trial], trial), task.Choice.Confirm);
            if (!data.IsWhole)
            {
                continue;
            }

            done++;
            var fit = new WaveFit(Retargeted(task.Moments, data), Middle(task.Space.Size), task.Choice, luck);
            WaveResult result = fit.Run((wave, points) => wave == 1 ? shared : runner.Wave(points), []);
            rows.AddRange(Enumerable.Range(0, task.Space.Size).Select(parameter => Row(task, trial + 1, parameter, truths[trial], result)));
        }

        return new RecoveryResult(task, rows, done, trials);
    }

    /// <summary>Runs that it takes, those that are already done included.</summary>
    public static int RunsOf(CalibrationTask task, int trials) =>
        task.Choice.Points * task.Experiment.Replicates
        + trials * (task.Choice.Confirm + (task.Choice.AllPoints - task.Choice.Points) * task.Experiment.Replicates);

    /// <summary>The figures with the simulated values in place of the published ones; the doubt about them is as wide, on the stretched scale.</summary>
    internal static Moment[] Retargeted(IReadOnlyList<Moment> moments, Evaluation data) =>
        [.. moments.Select((moment, i) => moment with { Target = data.Values[i], DataVariance = double.IsFinite(data.Variances[i]) ? data.Variances[i] : 0 })];

    private static Plan DataPlan(CalibrationTask task, double[] truth, int trial)
    {
        Plan plan = task.Space.PlanOf(task.Space.Values(truth));
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        parameters.Run.Seed += DataSeeds * (trial + 1);
        return plan with { Parameters = parameters };
    }

    private static double[] Middle(int size) => [.. Enumerable.Repeat(0.5, size)];

    private static RecoveryRow Row(CalibrationTask task, int trial, int parameter, double[] truth, WaveResult result)
    {
        double[] sorted = [.. result.Draws.Select(draw => draw[parameter]).Order()];
        double tail = (1 - Identification.Central) / 2;
        return new RecoveryRow(
            trial, parameter, Value(truth[parameter]), Value(result.Estimate[parameter]), Value(Identification.Quantile(sorted, tail)),
            Value(Identification.Quantile(sorted, 1 - tail)), Identification.WidthRatio(result.Draws, parameter), sorted.Count(share => share < truth[parameter]) / (double)sorted.Length);

        double Value(double share) => task.Space.Value(parameter, share);
    }
}
