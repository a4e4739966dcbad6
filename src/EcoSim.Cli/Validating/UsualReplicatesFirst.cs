namespace EcoSim.Cli.Validating;

/// <summary>A number of replicates that suits the command, which any other setting of it overrides.</summary>
internal static class UsualReplicatesFirst
{
    /// <summary>The same in the help of an option.</summary>
    public static string Help(string usual) => $"{usual} unless given, whatever run.replicates of the scenario says";

    /// <summary>The settings with the usual number before them; the last one of a path wins.</summary>
    public static IReadOnlyList<string> In(IReadOnlyList<string> sets, int usual) => [$"run.replicates={usual}", .. sets];
}
