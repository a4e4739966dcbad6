using System.Text.RegularExpressions;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>Warnings: when each holds, and that each has a remedy that works.</summary>
public sealed class WarningTests
{
    [Fact]
    public void Few_replicates()
    {
        Assert.Equal(WarningKind.OneReplicate, Warnings.OfReplicates(1)?.Kind);
        Assert.Equal(WarningKind.FewReplicates, Warnings.OfReplicates(Warnings.FewReplicates - 1)?.Kind);
        Assert.Null(Warnings.OfReplicates(Warnings.FewReplicates));
    }

    [Fact]
    public void An_interval_that_crosses_zero_says_how_many_pairs_would_settle_it()
    {
        Assert.Null(Warnings.OfInterval("x", new PairedDifference(2, 1, 1, 0.1, 0.8, 1.2, 10)));
        Assert.Null(Warnings.OfInterval("x", new PairedDifference(1, 1, 0, 0, 0, 0, 10)));
        Warning warning = Assert.IsType<Warning>(Warnings.OfInterval("x", Uncertain(difference: 1, error: 1, pairs: 10)));
        int proposed = int.Parse(Regex.Match(warning.Remedy, @"--replicates (\d+)").Groups[1].Value);

        // With so many pairs the same difference is just detectable: its standard error has shrunk with the root of their number.
        double error = Math.Sqrt(10.0 / proposed);
        Assert.InRange(PairedEvidence.MinimumDetectableDifference(error, proposed), 0.8, 1);
        Assert.Contains("thousands", Warnings.OfInterval("x", Uncertain(difference: 0.01, error: 1, pairs: 10))!.Remedy);
    }

    [Fact]
    public void Worlds_that_share_no_luck_any_more()
    {
        Assert.Null(Warnings.OfCoupling("x", new PairedEvidence(1, 14, 1, 0.01)));
        Assert.Null(Warnings.OfCoupling("x", new PairedEvidence(1, double.NaN, 1, 0.01)));
        Assert.Equal(WarningKind.Decoupled, Warnings.OfCoupling("x", new PairedEvidence(1, 1.02, 1, 0.01))?.Kind);
    }

    [Fact]
    public void Contested_links_are_named_until_each_is_neutral()
    {
        var parameters = new Parameters();
        parameters.SecondAnchor.Present = true;
        string[] declared = [.. ContestedLinks.Together.Nothing.Select(link => link.Path)];
        Assert.Contains("channels.talent", declared);
        Assert.Equal(
            $"{declared.Length} parameters of links that the literature disputes are not at nothing: {string.Join(", ", declared)}.", Warnings.OfContestedLinks(parameters)!.Found);
        parameters.SecondAnchor.Present = false;
        Assert.DoesNotContain("secondAnchor", Warnings.OfContestedLinks(parameters)!.Found);
        foreach ((string path, double value) in ContestedLinks.Together.Nothing)
        {
            Catalogue.Get(path).Set(parameters, value);
        }

        Assert.Null(Warnings.OfContestedLinks(parameters));
        Assert.NotNull(Warnings.OfContestedLinks(parameters, new Parameters()));
    }

    [Fact]
    public void A_figure_that_chance_may_decide_is_named()
    {
        Assert.Null(Warnings.OfPrecision([], 30));
        Assert.Null(Warnings.OfPrecision(["C6"], 1));
        Warning warning = Warnings.OfPrecision(["C6", "C8"], 10)!;
        Assert.Equal(WarningKind.Imprecise, warning.Kind);
        Assert.Contains("C6, C8", warning.Found);
        Assert.Contains("--replicates 40", warning.Remedy);
    }

    [Theory]
    [MemberData(nameof(ReportTests.Kinds), MemberType = typeof(ReportTests))]
    public void Every_warning_of_a_page_has_a_remedy(string kind)
    {
        using var root = new TemporaryFolder();
        Report report = SyntheticReports.Of(kind, root["figures"], draws: false);
        Assert.Contains(report.Warnings, warning => warning.Kind == WarningKind.FewReplicates);
        Assert.Contains(report.Warnings, warning => warning.Kind == WarningKind.Uncalibrated);
        Assert.All(report.Warnings, warning => Assert.True(warning.Found.Length > 10 && warning.Remedy.Length > 10, warning.Kind.ToString()));
    }

    private static PairedDifference Uncertain(double difference, double error, int pairs)
    {
        double margin = StudentInterval.HalfWidth(pairs - 1) * error;
        return new PairedDifference(100 + difference, 100, difference, error, difference - margin, difference + margin, pairs);
    }
}
