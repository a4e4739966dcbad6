using EcoSim.Model;

namespace EcoSim.Experiments.Results;

/// <summary>Which program made a result.</summary>
public static class ProgramVersion
{
    /// <summary>Version such as <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(Simulation).Assembly.GetName().Version!.ToString(3);

    /// <summary>Identity of the compiled model: it changes with the model's source, also between two versions.</summary>
    public static string ModelBuild { get; } = typeof(Simulation).Module.ModuleVersionId.ToString();
}
