using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Sweeping;

/// <summary>The size of a sweep that a budget of time allows.</summary>
internal static class SweepSize
{
    /// <summary>Points laid out for the pilot, before their number is known.</summary>
    public const int PilotPoints = 16;

    /// <summary>Share of the budget for the runs; the rest is for reading, writing and figures.</summary>
    private const double ShareForRuns = 0.9;

    /// <summary>The experiment and the number of its points that fit: points where their number is free, replicates elsewhere.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="fixedPoints">Points of a design whose levels decide their number; null where it is free.</param>
    /// <param name="budget">Time for everything.</param>
    /// <param name="spent">Time spent so far.</param>
    /// <param name="perRun">Time of a run with others beside it.</param>
    /// <param name="threads">Runs at the same time.</param>
    public static (Experiment Experiment, int Points) Fit(Experiment experiment, int? fixedPoints, TimeSpan budget, TimeSpan spent, TimeSpan perRun, int threads)
    {
        double runs = Math.Max(0, (budget - spent) / perRun) * threads * ShareForRuns;
        if (fixedPoints is { } points)
        {
            return runs >= points
                ? (WithReplicates(experiment, (int)Math.Min(runs / points, Catalogue.Get("run.replicates").Max)), points)
                : throw TooShort(budget, runs, $"one replicate of its {points} points", spent + perRun * points / threads / ShareForRuns);
        }

        // Blocks of a power of two are where a Sobol sequence is even; a doubled Latin hypercube keeps what is done.
        int fitting = (int)Math.Min(runs / experiment.Replicates, ExperimentLimits.MostPoints);
        int rounded = fitting < 2 ? 0 : experiment.Design == DesignKind.Sobol ? 1 << (int)Math.Log2(fitting) : fitting - fitting % 2;
        return rounded >= 2
            ? (experiment, rounded)
            : throw TooShort(budget, runs, $"two points with {experiment.Replicates} replicates", spent + perRun * 2 * experiment.Replicates / threads / ShareForRuns);
    }

    private static Experiment WithReplicates(Experiment experiment, int replicates)
    {
        Parameters parameters = Catalogue.Copy(experiment.Scenario.Plan.Parameters);
        parameters.Run.Replicates = replicates;
        return experiment with { Scenario = experiment.Scenario with { Plan = experiment.Scenario.Plan with { Parameters = parameters } } };
    }

    private static RefusedException TooShort(TimeSpan budget, double runs, string least, TimeSpan needed) => new(
        $"--budget: {PrecisionText.Duration(budget)} are enough for about {ReadableNumber.Of(Math.Floor(runs))} runs, but {least} need about {PrecisionText.Duration(needed)}. "
        + "Allow more time, or use a smaller world (--set population.workers=N) or fewer months (--months N).");
}
