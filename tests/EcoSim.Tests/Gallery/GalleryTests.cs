using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Exhibiting;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Scenarios;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Comparison;
using EcoSim.Tests.Pages;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Gallery;

/// <summary>The gallery: ten comparisons of shipped scenarios, a page and two small pictures each, all of it computed.</summary>
public sealed class GalleryTests
{
    private const int LargestPicture = 100_000;

    [Fact]
    public void Ten_questions_of_shipped_scenarios()
    {
        Assert.Equal(10, GalleryList.All.Count);
        Assert.Equal(10, GalleryList.All.Select(entry => entry.Name).Distinct().Count());
        Assert.All(GalleryList.All, entry =>
        {
            Assert.EndsWith("?", entry.Question);
            Assert.DoesNotMatch(@"\d", entry.Mechanism);
            Assert.All([entry.Baseline, .. entry.Others], scenario => Assert.Contains(scenario, ShippedScenarios.Names));
        });
    }

    [Fact]
    public void Every_page_has_its_pictures_answer_and_command()
    {
        using var root = new TemporaryFolder();
        var pages = Pages();
        GalleryWriter.Write(root.Path, pages, "--replicates 3", "ecosim gallery");
        Assert.Equal(1 + 3 * pages.Count, root.Entries.Length);
        string index = File.ReadAllText(root[GalleryWriter.IndexName]);
        Assert.All(pages, page =>
        {
            string text = File.ReadAllText(root[page.Entry.Name + ".md"]);
            Assert.StartsWith($"# {page.Entry.Question}\n", text);
            Assert.All(page.Comparisons, comparison => Assert.Contains($"**{ComparisonReport.Answer(comparison)}**", text));
            Assert.Contains($"    {page.Entry.CommandLine("--replicates 3")}\n", text);
            Assert.All(ComparisonReport.Of(page.Comparisons, [], DrawnFigures.None, "").Tables, table => Assert.Contains($"\n{table.Note}\n", text));
            Assert.All(Regex.Matches(text, @"\]\(([^)]+)\)").Select(link => link.Groups[1].Value), link => Assert.True(File.Exists(root[link]), link));
            Assert.Contains($"({page.Entry.Name}.md)", index);
            Assert.Contains($"src=\"{page.Entry.Name}.png\"", index);
        });
        Assert.All(Directory.GetFiles(root.Path, "*.png"), picture => Assert.InRange(new FileInfo(picture).Length, 5_000, LargestPicture));
    }

    [Fact]
    public void The_same_results_give_the_same_bytes()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        GalleryWriter.Write(one.Path, Pages(), "", "ecosim gallery", threads: 1);
        GalleryWriter.Write(other.Path, Pages(), "", "ecosim gallery", threads: 3);
        Assert.All(one.Entries, name => Assert.Equal(File.ReadAllBytes(one[name]), File.ReadAllBytes(other[name])));
    }

    [Fact]
    public void One_command_runs_every_world_once_and_writes_all()
    {
        using var root = new TemporaryFolder();
        var output = new StringWriter();
        var runs = 0;
        var request = new RunRequest(["population.workers=5000"], 0, null, false, root.Path, true, true, false, "none");
        var session = new GallerySession(request, new Terminal(output, TextWriter.Null), (plan, replicate, options, done, cancel) =>
        {
            Interlocked.Increment(ref runs);
            return ShiftedRuns.Simulate(plan, replicate, options, done, cancel);
        });
        Assert.Equal(ExitStatus.Done, session.Run(default));
        Assert.Contains("README.md", output.ToString());
        int worlds = GalleryList.All.SelectMany(entry => entry.Others.Append(entry.Baseline)).Distinct().Count();
        Assert.InRange(runs, 20, 20 * worlds);
        Assert.Equal(1 + 3 * GalleryList.All.Count, Directory.GetFiles(Path.Combine(root.Path, "gallery")).Length);
        Assert.Contains("ecosim compare baseline layoffs --replicates 20 --set population.workers=5000", File.ReadAllText(Path.Combine(root.Path, "gallery", "layoffs.md")));
    }

    [Fact]
    public void Without_pictures_there_is_no_gallery()
    {
        CommandLineRun run = CommandLineRun.Of(["gallery", "--no-plots"]);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("--no-plots", run.Error);
    }

    [Fact]
    public void The_committed_gallery_is_that_of_the_list()
    {
        string folder = Repository.PathOf("results", "gallery");
        string[] expected = ["README.md", .. GalleryList.All.SelectMany(entry => (string[])[$"{entry.Name}.md", $"{entry.Name}.png", $"{entry.Name}-effects.png"])];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder, "*.png"), picture => Assert.True(new FileInfo(picture).Length < LargestPicture, picture));
    }

    private static List<(GalleryEntry Entry, IReadOnlyList<PairedComparison> Comparisons)> Pages() =>
    [
        (new GalleryEntry("one", "Is it so?", "Something happens.", "with", "without"), [SyntheticReports.Pair(3, "without", changed: true)]),
        (new GalleryEntry("two", "And so?", "Something else happens.", "with", "without", "same"),
            [SyntheticReports.Pair(3, "without", changed: true), SyntheticReports.Pair(3, "same", changed: false)]),
    ];
}
