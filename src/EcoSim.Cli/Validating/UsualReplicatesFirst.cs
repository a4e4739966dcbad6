namespace EcoSim.Cli.Validating;

/// <summary>A number of replicates that suits the command, which any other setting of it overrides.</summary>
internal static class UsualReplicatesFirst
{
    /// <summary>The settings with the usual number before them; the last one of a path wins.</summary>
    public static IReadOnlyList<string> In(IReadOnlyList<string> sets, int usual) => [$"run.replicates={usual}", .. sets];
}
