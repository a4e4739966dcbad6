using EcoSim.Cli;
using EcoSim.Cli.Sweeping;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>Sweeps, sensitivity analyses and discoveries leave figures and a page.</summary>
public sealed class SweepFigureTests
{
    [Fact]
    public void Every_command_draws_its_figures_and_writes_its_page()
    {
        using var root = new TemporaryFolder();
        string experiment = SweepFiles.Grid.Replace("\"grid\"", "\"sobol\", \"points\": 64").Replace("[0, 0.5, 1]", "{ \"from\": 0, \"to\": 1 }").Replace(", \"steps\": 3", "");
        string file = root.Write("tiny.json", experiment);
        using StringWriter output = new(), error = new();
        var terminal = new Terminal(output, error);
        Assert.Equal(ExitStatus.Done, new SweepSession(SweepFiles.Request(root) with { Plots = true }, terminal, "ecosim sweep tiny.json", SweepFiles.Simulate).Run(file, default));
        Require(root, "sweep-tiny", "main-effects", "main-effects-rent-mean-0-3", "tornado", "heat-map", "parallel");
        Assert.DoesNotContain("equal ratios", SweepFiles.Text(root, Path.Combine("figures", "parallel.svg")));
        Assert.Equal(ExitStatus.Done, new SensitivitySession(SweepFiles.Request(root) with { Plots = true }, terminal, "ecosim sensitivity tiny.json", SweepFiles.Simulate).Run(file, default));
        Require(root, "sensitivity-tiny", "morris", "sobol");
        CommandLineRun found = CommandLineRun.Of("discover", Path.Combine(root["out"], "sweep-tiny"), "channels.talent > 0.7", "--out", root["out"]);
        Assert.Equal((ExitStatus.Done, ""), (found.Status, found.Error));
        Require(root, "discover-tiny", "boxes", "peeling");
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void A_logarithmic_axis_is_explained()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        string file = root.Write("tiny.json", SweepFiles.Grid.Replace("\"channels.cloud\": { \"from\": 0, \"to\": 1, \"steps\": 3 }", "\"capital.ventureSupply\": { \"distribution\": \"loguniform\", \"from\": 0.1, \"to\": 10, \"steps\": 5 }"));
        Assert.Equal(ExitStatus.Done, new SweepSession(SweepFiles.Request(root) with { Plots = true }, new Terminal(output, error), "ecosim sweep tiny.json", SweepFiles.Simulate).Run(file, default));
        Assert.Contains("equal ratios", SweepFiles.Text(root, Path.Combine("figures", "parallel.svg")));
    }

    [Fact]
    public void Few_levels_have_a_tick_each_and_a_label_where_there_is_room()
    {
        ParameterDeclaration parameter = Catalogue.Get("mobility.workersPerSubmarket");
        Ticks ticks = new ParameterAxis(parameter, [9000, 2000, 11_000, 9000]).TicksAtLevels(6);
        Assert.Equal([2000, 9000, 11_000], ticks.Positions);
        Assert.Equal(["2,000", "9,000", "11,000"], ticks.Labels);
        Assert.Equal(["2,000", "2,100", ""], new ParameterAxis(parameter, [2000, 2100, 2110]).TicksAtLevels(6).Labels);
        Assert.DoesNotContain(9500, new ParameterAxis(parameter, [2000, 3000, 4000, 5000, 6000, 7000, 9500]).TicksAtLevels(6).Positions);
    }

    [Fact]
    public void Points_without_a_value_take_no_figure_away()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        string file = root.Write("tiny.json", SweepFiles.Grid);
        var session = new SweepSession(SweepFiles.Request(root) with { Plots = true }, new Terminal(output, error), "ecosim sweep tiny.json", (plan, replicate, options, month, cancel) =>
            plan.Parameters.Channels.Talent == 0 ? throw new InvalidOperationException("broken") : SweepFiles.Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, session.Run(file, default));
        Assert.DoesNotContain("could not be", error.ToString());
        Require(root, "sweep-tiny", "main-effects", "tornado");
    }

    [Fact]
    public void A_first_time_that_never_comes_is_said_to_and_has_no_map()
    {
        using var root = new TemporaryFolder();
        using StringWriter output = new(), error = new();
        string file = root.Write("tiny.json", SweepFiles.Grid.Replace("\"ecosystem_value\"", "\"dragons_total:first:1000000\""));
        Assert.Equal(ExitStatus.Done, new SweepSession(SweepFiles.Request(root) with { Plots = true }, new Terminal(output, error), "ecosim sweep tiny.json", SweepFiles.Simulate).Run(file, default));
        const string Never = "comes in none of 27 runs; the 6 months of a run are counted instead";
        Assert.Contains(Never, output.ToString().ReplaceLineEndings(" "));
        string page = SweepFiles.Text(root, "report.html");
        Assert.Contains($"it is 6 months at every point. It {Never}", page);
        Assert.DoesNotContain("figure-parallel", page);
        Assert.DoesNotContain("figure-heat-map", page);
    }

    private static void Require(TemporaryFolder root, string folder, params string[] figures)
    {
        foreach (string figure in figures)
        {
            Assert.True(new FileInfo(Path.Combine(root["out"], folder, "figures", figure + ".png")).Length > 5000, figure);
            Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(root["out"], folder, "figures", figure + ".svg")));
        }

        string page = File.ReadAllText(Path.Combine(root["out"], folder, "report.html"));
        Assert.All(figures, figure => Assert.Contains($"id=\"figure-{figure}\"", page));
    }
}
