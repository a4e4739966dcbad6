using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>A headline and a report on the warm-up, of numbers that no model was asked for.</summary>
internal static class SyntheticHeadline
{
    private const int Replicates = 3, Months = 60;

    public static Report Page(string figures, bool draws)
    {
        HeadlineResult result = Result(new PosteriorSample("posterior.csv", [Catalogue.Get("capital.a.hurdle")], [[0.1], [0.2], [0.3], [0.4]], 1234));
        return HeadlineReport.Of(result, draws ? HeadlineFigures.Write(result, figures) : DrawnFigures.None, "ecosim headline plain");
    }

    /// <summary>With the anchor 1000 and more with each world and replicate, without it 600.</summary>
    public static HeadlineResult Result(PosteriorSample? sample)
    {
        HeadlineDesign design = HeadlineDesign.Of(PlainRuns.Scenario(Replicates), sample, 4);
        var cells = new CellOutcomes();
        foreach (((DesignWorld world, int replicate), int place) in design.Runs.Select((run, place) => (run, place)))
        {
            double value = world.Plan.Parameters.Anchor.Present ? 1000 + 3 * (place % 40) + 20 * replicate : 600 + replicate;
            cells.Add(world.Hash, replicate, [.. Headlines.Outcomes.Select(_ => value)]);
        }

        return HeadlineResult.Of(design, cells)!;
    }

    public static Report WarmUp(string figures, bool draws)
    {
        var scenario = PlainRuns.Scenario(Replicates, Months);
        WarmUpResult result = WarmUpResult.Of(scenario, [.. WarmUpResult.Lengths(scenario.Plan).Select(length => new WarmUpRuns(
            length, [.. Enumerable.Range(0, Replicates).Select(replicate => PlainRuns.Simulate(WarmUpResult.After(scenario, length).Plan, replicate, default, _ => { }, default))]))])!;
        return WarmUpReport.Of(result, draws ? WarmUpFigures.Write(result, figures) : DrawnFigures.None, "ecosim validate plain --warm-up");
    }
}
