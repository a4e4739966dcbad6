using EcoSim.Model;

namespace EcoSim.Reporting;

/// <summary>What figures need of a result; each answers with a reason when it is absent.</summary>
internal static class Needs
{
    public static string? Nothing(FigureInput input) => null;

    public static string? Year(FigureInput input) =>
        input.Months < 12 ? $"needs twelve months, the run has {input.Months}" : null;

    public static string? Anchor(FigureInput input) =>
        input.Paths("anchor_headcount").Any(path => path.Any(staff => staff > 0)) ? null : "there is no anchor in this run";

    public static Func<FigureInput, string?> Ledger(params string[] tables) => input =>
        input.Replicates.All(r => r.Ledger.Count == 0) ? "no ledger was kept (run with --ledger first or all)"
        : tables.FirstOrDefault(t => input.Tables(t).Count == 0) is { } empty ? $"the ledger's table '{empty}' is empty"
        : null;

    public static string? WithoutAnchor(FigureInput input) =>
        FosteredFigure.Pairs(input).Length == 0 ? "the world without the anchor was not run (run.counterfactual, or no anchor in the scenario)" : null;

    /// <summary>Both needs; the first reason counts.</summary>
    public static Func<FigureInput, string?> Both(Func<FigureInput, string?> first, Func<FigureInput, string?> second) =>
        input => first(input) ?? second(input);
}
