using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.Calibrating;

/// <summary>How large a calibration is, and how long it takes.</summary>
internal static class CalibrationSize
{
    /// <summary>Share of the budget for runs; the rest is for surfaces, draws and figures.</summary>
    private const double ShareForRuns = 0.9;

    /// <summary>Points are counted in so many, one for each block of shared luck.</summary>
    private const int Step = 16;

    /// <summary>The task with so many points in the first wave, and in later waves in proportion.</summary>
    public static CalibrationTask WithPoints(CalibrationTask task, int points)
    {
        CalibrationChoice choice = task.Choice;
        int later = Math.Max(2, (int)Math.Round((double)choice.WavePoints * points / choice.Points));
        return task with { Experiment = task.Experiment with { Calibration = choice with { Points = points, WavePoints = later } } };
    }

    /// <summary>The task as large as a budget allows.</summary>
    /// <param name="task">The task.</param>
    /// <param name="trials">Trials of recovery; null for a calibration.</param>
    /// <param name="left">Time left.</param>
    /// <param name="perRun">Time of a run with others beside it.</param>
    /// <param name="threads">Runs at the same time.</param>
    public static CalibrationTask Fit(CalibrationTask task, int? trials, TimeSpan left, TimeSpan perRun, int threads)
    {
        double affordable = Math.Max(0, left / perRun) * threads * ShareForRuns;
        int most = 0;
        for (int points = Step; Runs(WithPoints(task, points), trials) <= affordable && points < 1 << 20; points += Step)
        {
            most = points;
        }

        int least = CalibrationTaskSize.LeastPoints(task);
        if (most < least)
        {
            double needed = Runs(WithPoints(task, least), trials) * perRun.TotalSeconds / threads / ShareForRuns;
            throw new RefusedException(
                $"--budget: {PrecisionText.Duration(left)} are enough for about {ReadableNumber.Of(Math.Floor(affordable))} runs, but {task.Space.Size} parameters need a first wave of {least} points, about {PrecisionText.Duration(TimeSpan.FromSeconds(needed))} in all. "
                + "Allow more time, or use a smaller world (--set population.workers=N) or fewer free parameters.");
        }

        return WithPoints(task, most);
    }

    /// <summary>Refuses a first wave from which no surfaces can be fitted, before anything is run.</summary>
    public static void RequirePoints(CalibrationTask task)
    {
        int points = task.Choice.Points, least = CalibrationTaskSize.LeastPoints(task);
        if (points < least)
        {
            throw new RefusedException(
                $"{task.Name}: found {Counted(points, "point")} in the first wave; {Counted(task.Space.Size, "free parameter")} need at least {least}, and more where points lack a figure. "
                + $"Give --points {least} or more, \"points\" in the file's \"calibration\", or fewer free parameters.");
        }
    }

    /// <summary>Runs that it takes.</summary>
    public static int Runs(CalibrationTask task, int? trials) => trials is { } count ? RecoveryTrials.RunsOf(task, count) : Calibrator.RunsOf(task);

    /// <summary>Says what it takes.</summary>
    public static void Write(TextWriter output, CalibrationTask task, int? trials, TimeSpan perRun, int threads)
    {
        CalibrationChoice choice = task.Choice;
        int runs = Runs(task, trials);
        output.WriteLine($"{task.Name}: {Counted(task.Space.Size, "free parameter")}, {Counted(task.Moments.Count, "figure")} of {task.Targets}{(trials is { } count ? $", {Counted(count, "trial")} of recovery" : "")}");
        TextColumns.Write(output, ["", ""],
        [
            ["points", $"{choice.Points} over the priors{(choice.Waves > 1 ? $", then {Counted(choice.Waves - 1, "wave")} of {choice.WavePoints}" : "")}, {Counted(task.Experiment.Replicates, "replicate")} of each"],
            ["size", $"{task.Scenario.Plan.Parameters.Population.Workers:#,0} workers, {task.Scenario.Plan.Parameters.Run.Months} months; {choice.Confirm} replicates to measure a fit"],
            ["runs", $"{runs:#,0} at most, those in the store included"],
            ["time", $"about {PrecisionText.Duration(perRun * runs / threads)} with {threads} {(threads == 1 ? "thread" : "threads")}: {ReadableNumber.Of(perRun.TotalSeconds)} s a run"],
        ]);
    }

    /// <summary>"1 replicate", "2 replicates".</summary>
    public static string Counted(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
