using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;
using EcoSim.Tests.Results;
using Xunit;

namespace EcoSim.Tests.Cli;

public class RunSessionTests
{
    [Fact]
    public void Interrupted_keeps_finished_replicates()
    {
        using var root = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        (ExitStatus status, string error) = Run(root, [], StopAt(2, stop), stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("2 of 3 replicates are kept", error);
        Assert.Equal(1 + 2 * 6, File.ReadAllLines(Series(root)).Length);
    }

    [Fact]
    public void An_interrupted_repeat_does_not_replace_a_complete_result()
    {
        using var root = new TemporaryFolder();
        Run(root, [], PlainRuns.Simulate);
        byte[] complete = File.ReadAllBytes(Series(root));
        using var stop = new CancellationTokenSource();
        (ExitStatus status, _) = Run(root, [], StopAt(1, stop), stop.Token, force: true);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Equal(complete, File.ReadAllBytes(Series(root)));
    }

    [Fact]
    public void A_failed_replicate_is_reported_and_the_others_kept()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string error) = Run(root, [], (plan, replicate, options, month, cancel) =>
            replicate == 1 ? throw new InvalidOperationException("two\nlines") : PlainRuns.Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("replicate 1 failed: InvalidOperationException: two lines", error);
        Assert.DoesNotContain("   at ", error);
        Assert.Equal(1 + 2 * 6, File.ReadAllLines(Series(root)).Length);
        Assert.Contains("\"message\": \"two\\nlines\"", File.ReadAllText(Path.Combine(root["out"], "tiny", Manifest.FileName)));
    }

    [Fact]
    public void A_broken_law_is_said_in_one_line_with_month_and_amounts()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string error) = Run(root, [], (plan, replicate, options, month, cancel) =>
            replicate == 2 ? throw new ConservationException(17, "money", 99.5, 100) : PlainRuns.Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("tiny: replicate 2 failed: Conservation of money failed in month 17: found 99.5, expected 100.\n", error);
        Assert.Contains("2 of 3 replicates are kept", error);
    }

    [Fact]
    public void When_all_fail_nothing_is_written()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string error) = Run(root, [], (_, _, _, _, _) => throw new InvalidOperationException("broken"));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("no replicate finished", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "tiny")));
    }

    [Fact]
    public void A_result_with_failures_is_run_again()
    {
        using var root = new TemporaryFolder();
        Run(root, [], (plan, replicate, options, month, cancel) =>
            replicate == 1 ? throw new InvalidOperationException("once") : PlainRuns.Simulate(plan, replicate, options, month, cancel));
        (ExitStatus status, _) = Run(root, [], PlainRuns.Simulate);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Equal(1 + 3 * 6, File.ReadAllLines(Series(root)).Length);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12345, "12,300")]
    [InlineData(-1234567, "-1,230,000")]
    [InlineData(999.6, "1,000")]
    [InlineData(3.14159, "3.14")]
    [InlineData(42, "42")]
    [InlineData(42.5, "42.5")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(1e-9, "1.00E-9")]
    [InlineData(7e-20, "0")]
    [InlineData(-3e-15, "0")]
    [InlineData(double.NaN, "-")]
    public void Numbers_are_readable(double value, string expected) => Assert.Equal(expected, ReadableNumber.Of(value));

    [Theory]
    [InlineData(0.5, "+0.500")]
    [InlineData(-0.5, "-0.500")]
    [InlineData(7e-20, "0")]
    [InlineData(double.NaN, "-")]
    public void A_sign_is_shown_of_what_is_more_than_rounding(double value, string expected) => Assert.Equal(expected, ReadableNumber.Signed(value));

    [Theory]
    [InlineData(1, "value", "unit")]
    [InlineData(20, "least", "Least and most of 20 replicates")]
    [InlineData(21, "95 %", "quantiles over replicates")]
    public void Few_replicates_show_their_range_and_not_quantiles(int replicates, string heading, string note)
    {
        using var output = new StringWriter();
        SummaryRow row = new("rent", "index", "mean", "last month", Spread.Of([.. Enumerable.Range(1, replicates).Select(i => (double)i)]));
        SpreadTable.Write(output, [row], replicates);
        Assert.Contains(heading, output.ToString());
        Assert.Contains(note, output.ToString());
        Assert.Equal(replicates is > 1 and <= Spread.MostForRange, output.ToString().Contains(" 1    20"));
    }

    [Fact]
    public void An_outcome_that_most_replicates_lack_is_marked_where_the_others_have_quantiles()
    {
        using var output = new StringWriter();
        double[] many = [.. Enumerable.Range(1, 41).Select(i => (double)i)];
        SpreadTable.Write(output, [new("rent", "index", "mean", "last month", Spread.Of(many)), new("wage", "index", "mean", "last month", Spread.Of(many[..4]))], 41);
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Matches(@"rent +21 +3 +39 ", Plain(lines[1]));
        Assert.Matches(@"wage +2\.5 +1 +4 .*least and most of 4", Plain(lines[2]));
        Assert.Contains("20 values or fewer", lines[3]);

        static string Plain(string line) => line.Replace(".00", "").Replace(".0 ", " ").Replace("2.50", "2.5");
    }

    private static Simulate StopAt(int stopAt, CancellationTokenSource stop) => (plan, replicate, options, month, cancel) =>
    {
        if (replicate == stopAt)
        {
            stop.Cancel();
        }

        return PlainRuns.Simulate(plan, replicate, options, month, cancel);
    };

    private static string Series(TemporaryFolder root) => Path.Combine(root["out"], "tiny", SeriesCsv.Name);

    private static (ExitStatus Status, string Error) Run(
        TemporaryFolder root, string[] sets, Simulate simulate, CancellationToken cancel = default, bool force = false)
    {
        using StringWriter output = new(), error = new();
        var request = new RunRequest(
            [.. sets, "run.months=6", "run.replicates=3"], 1, LedgerScope.None, Check: false, root["out"], Plots: false, Quiet: true, force);
        var session = new RunSession(request, new Terminal(output, error), "ecosim run tiny.json", simulate);
        return (session.Run([CommandLineRun.TinyScenario(root)], cancel), error.ToString());
    }
}
