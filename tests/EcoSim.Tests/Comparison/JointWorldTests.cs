using System.Globalization;
using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Comparison;

/// <summary>Whether changes do more together than singly, and the values that every effect is made from, on made-up runs.</summary>
public sealed class JointWorldTests
{
    private const string Talent = "channels.talent", Cloud = "channels.cloud", Hub = "channels.hub";

    private static readonly int Column = Observables.IndexOf(Headlines.EcosystemValue);

    [Fact]
    public void Joint_effect_and_sum_are_held_against_each_other_replicate_by_replicate()
    {
        // Talent adds 10, cloud 20, both besides 6, 8 and 10 less: 8 less in the mean, standard deviation 2, and t is 4.30265 with two degrees of freedom in any table.
        JointWorld joint = Assert.Single(JointWorld.Among(Compared(("a", [Talent]), ("b", [Cloud]), ("both", [Talent, Cloud]))));
        JointEffect headline = joint.Effects[0];
        Assert.Equal(("both", "a + b", Headlines.EcosystemValue), (joint.Together.Other.Label, joint.PartNames, headline.Outcome.Name));
        Assert.Equal((22.0, 30.0, -8.0), (headline.Paired.First, headline.Paired.Second, headline.Paired.Difference));
        Assert.Equal(-8 - 4.30265 * 2 / Math.Sqrt(3), headline.Paired.Low, 1e-4);
        Assert.Equal(Headlines.Outcomes, joint.Effects.Select(effect => effect.Outcome.Name));
        Assert.StartsWith(
            "Together, as “both”, the changes of “a” and “b” move ecosystem value by +22 million RMB; summed singly by +30 million RMB: a paired difference of −8 million RMB (95 % confidence interval −13.0 to −3.03 million RMB, "
            + "3 pairs of replicates), so the joint effect is below the sum.", JointText.Of(joint));
    }

    [Fact]
    public void A_part_that_moves_nothing_is_named_and_no_sum_is_claimed_exact()
    {
        JointWorld joint = Assert.Single(JointWorld.Among(Compared(("talent", [Talent]), ("hub", [Hub]), ("both", [Talent, Hub]))));
        Assert.EndsWith("a paired difference of 0. “hub” alone moves nothing here.", JointText.Of(joint));
        Assert.Contains("read by its own interval, uncorrected", JointText.Reading);
    }

    [Theory]
    [InlineData(-3600, -4.46, "−3,600 to −4.46 million RMB")]
    [InlineData(-0.003, 0.9, "−3 to 900 thousand RMB")]
    [InlineData(1000, 5000, "1 to 5 billion RMB")]
    [InlineData(20, 300_000, "0.0200 to 300 billion RMB")] // 300,000 million would be longer
    public void A_range_takes_the_unit_that_spares_zeros_behind_the_point(double low, double high, string text) =>
        Assert.Equal(text, new AmountScale("million RMB", low, high).Range(low, high));

    [Fact]
    public void A_world_is_joint_only_where_its_changes_are_exactly_those_of_others()
    {
        Assert.Empty(JointWorld.Among(Compared(("a", [Talent]), ("b", [Cloud]), ("more", [Talent, Cloud, Hub]))));
        Assert.Empty(JointWorld.Among(Compared(("a", [Talent, Cloud]), ("b", [Cloud, Hub]), ("overlapping", [Talent, Cloud, Hub]))));
        Assert.Empty(JointWorld.Among(Compared(("a", [Talent]), ("same", [Talent]))));
    }

    [Fact]
    public void Of_several_ways_to_take_it_apart_the_finest_is_shown() => Assert.Equal(
        ["a + b", "a + b + c"],
        JointWorld.Among(Compared(("ab", [Talent, Cloud]), ("a", [Talent]), ("b", [Cloud]), ("c", [Hub]), ("abc", [Talent, Cloud, Hub]))).Select(joint => joint.PartNames));

    [Fact]
    public void Shocks_are_changes_too()
    {
        Shock winter = new("winter", 1, 2, [("capital.ventureSupply", 0.5)]), layoff = new("layoff", 1, null, [("anchor.layoffShare", 0.1)]);
        ComparedWorld baseline = World("base", []), both = WithShocks("both", winter, layoff);
        PairedComparison[] comparisons = [.. new[] { WithShocks("w", winter), WithShocks("l", layoff), both }.Select(other => PairedComparison.Of(baseline, other))];
        Assert.Equal("w + l", Assert.Single(JointWorld.Among(comparisons)).PartNames);

        static ComparedWorld WithShocks(string label, params Shock[] shocks) => World(label, []) is var world
            ? world with { Scenario = world.Scenario with { Plan = world.Scenario.Plan with { Shocks = shocks } } } : world;
    }

