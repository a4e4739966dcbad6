using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Checks before a run whether the machine has the memory for it.</summary>
public static class ScenarioSize
{
    /// <summary>Memory in bytes that a run will need: the replicates under way and the series of all that are done.</summary>
    /// <param name="parameters">Parameters of the scenario.</param>
    /// <param name="options">What is kept of each replicate.</param>
    /// <param name="threads">Replicates run at once; more threads than replicates do nothing.</param>
    public static double EstimateBytes(Parameters parameters, RunOptions options, int threads)
    {
        RunParameters run = parameters.Run;
        double worlds = run.Counterfactual ? 2.0 : 1.0;
        double atOnce = Math.Min(Math.Max(threads, 1), run.Replicates * worlds);
        double series = worlds * run.Replicates * run.Months * Observables.All.Count * sizeof(double);
        return atOnce * Simulation.EstimateBytes(parameters, options) + series;
    }

    /// <summary>The problem that a run would need more memory than the machine can give, or null.</summary>
    /// <param name="file">File that messages name.</param>
    /// <param name="parameters">Parameters of the scenario.</param>
    /// <param name="options">What is kept of each replicate.</param>
    /// <param name="threads">Replicates run at once.</param>
    /// <param name="availableBytes">Memory to fit into; by default what the runtime may use on this machine.</param>
    public static Problem? Check(string file, Parameters parameters, RunOptions options, int threads, long? availableBytes = null)
    {
        double needed = EstimateBytes(parameters, options, threads);
        double available = availableBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed <= available)
        {
            return null;
        }

        bool fewerThreads = threads > 1 && EstimateBytes(parameters, options, 1) <= available;
        string remedy = fewerThreads ? "use fewer threads (--threads)" : "lower population.workers, run.replicates or run.months";
        return new Problem(
            file, null, null, "", $"a run that needs about {Write(needed)} of memory on {threads} {(threads == 1 ? "thread" : "threads")}",
            $"at most the {Write(available)} of this machine; {remedy}");
    }

    private static string Write(double bytes) => bytes switch
    {
        < 1 << 20 => $"{bytes / (1 << 10):0} kB",
        < 1 << 30 => $"{bytes / (1 << 20):0} MB",
        _ => $"{bytes / (1 << 30):0.#} GB",
    };
}
