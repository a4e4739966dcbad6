using EcoSim.Experiments.Attribution;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Results;
using static EcoSim.Tests.Headline.MadeHeadline;

namespace EcoSim.Tests.Headline;

/// <summary>What a headline says of parameters that no draw varies, and of the region that its draws come from.</summary>
public sealed class HeldParametersTests
{
    [Theory]
    [InlineData(15_000, true)]
    [InlineData(10_000, false)]
    public void A_posterior_of_a_region_of_another_size_is_said_to_be_one(int workers, bool other)
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", Posterior), said = "The posterior was found in a region of 10,000 workers, this one has 15,000.";
        root.Write("manifest.json", """{ "scenario": "tiny", "workers": 10000 }""");
        (_, string output, _) = Report(root, Simulate, [$"population.workers={workers}"], posterior, draws: 2);
        string folder = Path.Combine(root["out"], "headline-tiny");
        Assert.Equal(other, output.ReplaceLineEndings(" ").Contains(said));
        Assert.Equal(other, File.ReadAllText(Path.Combine(folder, "headline.md")).Contains(said));
        Assert.Equal(other, File.ReadAllText(Path.Combine(folder, "report.html")).Contains("data-kind=\"OtherSize\""));
    }

    [Fact]
    public void It_says_how_many_parameters_vary_and_that_strengths_of_channels_are_held()
    {
        using var root = new TemporaryFolder();
        string said = $"1 of {Catalogue.All.Count} parameters varies in the draws; no interval covers doubt about the other {Catalogue.All.Count - 1}, ",
            channels = "among them the strengths of the channels talent, capital, signal, cloud, spillover and hub, which no calibration figure fixes.";
        (_, string output, _) = Report(root, Simulate, posterior: root.Write("posterior.csv", Posterior), draws: 5);
        string folder = Path.Combine(root["out"], "headline-tiny"), page = File.ReadAllText(Path.Combine(folder, "headline.md"));
        Assert.All([output.ReplaceLineEndings(" "), page, File.ReadAllText(Path.Combine(folder, "report.html"))], text =>
        {
            Assert.Contains(said, text);
            Assert.Contains(channels, text);
        });
        Assert.Contains($", {Replicates} replicates.", page);

        // Without a posterior nothing varies.
        output = Report(root, Simulate).Output.ReplaceLineEndings(" ");
        Assert.Contains($"At least {Assumptions()} of {Catalogue.All.Count} parameters are assumptions, about which no interval here says anything, {channels}", output);
    }

    [Fact]
    public void A_posterior_that_holds_strengths_of_channels_is_not_said_to_leave_them()
    {
        using var root = new TemporaryFolder();
        string file = root.Write("posterior.csv", "channels.hub,channels.talent\n0.1,0.2\n0.2,0.3\n0.3,0.4\n");
        string output = Report(root, Simulate, posterior: file, draws: 3).Output.ReplaceLineEndings(" ");
        Assert.Contains($"2 of {Catalogue.All.Count} parameters vary in the draws; no interval covers doubt about the other {Catalogue.All.Count - 2}, at least {Assumptions() - 2} of them assumptions, which are held, "
            + "among them the strengths of the channels capital, signal, cloud and spillover, which", output);
        Assert.Contains("no interval covers doubt about them but for the 2 of them drawn from the posterior.", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "report.html")));

        string all = string.Join(',', Channels.Paths);
        file = root.Write("posterior.csv", $"{all}\n0,0,0,0,0,0\n1,1,1,1,1,1\n");
        output = Report(root, Simulate, posterior: file, draws: 2).Output.ReplaceLineEndings(" ");
        Assert.Contains($"6 of {Catalogue.All.Count} parameters vary in the draws", output);
        Assert.Contains("assumptions, which are held. ", output);
        Assert.DoesNotContain("strengths of the channels", output);
    }

    private static int Assumptions() => Catalogue.All.Count(parameter => parameter.Source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase));
}
