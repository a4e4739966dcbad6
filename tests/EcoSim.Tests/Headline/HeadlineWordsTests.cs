using EcoSim.Experiments.Headline;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Pages;

namespace EcoSim.Tests.Headline;

/// <summary>What paragraph and figure of a headline say of draws and intervals.</summary>
public sealed class HeadlineWordsTests
{
    [Theory]
    [InlineData(1, "Posterior: 1 draw, each")]
    [InlineData(20, "Posterior: median, least and most of 20 draws")]
    [InlineData(21, "Posterior: median and 5–95 % of 21 draws")]
    public void The_figure_says_what_its_bar_is(int count, string expected)
    {
        HeadlineDraw[] draws = [.. Enumerable.Range(0, count).Select(i => new HeadlineDraw(i, 0, 200, 200 - i))];
        HeadlineResult result = SyntheticHeadline.Result(null) with { Draws = draws, Posterior = HeadlineResult.OverDraws(draws) };
        Assert.StartsWith(expected, HeadlineFigure.PosteriorNote(result));
    }

    [Theory]
    [InlineData(1, 2000, "One draw from the posterior: it tells nothing of doubt about parameters. Run it with --draws 40.")]
    [InlineData(20, 2000, "20 draws from the posterior: the least and the most of so few tell little of doubt about parameters. Run it with --draws 40.")]
    [InlineData(20, 30, "20 draws from the posterior: the least and the most of so few tell little of doubt about parameters. Run it with --draws 30.")]
    [InlineData(30, 30, "30 draws from the posterior: fewer than two lie beyond each end of their interval, which is rough. The posterior has no more; 'ecosim calibrate' writes one of 2,000 unless told otherwise.")]
    [InlineData(39, 2000, "39 draws from the posterior: fewer than two lie beyond each end of their interval, which is rough. Run it with --draws 40.")]
    [InlineData(40, 2000, null)]
    public void Few_draws_are_noted_as_few_replicates_are(int count, int rows, string? expected)
    {
        HeadlineDraw[] draws = [.. Enumerable.Range(0, count).Select(i => new HeadlineDraw(i, 0, 200, 200 - i))];
        var sample = new PosteriorSample("posterior.csv", [Model.Declaration.Catalogue.Get("capital.a.hurdle")], [.. Enumerable.Range(0, rows).Select(row => new[] { row / (double)rows })], 1234);
        HeadlineResult result = SyntheticHeadline.Result(sample) with { Draws = draws, Posterior = HeadlineResult.OverDraws(draws) };
        Assert.Equal(expected is not null && count > 1, HeadlineText.Paragraph(result).Contains("rough with so few draws", StringComparison.Ordinal));
        string[] few = [.. HeadlineReport.Few(result)];
        Assert.StartsWith("3 replicates: ", few[0]);
        Assert.Equal(expected, few.ElementAtOrDefault(1));
        Assert.Equal(few.Length, HeadlineReport.Of(result, DrawnFigures.None, "").Warnings.Count(warning => warning.Kind is WarningKind.FewReplicates or WarningKind.FewDraws));
    }

    [Fact]
    public void The_scenarios_own_values_are_counted_among_the_draws()
    {
        HeadlineResult result = SyntheticHeadline.Result(new PosteriorSample("posterior.csv", [Model.Declaration.Catalogue.Get("capital.a.hurdle")], [[0.1], [0.2], [0.3], [0.4]], 1234));
        HeadlineDraw[] draws = [.. Enumerable.Range(0, 40).Select(i => new HeadlineDraw(i, 0, 10_000, 10_000 - (result.AsItIs.Fostered.Value + (i < 30 ? -1 : 1))))];
        HeadlineResult placed = result with { Draws = draws, Posterior = HeadlineResult.OverDraws(draws) };
        Assert.Contains("an amount higher than in 30 of the 40 draws, and a share higher than in 40.", HeadlineText.Paragraph(placed));
        Assert.Contains("(90 % of draws: ", HeadlineText.Paragraph(placed));
        Page page = HeadlineFigure.Draw(placed, "");
        Assert.Equal(["posterior: 90 % of draws", "replicates: 95 % CI"], page.Legend.Take(2).Select(entry => entry.Name));
    }
}
