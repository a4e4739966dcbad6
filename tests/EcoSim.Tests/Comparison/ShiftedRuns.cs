using EcoSim.Model;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Comparison;

/// <summary>Made-up runs that answer to the strength of a channel in a known way.</summary>
internal static class ShiftedRuns
{
    /// <summary>As <see cref="PlainRuns"/>, and for every half of talent that is missing 1 + 2 × replicate more in every cell.</summary>
    public static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        double missing = 2 * (1 - plan.Parameters.Channels.Talent);
        for (int month = 0; month < run.Series.Months; month++)
        {
            foreach (ref double cell in run.Series.Row(month))
            {
                cell += missing * (1 + 2 * replicate);
            }
        }

        return run;
    }
}
