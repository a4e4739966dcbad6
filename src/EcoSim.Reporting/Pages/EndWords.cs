using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>How the ends of a parameter are called, and going from the lower to the upper one: a number is low or high and raised, a switch is false or true and set.</summary>
internal static class EndWords
{
    public static string Lower(ParameterDeclaration parameter) => IsSwitch(parameter) ? parameter.Format(0) : "low";

    public static string Upper(ParameterDeclaration parameter) => IsSwitch(parameter) ? parameter.Format(1) : "high";

    /// <summary>"raising channels.talent", "setting anchor.present to true".</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="name">Its path, or a word in its place.</param>
    public static string Rising(ParameterDeclaration parameter, string name) =>
        IsSwitch(parameter) ? $"setting {name} to {Upper(parameter)}" : $"raising {name}";

    /// <summary>Wherever the parameter stands.</summary>
    public static string Both(ParameterDeclaration parameter) => IsSwitch(parameter) ? "either way" : "at both ends";

    public static bool IsSwitch(ParameterDeclaration parameter) => parameter.Kind == ParameterKind.Switch;
}
