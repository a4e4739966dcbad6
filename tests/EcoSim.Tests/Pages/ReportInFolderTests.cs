using System.Text.Json;
using EcoSim.Cli;
using EcoSim.Cli.Running;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>Every command that leaves results leaves a page among them, which the manifest lists.</summary>
public sealed class ReportInFolderTests
{
    private static readonly string[] Small = ["--set", "population.workers=2000", "--replicates", "2", "--quiet"];

    [Theory]
    [InlineData("run", "tiny")]
    [InlineData("compare", "compare-tiny-other")]
    [InlineData("attribute", "attribute-tiny")]
    public void The_page_is_part_of_the_result(string command, string folder)
    {
        using var root = new TemporaryFolder();
        string tiny = CommandLineRun.TinyScenario(root), other = CommandLineRun.TinyScenario(root, "other");
        string[] worlds = command == "compare" ? [tiny, other] : [tiny];
        foreach ((string[] plots, int figures) in new (string[], int)[] { (["--no-plots"], 0), ([], 2) })
        {
            CommandLineRun run = CommandLineRun.Of([command, .. worlds, .. Small, .. plots, "--out", root["out"]]);
            Assert.Equal(ExitStatus.Done, run.Status);
            string result = Path.Combine(root["out"], folder);
            string page = File.ReadAllText(Path.Combine(result, Report.FileName));
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(result, "manifest.json")));
            JsonElement files = manifest.RootElement.GetProperty("files");
            Assert.Equal(new FileInfo(Path.Combine(result, Report.FileName)).Length, files.GetProperty(Report.FileName).GetInt64());
            Assert.Contains($"ecosim {command} ", page);
            Assert.True(page.Split("<figure ").Length - 1 >= figures, page[..200]);
            Assert.Equal(figures > 0, files.EnumerateObject().Any(file => file.Name.StartsWith("figures/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_result_keeps_its_numbers_when_its_page_cannot_be_made()
    {
        using var root = new TemporaryFolder();
        var messages = new StringWriter();
        new FigureDrawing("some", messages).Write(
            root.Path, folder => { Directory.CreateDirectory(folder); throw new InvalidOperationException("no font"); }, _ => throw new IOException("no disk"));
        Assert.Empty(root.Entries);
        Assert.Contains("some: figures could not be drawn (InvalidOperationException: no font)", messages.ToString());
        Assert.Contains("some: the page could not be written (IOException: no disk)", messages.ToString());
    }
}
