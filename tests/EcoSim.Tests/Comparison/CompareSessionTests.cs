using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Comparison;

/// <summary>The command from its arguments to its tables, on made-up runs whose numbers are known.</summary>
public sealed class CompareSessionTests
{
    [Fact]
    public void Strength_zero_changes_nothing_and_says_so()
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string same = root.Write("same.json", """{"extends": "one.json", "name": "same", "channels": {"talent": 1}}""");
        (ExitStatus status, string output, string error) = Compare(root, one, same);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Assert.Contains("Changed: no parameter, shock or series.", output);
        Assert.Contains("Nothing changed", output);
        Assert.All(Rows(root, "compare-one-same", "effects.csv"), row => Assert.Equal("0", row[5]));
        Assert.All(Rows(root, "compare-one-same", "difference.csv"), row => Assert.Equal("0", row[3]));
    }

    [Fact]
    public void Worlds_that_are_the_same_as_one_another_are_named()
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string less = root.Write("less.json", """{"extends": "one.json", "name": "less", "channels": {"talent": 0.5}}""");
        string twin = root.Write("twin.json", """{"extends": "less.json", "name": "twin", "mobility": {"workersPerSubmarket": 9000}}""");
        (_, string output, _) = Compare(root, [], default, one, less, twin);
        Assert.Contains("“twin” is the same as “less” in every month of every replicate.", output);
        Assert.Contains("“twin” is the same as “less” in every month of every replicate.", File.ReadAllText(Path.Combine(root["out"], "compare-one-less-twin", "report.html")));
        (_, string differ, _) = Compare(root, one, less);
        Assert.DoesNotContain("is the same as", differ);
    }

    [Fact]
    public void A_known_difference_is_found_exactly()
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string less = root.Write("less.json", """{"extends": "one.json", "name": "less", "channels": {"talent": 0.5}}""");
        (ExitStatus status, string output, _) = Compare(root, one, less);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Matches(@"channels\.talent +1 +0\.5 +share", output);

        // Less talent adds 1 in every month and 2 per replicate more; six months, replicates 0 to 2.
        string[] stock = Assert.Single(Rows(root, "compare-one-less", "effects.csv"), row => row[1] == "startups_alive");
        string[] flow = Assert.Single(Rows(root, "compare-one-less", "effects.csv"), row => row[1] == "startups_founded");
        Assert.Equal(("3", "18", "3", "1"), (stock[5], flow[5], stock[13], stock[9]));
        Assert.True(double.Parse(stock[10], System.Globalization.CultureInfo.InvariantCulture) > 100);
        Assert.Equal(6, Rows(root, "compare-one-less", "difference.csv").Count(row => row[1] == "startups_alive" && row[3] == "3"));
    }

    [Fact]
    public void What_was_changed_is_written_for_people_in_tables_and_for_programs_in_the_manifest()
    {
        using var root = new TemporaryFolder();
        string one = root.Write("one.json", """{"name": "one", "run": {"months": 6, "replicates": 3, "warmupMonths": 2}, "population": {"workersPerIncumbent": 1250.5}, "anchor": {"targetHeadcount": 30000}}""");
        string other = root.Write("other.json", """{"extends": "one.json", "name": "other", "population": {"workersPerIncumbent": 999}, "anchor": {"targetHeadcount": 31000}}""");
        (_, string output, _) = Compare(root, one, other);
        Assert.Matches(@"population\.workersPerIncumbent +1,250\.5 +999 ", output);
        Assert.Matches(@"anchor\.targetHeadcount +30,000 +31,000 ", output);
        Assert.Contains("\"before\": \"30000\"", File.ReadAllText(Path.Combine(root["out"], "compare-one-other", "manifest.json")));
        Assert.Equal(("12345", "-1,234.5", "-"), (Of("12345", "").ReadableBefore, Of("-1234.5", "people").ReadableBefore, Of("-", "people").ReadableBefore));

        static PlanChange Of(string value, string unit) => new("x", value, value, unit);
    }

    [Fact]
    public void One_pair_gives_no_interval()
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string less = root.Write("less.json", """{"extends": "one.json", "name": "less", "channels": {"talent": 0.5}}""");
        (ExitStatus status, string output, _) = Compare(root, ["run.replicates=1"], default, one, less);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Contains("no interval", output);
        Assert.DoesNotContain("95 %", output);
        Assert.All(Rows(root, "compare-one-less", "effects.csv"), row => Assert.Equal(("", ""), (row[6], row[7])));
    }

    [Fact]
    public void A_declared_outcome_is_told_in_words_and_kept_by_its_name()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        string one = CommandLineRun.TinyScenario(root, "one"), less = root.Write("less.json", """{"extends": "one.json", "name": "less", "channels": {"talent": 0.5}}""");
        OutcomeMeasure[] outcomes = [.. new[] { "rent:mean:0-3", "dragons_total:first:5" }.Select(text => OutcomeText.Read(text, out _)!)];
        var session = new CompareSession(Request(root, []) with { Plots = true }, new Terminal(output, error), "ecosim compare", ShiftedRuns.Simulate, new CompareRequest(outcomes, null));
        Assert.Equal(ExitStatus.Done, session.Run(one, [less], default));
        string table = output.ToString(), page = File.ReadAllText(Path.Combine(root["out"], "compare-one-less", "report.html"));
        Assert.Matches("(?m)^rent, mean over months 0-3 +", table);
        Assert.Matches("(?m)^ecosystem_value, last month +", table);
        Assert.Contains("dragons_total, first month at or above 5: comes in", table);
        Assert.Contains("Rent, mean over months 0-3", page);
        Assert.All(new[] { table, page }, text => Assert.DoesNotContain("ent:mean", text));
        Assert.Contains(Rows(root, "compare-one-less", "effects.csv"), row => row[1] == "rent:mean:0-3");
        Assert.Contains("Rent, mean over months 0-3", File.ReadAllText(Path.Combine(root["out"], "compare-one-less", "figures", "effects.svg")));
    }

    [Fact]
    public void Different_horizons_are_cut_and_said()
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string shorter = root.Write("short.json", """{"extends": "one.json", "name": "short", "run": {"months": 4}}""");
        (ExitStatus status, _, string error) = Compare(root, one, shorter);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Contains("one 6, short 4 months", error);
        Assert.Contains("the first 4 months", error);
        Assert.Equal(3, Rows(root, "compare-one-short", "difference.csv").Max(row => int.Parse(row[2])));
    }

    [Theory]
    [InlineData("\"seed\": 2", "run.seed")]
    [InlineData("\"start\": \"1999-01\"", "run.start")]
    [InlineData("\"warmupMonths\": 3", "run.warmupMonths")]
    public void Worlds_that_share_no_luck_or_calendar_are_refused(string difference, string path)
    {
        using var root = new TemporaryFolder();
        string one = CommandLineRun.TinyScenario(root, "one");
        string other = root.Write("other.json", $$"""{"extends": "one.json", "name": "other", "run": { {{difference}} } }""");
        RefusedException refused = Assert.Throws<RefusedException>(() => Compare(root, one, other));
        Assert.Contains($"cannot be compared: {path}", refused.Message);
        Assert.False(Directory.Exists(root["out"]));
    }

    [Fact]
    public void Interrupted_writes_nothing()
    {
        using var root = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        string one = CommandLineRun.TinyScenario(root, "one");
        stop.Cancel();
        (ExitStatus status, _, string error) = Compare(root, [], stop.Token, one, CommandLineRun.TinyScenario(root, "two"));
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("nothing was compared", error);
        Assert.False(Directory.Exists(root["out"]));
    }

    [Fact]
    public void A_failed_replicate_leaves_the_other_pairs()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        int runs = 0;
        var session = new CompareSession(Request(root, []), new Terminal(output, error), "ecosim compare", (plan, replicate, options, month, cancel) =>
            replicate == 1 && runs++ == 0 ? throw new InvalidOperationException("once") : ShiftedRuns.Simulate(plan, replicate, options, month, cancel));
        ExitStatus status = session.Run(CommandLineRun.TinyScenario(root, "one"), [CommandLineRun.TinyScenario(root, "two")], default);
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("the 2 that all have are paired", error.ToString());
        Assert.All(Rows(root, "compare-one-two", "effects.csv"), row => Assert.Equal("2", row[13]));
    }

    private static (ExitStatus Status, string Output, string Error) Compare(TemporaryFolder root, string baseline, string other) =>
        Compare(root, [], default, baseline, other);

    private static (ExitStatus Status, string Output, string Error) Compare(
        TemporaryFolder root, string[] sets, CancellationToken cancel, string baseline, params string[] others)
    {
        using StringWriter output = new(), error = new();
        var session = new CompareSession(Request(root, sets), new Terminal(output, error), "ecosim compare", ShiftedRuns.Simulate);
        return (session.Run(baseline, others, cancel), output.ToString(), error.ToString());
    }

    private static RunRequest Request(TemporaryFolder root, string[] sets) =>
        new(sets, 1, LedgerScope.None, Check: false, root["out"], Plots: false, Quiet: true, Force: false);

    private static IEnumerable<string[]> Rows(TemporaryFolder root, string folder, string file) =>
        File.ReadAllLines(Path.Combine(root["out"], folder, file)).Skip(1).Select(line => line.Split(','));
}
