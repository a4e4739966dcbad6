using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Reporting;
using EcoSim.Tests.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>Pages of every kind, made of numbers that no model was asked for.</summary>
internal static class SyntheticReports
{
    public static readonly string[] Kinds = ["run", "compare", "attribute", "validate", "contested", "headline", "warm-up"];

    public static Report Of(string kind, string figures, bool draws = true) => kind switch
    {
        "run" => Run(SyntheticEnsemble.Create(replicates: 3, months: 60, shocks: true), figures, draws),
        "compare" => Compare(figures, draws),
        "attribute" => Attribute(3, figures, draws),
        "validate" => SyntheticValidation.Scorecard(figures, draws),
        "headline" => SyntheticHeadline.Page(figures, draws),
        "warm-up" => SyntheticHeadline.WarmUp(figures, draws),
        _ => SyntheticValidation.Contested(figures, draws),
    };

    public static Report Run(EnsembleResult result, string figures, bool draws) => RunReport.Of(
        result, ResultTables.Of(result), draws ? FigureWriter.WriteAll(result, figures, inline: true).Drawn : DrawnFigures.None, "ecosim run synthetic");

    private static Report Compare(string figures, bool draws)
    {
        PairedComparison[] comparisons = [Pair(4, "without", changed: true), Pair(4, "same", changed: false)];
        return ComparisonReport.Of(
            comparisons, ["The worlds run for different times."], draws ? ComparisonFigures.Write(comparisons, figures) : DrawnFigures.None, "ecosim compare with without same");
    }

    /// <summary>A world against itself without its anchor, or against itself.</summary>
    public static PairedComparison Pair(int replicates, string other, bool changed, int months = 60)
    {
        EnsembleResult result = SyntheticEnsemble.Create(replicates, months, ledger: false, shocks: true);
        var with = new ComparedWorld("with", "run now", result.Scenario, result.Replicates, "1", "b");
        Parameters parameters = Model.Declaration.Catalogue.Copy(result.Scenario.Plan.Parameters);
        parameters.Anchor.Present = !changed;
        var plan = result.Scenario with { Plan = result.Scenario.Plan with { Parameters = parameters } };
        return PairedComparison.Of(with, new ComparedWorld(other, "run now", plan, changed ? result.WithoutAnchor : result.Replicates, "1", "b"));
    }

    private static Report Attribute(int replicates, string figures, bool draws)
    {
        (FactorialDesign design, IReadOnlyList<OutcomeAttribution> outcomes) = Attributed(replicates);
        return AttributionReport.Of(
            design, outcomes, replicates, draws ? AttributionFigures.Write(design.Scenario, outcomes, replicates, figures) : DrawnFigures.None, "ecosim attribute plain");
    }

    /// <summary>Channel c adds 100 (c + 1), a little more in each replicate.</summary>
    public static (FactorialDesign Design, IReadOnlyList<OutcomeAttribution> Outcomes) Attributed(int replicates)
    {
        FactorialDesign design = FactorialDesign.Of(PlainRuns.Scenario(replicates));
        var cells = new CellOutcomes();
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            for (int cell = 0; cell < design.Cells.Count; cell++)
            {
                double worth = Enumerable.Range(0, Channels.Names.Count).Where(channel => (cell >> channel & 1) == 1).Sum(channel => 100.0 * (channel + 1) + replicate);
                cells.Add(design.Cells[cell].Hash, replicate, [.. Headlines.Outcomes.Select(_ => 1000 + worth)]);
            }

            cells.Add(design.WithoutAnchor.Hash, replicate, [.. Headlines.Outcomes.Select(_ => 900.0 + replicate)]);
        }

        return (design, AttributionResult.Of(design, cells, [.. Enumerable.Range(0, replicates)]));
    }
}
