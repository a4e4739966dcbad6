using System.Buffers.Binary;
using System.Xml.Linq;
using EcoSim.Experiments.Ensembles;
using EcoSim.Reporting;
using Xunit;

namespace EcoSim.Tests.Reporting;

/// <summary>Every declared figure is written as a readable PNG and a well-formed SVG, or skipped with a reason.</summary>
public sealed class FigureWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("figures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryFigureOfAWholeResultIsWritten()
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Create(replicates: 3, shocks: true), _folder);

        Assert.Equal(Figures.All.Select(f => f.Name), outcomes.Figures.Select(f => f.Name));
        Assert.All(outcomes.Figures, f => Assert.Null(f.Skipped));
        Assert.Equal(2 * Figures.All.Count, Directory.GetFiles(_folder).Length);
        Assert.All(Figures.All, figure =>
        {
            byte[] png = File.ReadAllBytes(Path.Combine(_folder, figure.Name + ".png"));
            Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
            Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), 800, 1200);
            Assert.True(png.Length > 20_000, $"{figure.Name}.png has only {png.Length} bytes.");
        });
    }

    [Fact]
    public void SvgIsWellFormedAndCarriesTitleAndCaption()
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Create(replicates: 2), _folder);
        Assert.All(outcomes.Figures, figure =>
        {
            XElement svg = XDocument.Load(Path.Combine(_folder, figure.Name + ".svg")).Root!;
            Assert.Equal(figure.Title, svg.Element(svg.Name.Namespace + "title")!.Value);
            Assert.Equal(figure.Caption, svg.Element(svg.Name.Namespace + "desc")!.Value);
            string[] ids = svg.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(ids, id => Assert.StartsWith(figure.Name + "-", id));
            if (outcomes.FontProblem is null)
            {
                Assert.Contains(svg.Descendants(svg.Name.Namespace + "text"), text => text.Value.Trim() == figure.Title);
            }
        });
    }

    [Fact]
    public void WithoutAnAnchorItsOwnFiguresAreLeftOutAndTheReasonIsSaid()
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Empty(replicates: 2, months: 24), _folder);
        Assert.All(["cloud", "spin-outs"], name => Assert.Contains("no anchor", outcomes.Figures.Single(figure => figure.Name == name).Skipped));
    }

    [Fact]
    public void AFigureOfOneLedgerDoesNotClaimAllReplicates()
    {
        var input = new FigureInput(SyntheticEnsemble.Create(replicates: 3, months: 24));
        Assert.EndsWith("3 replicates", input.Context);
        Assert.EndsWith("replicate 0 (of 3)", input.LedgerContext(first: true));
    }

    [Fact]
    public void BytesDoNotDependOnThreadsOrOnWhatWasDrawnBefore()
    {
        EnsembleResult result = SyntheticEnsemble.Create(replicates: 2, months: 60);
        string second = Path.Combine(_folder, "second");
        FigureWriter.WriteAll(result, _folder, threads: 1);
        FigureWriter.WriteAll(SyntheticEnsemble.Create(replicates: 2, months: 60), second, threads: 3);
        string[] files = Directory.GetFiles(_folder);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second, Path.GetFileName(file)))));
    }

    [Fact]
    public void FiguresWithoutTheirInputAreSkippedWithAReason()
    {
        var lines = new List<string>();
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Create(1, 24, ledger: false, counterfactual: false), _folder, lines.Add);
        string[] skipped = outcomes.Figures.Where(f => f.Skipped is not null).Select(f => f.Name).ToArray();
        Assert.Equal(["fostered", "survival", "sizes", "family-tree", "investors", "people-flows"], skipped);
        Assert.Contains(lines, line => line.StartsWith("survival: skipped, no ledger was kept", StringComparison.Ordinal));
        Assert.All(skipped, name => Assert.False(File.Exists(Path.Combine(_folder, name + ".png"))));
    }

    [Fact]
    public void OneReplicateHasNoBandAndSaysSo()
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Create(1, 36), _folder);
        Assert.Contains("one replicate", outcomes.Figures.Single(f => f.Name == "start-ups").Caption);
        FigureOutcomes three = FigureWriter.WriteAll(SyntheticEnsemble.Create(3, 36), _folder);
        Assert.Contains("median of 3 replicates; band: 5–95\u00a0% quantiles over replicates, not a confidence interval", three.Figures.Single(f => f.Name == "start-ups").Caption);
    }

    [Theory]
    [InlineData(3, 240)]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    public void ResultsWithNothingInThemAreDrawnAllTheSame(int replicates, int months)
    {
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Empty(replicates, months), _folder);
        Assert.Contains(outcomes.Figures, f => f is { Name: "rivals", Skipped: null });
        Assert.Contains("empty", outcomes.Figures.Single(f => f.Name == "survival").Skipped);
    }

    [Fact]
    public void NoReplicateAtAllSkipsEveryFigure()
    {
        EnsembleResult none = SyntheticEnsemble.Create(1, 12) with { Replicates = [], WithoutAnchor = [] };
        FigureOutcomes outcomes = FigureWriter.WriteAll(none, _folder);
        Assert.All(outcomes.Figures, f => Assert.Equal("no replicate was finished", f.Skipped));
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
