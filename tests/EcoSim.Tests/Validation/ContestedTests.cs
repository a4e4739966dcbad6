using System.Globalization;
using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Validating;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Validation;

/// <summary>Contested links: where they are declared, and their report on made-up runs in which each adds a known amount.</summary>
public sealed class ContestedTests
{
    [Fact]
    public void LinksAreThoseOfTheModelsDescriptionRowByRow()
    {
        // Named there too, but no part of a link: what a backer's or the anchor's channel adds, a placebo, a wage.
        string[] others = ["channels.signal", "spinOuts.placeboParent", "spinOuts.anchorWage"];
        string model = File.ReadAllText(Repository.PathOf("src", "EcoSim.Model", "MODEL.md"));
        string table = Regex.Match(model, "### Contested links(.*?)\n# ", RegexOptions.Singleline).Value;
        string[][] rows =
        [
            .. table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
                .Select(line => Regex.Matches(line, @"`([a-zA-Z]+\.[a-zA-Z]+)`").Select(match => match.Groups[1].Value).Except(others).ToArray()),
        ];
        Assert.Equal(rows, ContestedLinks.All.Select(link => link.Nothing.Select(one => one.Path).ToArray()));
        Assert.All(ContestedLinks.Together.Nothing, one => Assert.InRange(one.Value, Catalogue.Get(one.Path).Min, Catalogue.Get(one.Path).Max));
    }

    [Fact]
    public void ALinkAtNothingStaysThereThroughDatedChanges()
    {
        var plan = new Plan(
            new Parameters(), [new Shock("back", 2, null, [("capital.signalPrecision", 1), ("capital.proRata", 0.1)])], [new DrivenSeries("capital.signalPrecision", [1, 2])]);
        Plan without = ContestedLinks.All[0].Without(plan);
        Assert.Equal(0, without.Parameters.Capital.SignalPrecision);
        Assert.Equal([("capital.proRata", 0.1)], Assert.Single(without.Shocks).Settings);
        Assert.Empty(without.Series);
        Assert.NotEqual(0, plan.Parameters.Capital.SignalPrecision);
    }

    [Fact]
    public void TheReportTellsWhatEachLinkAddsToWhatIsFostered()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = Report(root, Simulate);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Dictionary<string, string[]> rows = Rows(root);
        Assert.Equal(ContestedLinks.All.Count + 2, rows.Count);

        // With the anchor 1000 + 10·replicate + 40 by the signal + 7 by brand, which adds 7 without the anchor too; without it 600.
        Assert.Equal((1057.0, 450.0), (Number(rows["as it is"][3]), Number(rows["as it is"][5])));
        Assert.Equal(450 / 1057.0, Number(rows["as it is"][7]), 12);
        Assert.Equal((410.0, -40.0, -40.0), (Number(rows["signal"][5]), Number(rows["signal"][9]), Number(rows["signal"][12])));
        Assert.Equal((450.0, -7.0, 0.0), (Number(rows["brand"][5]), Number(rows["brand"][9]), Number(rows["brand"][12])));
        Assert.Equal((410.0, -47.0, -40.0), (Number(rows["all of them"][5]), Number(rows["all of them"][9]), Number(rows["all of them"][12])));
        Assert.Contains("capital.signalPrecision 0.7 to 0", rows["signal"][2]);
        Assert.Equal("1", rows["distance"][15]);
        Assert.Contains("The link with the largest mean change is signal: at nothing it moves what is fostered by −40 million RMB (the same in every pair)", output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void The_terminal_says_what_each_link_claims_and_what_no_interval_covers()
    {
        using var root = new TemporaryFolder();
        string output = Regex.Replace(Report(root, Simulate).Output, @"\s+", " ");
        Assert.All(ContestedLinks.All, link => Assert.Contains($" {link.Name} {link.Claim}", output));
        Assert.Contains($" of {Catalogue.All.Count} parameters are assumptions, about which no interval here says anything, among them the strengths of the channels talent, capital", output);
    }

    [Fact]
    public void ALinkThatIsAtNothingAlreadyCostsNoRun()
    {
        using var root = new TemporaryFolder();
        int runs = 0;
        (_, string output, _) = Report(root, (plan, replicate, options, month, cancel) =>
        {
            Interlocked.Increment(ref runs);
            return Simulate(plan, replicate, options, month, cancel);
        }, ["products.brand=0"]);
        Assert.Equal((ContestedLinks.All.Count + 1) * 2 * 3, runs);
        Assert.Contains("already", output);
    }

    [Fact]
    public void AReplicateThatFailsInOneWorldIsLeftOutOfAll()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, _, string error) = Report(root, Failing(replicate => replicate == 1));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("tiny without brand: replicate 1 failed: InvalidOperationException: broken", error);

