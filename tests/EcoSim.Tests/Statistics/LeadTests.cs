using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Statistics;

/// <summary>Which quantity leads, and which ones the replicates do not tell from it.</summary>
public sealed class LeadTests
{
    private const int Replicates = 12;

    /// <summary>Noise of mean 0 and size 20 in patterns that differ, so that a difference of two of them varies: its standard error is at least 20/√11, six.</summary>
    private static readonly Func<int, double>[] Noise = [_ => 0, r => r % 2 == 0 ? 20 : -20, r => r % 4 < 2 ? 20 : -20, r => r % 6 < 3 ? 20 : -20];

    [Fact]
    public void A_tie_and_one_of_the_other_sign_are_told_of_every_channel_by_name()
    {
        // Leading, tied within the noise, negative within it, negative and smaller by 40 with an interval of ± 2.2 · 6, and two that hardly do anything.
        double[] means = [5, 101, -100, 102, -60, 0];
        int[] noise = [0, 1, 2, 0, 3, 1];
        OutcomeAttribution headline = Attributed((channel, replicate) => means[channel] + Noise[noise[channel]](replicate));
        Assert.Equal(3, headline.Leader);
        Assert.Equal([1, 2], headline.Contenders);
        Assert.False(headline.IsOrdered);
        Assert.Contains($"the largest mean is that of {Channels.Names[3]} with", AttributionReport.Answer(headline));
        Assert.Contains($"whose size the replicates do not tell from that of {Channels.Names[1]}, {Channels.Names[2]}.", AttributionReport.Answer(headline));
    }

    [Fact]
    public void Luck_that_turns_the_sign_counts_against_a_quantity()
    {
        // 300 in turn to either side is no lead over a steady 50, though it is larger in each replicate by itself.
        double[] steady = [.. Enumerable.Repeat(50.0, Replicates)], turning = [.. Enumerable.Range(0, Replicates).Select(r => 10 + 15 * Noise[1](r))];
        Lead lead = Lead.Of([turning, steady]);
        Assert.Equal((1, Replicates), (lead.Leader, lead.Replicates));
        Assert.Equal([0], lead.Contenders);
        Assert.True(Lead.Of([steady, [.. steady.Select(value => value / 2)]]).IsOrdered);
        Assert.False(Lead.Of([steady[..9], [.. steady[..9].Select(value => value / 2)]]).IsOrdered);
    }

    [Theory]
    [InlineData(1, 0, "The link with the largest mean change is brand: ", ", from one replicate, which tells no order.")]
    [InlineData(3, 0, "The link with the largest mean change is brand: ", ", from 3 replicates, too few to say that it is the strongest.")]
    [InlineData(12, 0, "The link on which most rests is brand: ", "(95 % CI)")]
    [InlineData(12, 3, "The link with the largest mean change is brand: ", ", whose size the replicates do not tell from that of gravity.")]
    public void A_contested_link_leads_only_where_the_replicates_say_so(int replicates, int noise, string begins, string contains)
    {
        string sentence = ContestedText.Most(Rows(replicates, place => place == 12 ? noise : 0), change => $"{change.Difference} (95 % CI)");
        Assert.StartsWith(begins, sentence);
        Assert.Contains(contains, sentence);
    }

    /// <summary>The scenario as it is fosters 400, the link at each place 20 more than the one before it.</summary>
    private static IReadOnlyList<ContestedRow> Rows(int replicates, Func<int, int> noiseOf)
    {
        ContestedLink?[] links = [null, .. ContestedLinks.All, ContestedLinks.Together];
        int[] all = [.. Enumerable.Range(0, replicates)];
        return ContestedResult.Of(PlainRuns.Scenario(replicates).Plan, [.. links.Select((link, place) => (link, new HeadlinePairs(
            all, [.. all.Select(replicate => 1000.0 + 20 * place + 2 * Noise[noiseOf(place)](replicate))], [.. all.Select(_ => 600.0)])))]);
    }

    /// <summary>Channels that add up, so that each one's Shapley value is what it adds.</summary>
    private static OutcomeAttribution Attributed(Func<int, int, double> adds)
    {
        FactorialDesign design = FactorialDesign.Of(PlainRuns.Scenario(Replicates));
        var cells = new CellOutcomes();
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            for (int cell = 0; cell < design.Cells.Count; cell++)
            {
                double worth = Enumerable.Range(0, Channels.Names.Count).Where(channel => (cell >> channel & 1) == 1).Sum(channel => adds(channel, replicate));
                cells.Add(design.Cells[cell].Hash, replicate, [.. Headlines.Outcomes.Select(_ => 1000 + worth)]);
            }

            cells.Add(design.WithoutAnchor.Hash, replicate, [.. Headlines.Outcomes.Select(_ => 900.0)]);
        }

        return AttributionResult.Of(design, cells, [.. Enumerable.Range(0, Replicates)])[0];
    }
}
