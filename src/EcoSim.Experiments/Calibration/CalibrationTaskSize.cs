using EcoSim.Experiments.Sweeps.Designs;

namespace EcoSim.Experiments.Calibration;

/// <summary>What a calibration needs at least, and points to try it on.</summary>
public static class CalibrationTaskSize
{
    private const int PilotLuck = 555;

    /// <summary>Least number of points of the first wave, from which surfaces can be fitted.</summary>
    public static int LeastPoints(CalibrationTask task) => Surrogate.LeastPoints(task.Space.Size);

    /// <summary>Points for a pilot: spread over the priors, and not those of the first wave.</summary>
    public static IReadOnlyList<double[]> PilotPoints(CalibrationTask task, int round, int count) =>
        WaveFit.FirstWave(count, task.Space.Size, new DesignLuck(task.Experiment.DesignSeed).Part(PilotLuck + round));
}
