using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.Sweeping;

/// <summary>Says which runs failed; of many the first few.</summary>
internal static class FailureText
{
    private const int Most = 10;

    /// <summary>Writes the failures among these runs.</summary>
    public static void Write(TextWriter messages, string name, SweepWork work, IEnumerable<int> runs)
    {
        int[] failed = [.. runs.Where(run => work.Outcomes.FailureOf(run) is not null)];
        foreach (int run in failed.Take(Most))
        {
            SweepFailure failure = work.Outcomes.FailureOf(run)!;
            messages.WriteLine($"{name}: replicate {run / work.Outcomes.Worlds} of {work.PointText(run % work.Outcomes.Worlds)} failed in {failure.Stage}: {failure.Message}");
        }

        if (failed.Length > Most)
        {
            messages.WriteLine($"{name}: and {failed.Length - Most} runs more failed; all are in the table of runs.");
        }
    }
}
