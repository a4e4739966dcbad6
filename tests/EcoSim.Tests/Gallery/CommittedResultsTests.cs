using System.Globalization;
using System.Text.RegularExpressions;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Gallery;

/// <summary>Results beside the gallery that the documents show: they are there, small, and say what their tables say.</summary>
public sealed class CommittedResultsTests
{
    private const int LargestPicture = 250_000, LargestTable = 200_000;

    [Theory]
    [InlineData("headline", "ecosim headline hangzhou --posterior results/calibration/hangzhou --draws 40", "README.md", "draws.csv", "headline.csv", "headline.png")]
    [InlineData("open-channels", "ecosim headline baseline --posterior results/calibrate-open-channels --draws 100", "README.md", "fit.csv", "headline.csv", "headline.png", "open-channels.json", "parameters.csv")]
    [InlineData("warm-up", "ecosim validate baseline --warm-up", "README.md", "warm-up.csv", "warm-up.png")]
    public void A_folder_holds_its_files_and_names_its_command(string name, string command, params string[] files)
    {
        string folder = Repository.PathOf("results", name);
        Assert.Equal(files, Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder), file => Assert.InRange(new FileInfo(file).Length, 100, file.EndsWith(".png", StringComparison.Ordinal) ? LargestPicture : LargestTable));
        string page = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.Contains(command, page);
        Assert.All(Regex.Matches(page, @"\]\(([^):]+)\)").Select(link => link.Groups[1].Value), link => Assert.True(File.Exists(Path.Combine(folder, link)), link));
        Assert.Contains((string[])["README.md", "src/EcoSim.Cli/Guide/evidence.md"], document => File.ReadAllText(Repository.PathOf(document)).Contains($"results/{name}/README.md"));
    }

    [Fact]
    public void The_paragraph_says_what_the_table_says()
    {
        string paragraph = File.ReadAllText(Repository.PathOf("results", "headline", "README.md"));
        Dictionary<string, string[]> rows = File.ReadAllLines(Repository.PathOf("results", "headline", "headline.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => $"{row[0]} {row[1]}");
        Assert.All(["replicates as it is", "contested all of them", "counterfactual premium"], name => Assert.Contains(Percent(rows[name][8]), paragraph));
        Assert.Contains($"{Percent(rows["posterior posterior"][9])} to {Percent(rows["posterior posterior"][10])}", paragraph);

        static string Percent(string share) => (100 * double.Parse(share, CultureInfo.InvariantCulture)).ToString("0.0", CultureInfo.InvariantCulture) + "\u00A0%";
    }

    [Fact]
    public void The_guide_counts_the_parameters_that_vary_and_all()
    {
        Scenario read = ScenarioReader.Read("hangzhou", []).Scenario!;
        PosteriorSample sample = PosteriorReading.Of(Repository.PathOf("results", "calibration", "hangzhou"), read.Plan, 200).Sample!;
        Assert.Contains($"{sample.Parameters.Count} of {Catalogue.All.Count} parameters vary", File.ReadAllText(Repository.PathOf("src", "EcoSim.Cli", "Guide", "comparing.md")));
    }

    /// <summary>The calibration with open strengths is read by the program, and its table says that no figure pins one of them down, as its page does.</summary>
    [Fact]
    public void The_strengths_of_the_channels_are_open_where_the_page_says_so()
    {
        string folder = Repository.PathOf("results", "open-channels");
        CalibrationReading reading = CalibrationReader.Read(Path.Combine(folder, "open-channels.json"), [], null);
        Assert.Empty(reading.Problems);
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder, "parameters.csv")).Select(line => line.Split(','))];
        int identified = Array.IndexOf(rows[0], "identified");
        Assert.All(Channels.Paths, path => Assert.Equal("no", rows.Single(row => row[0] == path)[identified]));
    }

    [Theory]
    [InlineData("baseline", "")]
    [InlineData("hangzhou", "hangzhou")]
    public void A_posterior_can_be_drawn_from_for_its_scenario(string scenario, string folder)
    {
        Scenario read = ScenarioReader.Read(scenario, []).Scenario!;
        PosteriorReading reading = PosteriorReading.Of(Repository.PathOf("results", "calibration", folder), read.Plan, 200);
        Assert.Empty(reading.Problems);
        Assert.InRange(reading.Sample!.Parameters.Count, 8, 12);

        // The table holds the values that the scenario has now.
        string[][] rows = [.. File.ReadAllLines(Repository.PathOf("results", "calibration", folder, "parameters.csv")).Select(line => line.Split(','))];
        int own = Array.IndexOf(rows[0], "own");
        Assert.All(rows.Skip(1), row => Assert.Equal(Catalogue.Get(row[0]).Get(read.Plan.Parameters), double.Parse(row[own], CultureInfo.InvariantCulture), 1e-6));

        // Draws by luck, not the first of the file, and more of them keep the ones before.
        int[] chosen = reading.Sample.Chosen(200, 1);
        Assert.Equal(chosen.Length, chosen.Distinct().Count());
        Assert.Equal(reading.Sample.Chosen(20, 1), chosen[..20]);
        Assert.NotEqual(reading.Sample.Chosen(20, 2), chosen[..20]);
    }

    [Fact]
    public void Every_observable_of_the_warm_up_is_in_its_table()
    {
        string[] rows = File.ReadAllLines(Repository.PathOf("results", "warm-up", "warm-up.csv"));
        Assert.All(WarmUpResult.Names, name => Assert.Equal(4, rows.Count(row => row.StartsWith(name + ",", StringComparison.Ordinal))));
    }
}
