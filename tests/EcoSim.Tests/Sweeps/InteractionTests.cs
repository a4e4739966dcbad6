using System.Globalization;
using EcoSim.Cli;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>The difference of differences of a grid of two parameters, against made-up runs in which it is known.</summary>
public sealed class InteractionTests
{
    [Fact]
    public void It_is_the_product_term_with_the_error_of_its_own_pairs()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = SweepFiles.Sweep(root, SweepFiles.Grid, Crossed);
        Assert.Equal((ExitStatus.Done, ""), (status, error));

        // Product terms 60, 70, 80 in replicates 0, 1, 2: mean 70, standard error 10/√3; luck of a whole replicate cancels.
        string[] row = Assert.Single(SweepFiles.Rows(root, "interaction.csv"), row => row[0] == "ecosystem_value");
        Assert.Equal(["channels.talent", "0", "1", "channels.cloud", "0", "1"], row[2..8]);
        Assert.Equal([8, 0, 78, 10 / Math.Sqrt(3), 70, 10 / Math.Sqrt(3)], row[8..14].Select(cell => Math.Round(Number(cell), 9)), Close);
        double margin = 4.302652729911275 * 10 / Math.Sqrt(3);
        Assert.Equal([70 - margin, 70 + margin, 3], row[14..17].Select(Number), Close);