        // Replicates 0 and 2 are left, whose mean is the same.
        Dictionary<string, string[]> rows = Rows(root);
        Assert.All(rows.Values, row => Assert.Equal("2", row[^1]));
        Assert.Equal((1057.0, -7.0), (Number(rows["as it is"][3]), Number(rows["brand"][9])));

        using var other = new TemporaryFolder();
        (status, string output, error) = Report(other, Failing(_ => true));
        Assert.Equal((ExitStatus.ReplicateFailed, ""), (status, output));
        Assert.Contains("no replicate finished in every world, so nothing was written", error);

        static Simulate Failing(Func<int, bool> breaks) => (plan, replicate, options, month, cancel) =>
            plan.Parameters is { Products.Brand: 0, Capital.SignalPrecision: > 0, Anchor.Present: true } && breaks(replicate)
                ? throw new InvalidOperationException("broken")
                : Simulate(plan, replicate, options, month, cancel);
    }

    [Fact]
    public void WithoutAnAnchorNothingIsFostered()
    {
        using var root = new TemporaryFolder();
        Assert.Contains("anchor.present", Assert.Throws<RefusedException>(() => Report(root, Simulate, ["anchor.present=false"])).Message);
    }

    [Fact]
    public void NothingIsCalledToldThatIsNotAfterCorrection()
    {
        // The first link adds 1 to 6, whose interval leaves out 0; the others nothing in the mean.
        const int Count = 6;
        double[] clear = [1, 2, 3, 4, 5, 6], nothing = [-1, 1, -1, 1, -1, 1];
        ContestedLink?[] links = [null, .. ContestedLinks.All, ContestedLinks.Together];
        IReadOnlyList<ContestedRow> rows = Rows(clear);
        int tests = links.Length - 1;
        PairedDifference change = rows[1].FosteredChange;
        Assert.True(change.Low > 0);
        Assert.Equal(tests * PairedEvidence.PValueOf(change.Difference, change.StandardError, Count), rows[1].AdjustedP, 1e-12);
        Assert.Equal((double.NaN, 1.0, false), (rows[0].AdjustedP, rows[2].AdjustedP, rows[1].IsTold));
        Assert.StartsWith("The link with the largest mean change is signal", ContestedText.Most(rows, _ => "much"));
        Assert.Contains($"by much, not told from 0 once {tests} tests are corrected for (Holm, p 0.", ContestedText.Most(rows, _ => "much"));
        Assert.EndsWith($"at most 5 %; 0 of {tests} are.", ContestedText.Corrected(rows));
        Assert.EndsWith($"at most 5 %; 1 of {tests} is.", ContestedText.Corrected(Rows([.. clear.Select(value => 100 + value)])));

        IReadOnlyList<ContestedRow> Rows(double[] first) => ContestedResult.Of(
            PlainRuns.Scenario(Count).Plan, [.. links.Select((link, place) => (link, Pairs(place == 0 ? new double[Count] : place == 1 ? first : nothing)))]);

        static HeadlinePairs Pairs(double[] more) => new([.. Enumerable.Range(0, Count)], [.. more.Select((value, replicate) => 1000 + 10 * replicate + value)], [.. more.Select(_ => 600.0)]);
    }

    private static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        double signal = plan.Parameters.Capital.SignalPrecision > 0 ? 40 : 0, brand = plan.Parameters.Products.Brand > 0 ? 7 : 0;
        run.Series.Row(run.Series.Months - 1)[Observables.IndexOf(Headlines.EcosystemValue)] =
            plan.Parameters.Anchor.Present ? 1000 + 10 * replicate + signal + brand : 600 + brand;
        return run;
    }

    private static (ExitStatus Status, string Output, string Error) Report(TemporaryFolder root, Simulate simulate, string[]? sets = null)
    {
        using StringWriter output = new(), error = new();
        var request = new RunRequest(["run.replicates=3", .. sets ?? []], 1, null, Check: false, root["out"], Plots: true, Quiet: true, Force: false);
        var session = new ContestedSession(request, new Terminal(output, error), "ecosim validate tiny.json --contested", simulate);
        return (session.Run(CommandLineRun.TinyScenario(root), CancellationToken.None), output.ToString(), error.ToString());
    }

    private static Dictionary<string, string[]> Rows(TemporaryFolder root) =>
        File.ReadAllLines(Path.Combine(root["out"], "contested-tiny", "contested.csv")).Skip(1).Select(line => line.Replace(", ", "; ").Replace("\"", "").Split(',')).ToDictionary(row => row[0]);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
