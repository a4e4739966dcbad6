using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.Describing;

/// <summary>The scenarios and experiments that come with the program, each with the question it answers.</summary>
internal static class ScenarioDescription
{
    public static void Write(TextWriter output)
    {
        output.WriteLine("A name stands for its file wherever a command wants a SCENARIO or an EXPERIMENT; a file of that name here wins over it.\n");
        TextColumns.Write(output, ["scenario", "question"], ShippedScenarios.Names.Select(name => new[] { name, ShippedScenarios.QuestionOf($"{name}.json") }));
        output.WriteLine();
        TextColumns.Write(
            output, ["experiment", "question"], ShippedScenarios.Experiments.Select(name => new[] { name, ShippedScenarios.QuestionOf($"{ShippedScenarios.Sweeps}/{name}.json") }));
    }
}
