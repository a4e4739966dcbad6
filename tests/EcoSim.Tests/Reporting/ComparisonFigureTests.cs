using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Reporting;

/// <summary>Figures of comparisons and attributions: written as PNG and SVG, also for one pair and for no change.</summary>
public sealed class ComparisonFigureTests
{
    [Theory]
    [InlineData(1, 24)]
    [InlineData(4, 5)]
    public void Compared_worlds_are_drawn(int replicates, int months)
    {
        using var root = new TemporaryFolder();
        var result = SyntheticEnsemble.Create(replicates, months, ledger: false, shocks: true);
        var with = new ComparedWorld("with", "run now", result.Scenario, result.Replicates, "1", "b");
        var without = new ComparedWorld("without", "run now", result.Scenario, result.WithoutAnchor, "1", "b");
        ComparisonFigures.Write([PairedComparison.Of(with, without), PairedComparison.Of(with, with with { Label = "same" })], root.Path);
        Assert.Equal(
            ["bands.png", "bands.svg", "difference.png", "difference.svg", "effects-without.png", "effects-without.svg", "worlds.png", "worlds.svg"], root.Entries);
        Assert.Contains("“without”, “same” against “with”", File.ReadAllText(root["difference.svg"]));
    }

    [Fact]
    public void Worlds_side_by_side_show_the_declared_outcomes_and_nothing_of_others()
    {
        using var root = new TemporaryFolder();
        var result = SyntheticEnsemble.Create(3, 12, ledger: false, shocks: false);
        ComparedWorld World(string label, IReadOnlyList<RunResult> runs) => new(label, "run now", result.Scenario, runs, "1", "b");
        OutcomeMeasure founded = OutcomeText.Read("startups_founded", out _)!;
        PairedComparison[] comparisons = [.. new[] { "out", "twin" }.Select(label => PairedComparison.Of(World("with", result.Replicates), World(label, result.WithoutAnchor), [founded]))];
        ComparisonFigures.Write(comparisons, root.Path);
        Assert.Contains("unless the panel says otherwise", WorldsFigure.Draw(comparisons).Note);
        Assert.Contains("unless the row says otherwise", EffectsFigure.Draw(comparisons[0]).Note);
        string drawn = File.ReadAllText(root["worlds.svg"]);
        Assert.Contains("Start-ups founded", drawn);
        Assert.Contains("Ecosystem value", drawn);
        Assert.DoesNotContain("Dragons", drawn);
        Assert.DoesNotContain("zero throughout", drawn);
    }

    [Fact]
    public void A_world_that_hides_another_is_named()
    {
        var result = SyntheticEnsemble.Create(2, 5, ledger: false, shocks: false);
        ComparedWorld World(string label, IReadOnlyList<RunResult> runs) => new(label, "run now", result.Scenario, runs, "1", "b");
        ComparedWorld with = World("with", result.Replicates);
        PairedComparison[] comparisons = [.. new[] { World("out", result.WithoutAnchor), World("twin", result.WithoutAnchor), World("copy", result.Replicates) }.Select(other => PairedComparison.Of(with, other))];
        const string Note = "“twin” is the same as “out”, “copy” is the same as “with” in every month, and hides it.";
        Assert.Contains(Note, BandsFigure.Draw(comparisons).Note);
        Assert.Contains(Note, DifferenceFigure.Draw(comparisons).Note);
        Assert.DoesNotContain("is the same as", BandsFigure.Draw(comparisons[..1]).Note);
    }

    [Theory]
    [InlineData(1, ", ", "Per cent: change against the run before", "this run", "the run before")]
    [InlineData(3, ", mean ", "Per cent: change of the mean over replicates, not of the medians drawn, against the run before", "this run: median", "the run before: median")]
    public void The_watched_picture_tells_medians_from_means(int replicates, string title, string note, string now, string before)
    {
        var result = SyntheticEnsemble.Create(replicates, 24, ledger: false, shocks: false);
        ComparedWorld World(IReadOnlyList<RunResult> runs) => new("run", "watched", result.Scenario, runs, "1", "b");
        PairedComparison difference = PairedComparison.Of(World(result.WithoutAnchor), World(result.Replicates));
        Assert.Matches($"^{title}[+-][0-9.]+\u00A0%", OverviewFigure.Change(Headlines.EcosystemValue, difference));
        Page page = OverviewFigure.Draw(result, result, difference);
        Assert.Contains(note, page.Note);
        Assert.Equal([now, before], page.Legend.Select(entry => entry.Name));
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(3, 0, " Left out: 3 outcomes that do not move.")]
    [InlineData(0, 1, " Left out: 1 outcome whose baseline is 0 or missing.")]
    [InlineData(1, 2, " Left out: 1 outcome that does not move, 2 outcomes whose baseline is 0 or missing.")]
    public void Only_what_is_left_out_is_said_to_be(int still, int missing, string said) => Assert.Equal(said, EffectsFigure.LeftOut(still, missing));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_attribution_is_drawn(int replicates)
    {
        using var root = new TemporaryFolder();
        var design = FactorialDesign.Of(PlainRuns.Scenario(replicates));
        var store = new CellOutcomes();
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            for (int cell = 0; cell < design.Cells.Count; cell++)
            {
                store.Add(design.Cells[cell].Hash, replicate, [.. Headlines.Outcomes.Select((_, i) => i == 0 ? 0 : (cell % 7) * (replicate + i))]);
            }

            store.Add(design.WithoutAnchor.Hash, replicate, new double[Headlines.Outcomes.Count]);
        }

        var outcomes = AttributionResult.Of(design, store, [.. Enumerable.Range(0, replicates)]);
        AttributionFigures.Write(design.Scenario, outcomes, replicates, root.Path);
        Assert.Equal(["interactions.png", "interactions.svg", "waterfall.png", "waterfall.svg"], root.Entries);
    }
}
