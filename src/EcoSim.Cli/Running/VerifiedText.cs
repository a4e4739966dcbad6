namespace EcoSim.Cli.Running;

/// <summary>What <c>--check</c> has verified.</summary>
internal static class VerifiedText
{
    /// <summary>Says it where it was asked for and there is a run.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="check">Whether it was asked for.</param>
    /// <param name="runs">Finished runs: one that breaks a law fails, and none counts that was kept in the store without a check.</param>
    public static void Write(TextWriter output, bool check, int runs)
    {
        if (check && runs > 0)
        {
            output.WriteLine($"Conservation laws verified in every month of {runs} run{(runs == 1 ? "" : "s")}.");
        }
    }
}
