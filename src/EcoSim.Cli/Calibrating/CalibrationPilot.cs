using System.Diagnostics;
using EcoSim.Experiments.Calibration;

namespace EcoSim.Cli.Calibrating;

/// <summary>Tells how long a run takes.</summary>
internal static class CalibrationPilot
{
    /// <summary>Rounds of one point a thread; the first also compiles the program.</summary>
    private const int Rounds = 2;

    /// <summary>Time of a run with others beside it. Points are those of another first wave, so that all of them are simulated.</summary>
    public static TimeSpan Run(CalibrationTask task, int threads, bool check, CancellationToken cancel, MeasurePlan? measure)
    {
        var last = TimeSpan.Zero;
        for (int round = 0; round < Rounds; round++)
        {
            var runner = new MomentRunner(task, null, threads, check, null, cancel, measure);
            var watch = Stopwatch.StartNew();
            runner.Wave(CalibrationTaskSize.PilotPoints(task, round, threads));
            last = watch.Elapsed / task.Experiment.Replicates;
        }

        return last;
    }
}