    [Fact]
    public void The_command_writes_pairs_and_the_joint_effect_in_one_style_of_numbers()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        string one = CommandLineRun.TinyScenario(root, "one");
        string[] others =
        [
            root.Write("a.json", """{"extends": "one.json", "name": "a", "channels": {"talent": 0}}"""), root.Write("b.json", """{"extends": "one.json", "name": "b", "channels": {"cloud": 0}}"""),
            root.Write("both.json", """{"extends": "one.json", "name": "both", "channels": {"talent": 0, "cloud": 0}}"""),
        ];
        var request = new RunRequest([], 1, LedgerScope.None, Check: false, root["out"], Plots: true, Quiet: true, Force: false);
        Assert.Equal(ExitStatus.Done, new CompareSession(request, new Terminal(output, error), "ecosim compare", Simulate).Run(one, others, default));
        string folder = Path.Combine(root["out"], "compare-one-a-b-both"), said = output.ToString();
        string[] joint = File.ReadAllLines(Path.Combine(folder, "joint.csv"))[1].Split(',');
        Assert.Equal(["both", "a + b", "ecosystem_value", "22", "30", "-8", "3"], [joint[0], joint[1], joint[2], joint[5], joint[6], joint[7], joint[^1]]);

        // Three replicates of four worlds; the last month of the baseline's replicate 1 is known.
        string[] pairs = File.ReadAllLines(Path.Combine(folder, "pairs.csv"));
        Assert.Equal("outcome,replicate,world,value", pairs[0]);
        Assert.Equal(1 + Observables.All.Count * 3 * 4, pairs.Length);
        double known = PlainRuns.Cell(1, 5, Column);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"ecosystem_value,1,one,{known}"), pairs);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"ecosystem_value,1,both,{known + 22}"), pairs);

        Assert.Contains("both against the sum of a + b", said);
        Assert.Contains("Against “one”, “a” raises ecosystem value by 10 million RMB", said.ReplaceLineEndings(" "));
        Assert.Contains("−8", said);
        Assert.DoesNotMatch(new Regex(@"[ (]-\d"), said);
        Assert.DoesNotContain("95 % CI -", said);
        Assert.All(Headlines.Prominent, name => Assert.Matches($"(?m)^{name} ", said));
        Assert.Contains("“both” against the sum of a + b", File.ReadAllText(Path.Combine(folder, "report.html")));
    }

    [Fact]
    public void Without_such_a_world_there_is_no_such_table()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        var request = new RunRequest([], 1, LedgerScope.None, Check: false, root["out"], Plots: false, Quiet: true, Force: false);
        string one = CommandLineRun.TinyScenario(root, "one"), other = root.Write("a.json", """{"extends": "one.json", "name": "a", "channels": {"talent": 0}}""");
        new CompareSession(request, new Terminal(output, error), "ecosim compare", Simulate).Run(one, [other], default);
        Assert.False(File.Exists(Path.Combine(root["out"], "compare-one-a", "joint.csv")));
        Assert.DoesNotContain("the sum of", output.ToString());
    }

    private static PairedComparison[] Compared(params (string Label, string[] Off)[] others)
    {
        ComparedWorld baseline = World("base", []);
        return [.. others.Select(other => PairedComparison.Of(baseline, World(other.Label, other.Off)))];
    }

    private static ComparedWorld World(string label, string[] off)
    {
        var scenario = PlainRuns.Scenario(3);
        foreach (string path in off)
        {
            Catalogue.Get(path).Set(scenario.Plan.Parameters, 0);
        }

        return new ComparedWorld(label, "made up", scenario, [.. Enumerable.Range(0, 3).Select(replicate => Simulate(scenario.Plan, replicate, default, _ => { }, default))], "", "");
    }

    private static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        bool talent = plan.Parameters.Channels.Talent == 0, cloud = plan.Parameters.Channels.Cloud == 0;
        run.Series.Row(run.Series.Months - 1)[Column] += (talent ? 10 : 0) + (cloud ? 20 : 0) - (talent && cloud ? 6 + 2 * replicate : 0);
        return run;
    }
}
