using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.Describing;

/// <summary>The JSON schema of scenario files.</summary>
internal static class SchemaDescription
{
    public static void Write(TextWriter output) => output.WriteLine(ScenarioSchema.Write().TrimEnd());
}
