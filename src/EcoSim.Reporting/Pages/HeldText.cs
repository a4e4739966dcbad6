using EcoSim.Experiments.Attribution;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting;

/// <summary>How many parameters vary in an answer, and about which of the others no interval says anything.</summary>
public static class HeldText
{
    /// <summary>How the source begins of what nothing published sets, and of what was tuned. A source that is an assumption in part only is not counted, so that numbers are least ones.</summary>
    private const string Assumption = "assumption", ByHand = "set by hand";

    /// <summary>One sentence.</summary>
    /// <param name="drawn">Parameters that vary in draws from a posterior; none without one.</param>
    public static string Sentence(IReadOnlyList<ParameterDeclaration> drawn)
    {
        int all = Catalogue.All.Count, assumed = Number(Catalogue.All.Except(drawn), Assumption);
        return drawn.Count == 0
            ? $"At least {assumed} of {all} parameters are assumptions, about which no interval here says anything{AmongThem(drawn)}."
            : $"{drawn.Count} of {all} parameters {(drawn.Count == 1 ? "varies" : "vary")} in the draws; no interval covers doubt about the other {all - drawn.Count}, at least {assumed} of them assumptions, which are held{AmongThem(drawn)}.";
    }

    /// <summary>How many parameters are assumptions or tuned, and whether an interval covers some of them.</summary>
    /// <param name="drawn">Parameters that vary in draws from a posterior; none without one.</param>
    internal static string Assumptions(IReadOnlyList<ParameterDeclaration> drawn)
    {
        int covered = Number(drawn, Assumption) + Number(drawn, ByHand);
        return $"At least {Number(Catalogue.All, Assumption)} of {Catalogue.All.Count} parameters are assumptions, and {Number(Catalogue.All, ByHand)} more were set by hand with published figures in view; "
            + $"no interval covers doubt about them{(covered == 0 ? "" : $" but for the {covered} of them drawn from the posterior")}.";
    }

    /// <summary>The strengths of channels, but those that are drawn.</summary>
    private static string AmongThem(IReadOnlyList<ParameterDeclaration> drawn)
    {
        string[] held = [.. Channels.Paths.Zip(Channels.Names).Where(channel => drawn.All(parameter => parameter.Path != channel.First)).Select(channel => channel.Second)];
        return held switch
        {
            [] => "",
            [var one] => $", among them the strength of the channel {one}, which no calibration figure fixes",
            _ => $", among them the strengths of the channels {string.Join(", ", held[..^1])} and {held[^1]}, which no calibration figure fixes",
        };
    }

    private static int Number(IEnumerable<ParameterDeclaration> parameters, string source) => parameters.Count(parameter => parameter.Source.StartsWith(source, StringComparison.OrdinalIgnoreCase));
}