        Assert.Contains("Does the effect of channels.talent depend on channels.cloud?", output);
        Assert.Contains("+70", output);
        Assert.Contains("So it does more where channels.cloud is high: raising it raises the outcome at both ends.", output.ReplaceLineEndings(" "));
        string page = File.ReadAllText(Path.Combine(root["out"], "sweep-tiny", "report.html"));
        Assert.Contains("So it does more where channels.cloud is high: raising it raises the outcome at both ends.", page);
        Assert.Contains("Difference of differences: the effect where", page);
    }

    [Fact]
    public void Without_a_product_term_it_is_nothing()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate);
        string[] row = Assert.Single(SweepFiles.Rows(root, "interaction.csv"), row => row[0] == "ecosystem_value");
        Assert.Equal([8, 8, 0, 0], new[] { row[8], row[10], row[12], row[13] }.Select(Number), Close);
        Assert.Contains("in each of 3 replicates. Together they do what the two do alone.", output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_replicate_that_failed_at_a_corner_is_left_out_and_one_elsewhere_is_not()
    {
        using var root = new TemporaryFolder();
        SweepFiles.Sweep(root, SweepFiles.Grid, (plan, replicate, options, month, cancel) =>
            (replicate == 0 && plan.Parameters.Channels is { Talent: 1, Cloud: 0 }) || (replicate == 1 && plan.Parameters.Channels is { Talent: 0.5 })
                ? throw new InvalidOperationException("broken")
                : Crossed(plan, replicate, options, month, cancel));
        string[] row = Assert.Single(SweepFiles.Rows(root, "interaction.csv"), row => row[0] == "ecosystem_value");
        Assert.Equal([75, 5, 2], new[] { row[12], row[13], row[16] }.Select(Number), Close);

        // Both effects are over the same two replicates, though the failed one has one of them: 8, and 8 + 75.
        Assert.Equal([8, 83], new[] { row[8], row[10] }.Select(Number), Close);
    }

    [Theory]
    [InlineData(20, 100, "So it does more where channels.cloud is high: raising it raises the outcome at both ends.")]
    [InlineData(100, 20, "So it does less where channels.cloud is high: raising it raises the outcome at both ends.")]
    [InlineData(-100, -20, "So it does less where channels.cloud is high: raising it lowers the outcome at both ends.")]
    [InlineData(-20, -100, "So it does more where channels.cloud is high: raising it lowers the outcome at both ends.")]
    [InlineData(-50, 50, "So its effect turns its sign: raising channels.talent lowers the outcome where channels.cloud is low, and raises it where that is high.")]
    [InlineData(0, 100, "So the effect of raising it is higher where channels.cloud is high.")]
    [InlineData(5, -100, "So the effect of raising it is lower where channels.cloud is high.")]
    [InlineData(100, 105, "so it is not known whether the effect is higher there or lower")]
    public void More_and_less_are_said_of_the_size_of_an_effect_whose_sign_is_known(double low, double high, string expected)
    {
        // Every interval reaches 10 to either side.
        PairedDifference Effect(double difference) => new(difference, 0, difference, 5, difference - 10, difference + 10, 20);
        var interaction = new Interaction(
            OutcomeMeasure.Headline, new ParameterSpan(Catalogue.Get("channels.talent"), 0, 1), new ParameterSpan(Catalogue.Get("channels.cloud"), 0, 1), Effect(low), Effect(high), Effect(high - low));
        Assert.Contains(expected, InteractionText.Answer(interaction));
    }

    /// <summary>From 1 to 0 the effects have the other sign; what raising the parameter does is the same.</summary>
    [Theory]
    [InlineData(-50, 50, "So its effect turns its sign: raising channels.talent raises the outcome where channels.cloud is low, and lowers it where that is high.")]
    [InlineData(-20, -100, "So it does more where channels.cloud is high: raising it raises the outcome at both ends.")]
    [InlineData(0, 100, "So the effect of raising it is lower where channels.cloud is high.")]
    public void A_parameter_that_the_file_lowers_is_still_spoken_of_as_raised(double low, double high, string expected)
    {
        PairedDifference Effect(double difference) => new(difference, 0, difference, 5, difference - 10, difference + 10, 20);
        var interaction = new Interaction(
            OutcomeMeasure.Headline, new ParameterSpan(Catalogue.Get("channels.talent"), 1, 0), new ParameterSpan(Catalogue.Get("channels.cloud"), 0, 1), Effect(low), Effect(high), Effect(high - low));
        Assert.Contains(expected, InteractionText.Answer(interaction));
    }

    /// <summary>A switch has no high and low, and is not raised.</summary>
    [Theory]
    [InlineData("channels.talent", 0, 20, 100, "So it does more where anchor.present is true: raising it raises the outcome either way.")]
    [InlineData("channels.talent", 1, 20, 100, "So it does more where anchor.present is false: raising it raises the outcome either way.")]
    [InlineData("channels.talent", 0, -50, 50, "raising channels.talent lowers the outcome where anchor.present is false, and raises it where that is true.")]
    [InlineData("run.counterfactual", 0, -50, 50, "setting run.counterfactual to true lowers the outcome where anchor.present is false, and raises it where that is true.")]
    [InlineData("run.counterfactual", 0, 0, 100, "So the effect of setting it to true is higher where anchor.present is true.")]
    public void A_switch_is_false_or_true(string cause, double from, double atBase, double changed, string expected)
    {
        PairedDifference Effect(double difference) => new(difference, 0, difference, 5, difference - 10, difference + 10, 20);
        var interaction = new Interaction(
            OutcomeMeasure.Headline, new ParameterSpan(Catalogue.Get(cause), 0, 1), new ParameterSpan(Catalogue.Get("anchor.present"), from, 1 - from), Effect(atBase), Effect(changed), Effect(changed - atBase));
        Assert.Contains(expected, InteractionText.Answer(interaction));
    }

    [Theory]
    [InlineData("[0.7, 0.2]", "[1, 0.5]", "channels.talent from 0.7 to 0.2 changes ecosystem value by −39 million RMB where channels.cloud is 1 and by −21.5 million RMB where it is 0.5", "Together they take away 17.5 million RMB less than the two alone (95 % CI ")]
    [InlineData("[0.2, 0.7]", "[0.5, 1]", "channels.talent from 0.2 to 0.7 changes ecosystem value by +21.5 million RMB where channels.cloud is 0.5 and by +39 million RMB where it is 1", "Together they add 17.5 million RMB more than the two alone (95 % CI ")]
    [InlineData("[0.7, 0.2]", "[0.5, 1]", "channels.talent from 0.7 to 0.2 changes ecosystem value by −21.5 million RMB where channels.cloud is 0.5 and by −39 million RMB where it is 1", "Together they come to −12.5 million RMB, 17.5 million RMB less than the two alone (+5 million RMB) (95 % CI ")]
    public void Values_keep_the_order_of_the_file_and_the_sum_is_told(string talent, string cloud, string effects, string sum)
    {
        // 8a + 4b + 70ab in the mean: from 0.7 to 0.2 the effect is −0.5·(8 + 70b), and both product terms differ by 0.5 · 0.5 · 70.
        using var root = new TemporaryFolder();
        string experiment = SweepFiles.Grid.Replace("[0, 0.5, 1]", talent).Replace("{ \"from\": 0, \"to\": 1, \"steps\": 3 }", cloud);
        (ExitStatus status, string output, _) = SweepFiles.Sweep(root, experiment, Crossed);
        Assert.Equal(ExitStatus.Done, status);
        string text = output.ReplaceLineEndings(" ");
        Assert.Contains(effects, text);
        Assert.Contains(sum, text);
        Assert.Equal([.. talent.Trim('[', ']').Split(", "), "channels.cloud", .. cloud.Trim('[', ']').Split(", ")], SweepFiles.Rows(root, "interaction.csv")[0][3..8]);
    }

    [Fact]
    public void Two_parameters_without_points_at_the_corners_are_told_why()
    {
        using var root = new TemporaryFolder();
        (_, string output, _) = SweepFiles.Sweep(root, SweepFiles.Grid.Replace("\"grid\"", "\"one-at-a-time\""), Crossed);
        Assert.Contains("that takes points at all four corners", output.ReplaceLineEndings(" "));
        Assert.Contains("points at all four corners", File.ReadAllText(Path.Combine(root["out"], "sweep-tiny", "report.html")));
    }

    [Theory]
    [InlineData("\"channels.cloud\": { \"from\": 0, \"to\": 1, \"steps\": 3 }", "\"channels.cloud\": [0, 1], \"channels.hub\": [0, 1]")]
    [InlineData(", \"channels.cloud\": { \"from\": 0, \"to\": 1, \"steps\": 3 }", "")]
    [InlineData("\"grid\"", "\"one-at-a-time\"")]
    public void Any_other_design_has_none(string from, string to)
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, _) = SweepFiles.Sweep(root, SweepFiles.Grid.Replace(from, to), Crossed);
        Assert.Equal(ExitStatus.Done, status);
        Assert.False(File.Exists(Path.Combine(root["out"], "sweep-tiny", "interaction.csv")));
        Assert.DoesNotContain("Does the effect of", output);
    }

    [Fact]
    public void Merged_parts_have_that_of_the_whole()
    {
        using TemporaryFolder root = new(), whole = new();
        SweepFiles.Sweep(whole, SweepFiles.Grid, Crossed);
        foreach (int part in new[] { 2, 1 })
        {
            SweepFiles.Sweep(root, SweepFiles.Grid, Crossed, SweepFiles.Part(part, 2));
        }

        string[] parts = [.. Enumerable.Range(1, 2).Select(part => Path.Combine(root["out"], $"sweep-tiny-shard-{part}-of-2"))];
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["merge", .. parts, "--out", root["out"]]).Status);
        Assert.Equal(SweepFiles.Text(whole, "interaction.csv"), SweepFiles.Text(root, "interaction.csv"));
    }

    /// <summary>In the last month talent and cloud add 8 and 4, and together 60, 70, 80 in replicates 0, 1, 2.</summary>
    private static RunResult Crossed(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = SweepFiles.Simulate(plan, replicate, options, monthDone, cancel);
        foreach (ref double cell in run.Series.Row(run.Series.Months - 1))
        {
            cell += (60 + 10 * replicate) * plan.Parameters.Channels.Talent * plan.Parameters.Channels.Cloud;
        }

        return run;
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-8;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
