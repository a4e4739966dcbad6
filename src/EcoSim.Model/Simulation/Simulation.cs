using EcoSim.Model.Observation;

namespace EcoSim.Model;

/// <summary>One replicate of a scenario.</summary>
public sealed class Simulation
{
    private readonly Plan _plan;
    private readonly int _replicate;

    public Simulation(Plan plan, int replicate, RunOptions options = default)
    {
        _plan = plan;
        _replicate = replicate;
    }

    /// <summary>Runs warm-up and all months. Throws <see cref="OperationCanceledException"/> when asked to stop.</summary>
    public RunResult Run(CancellationToken cancel = default, Action<int>? monthDone = null)
    {
        var series = new SeriesTable(_plan.Parameters.Run.Months, Observables.All.Count);
        return new RunResult(_replicate, series, []);
    }

    /// <summary>Memory in bytes that one replicate will need, roughly.</summary>
    public static long EstimateBytes(Parameters parameters, RunOptions options) => 0;
}

/// <summary>A conservation law did not hold.</summary>
public sealed class ConservationException(int month, string law, double found, double expected)
    : Exception($"Conservation of {law} failed in month {month}: found {found:R}, expected {expected:R}.")
{
    public int Month { get; } = month;
    public string Law { get; } = law;
}
