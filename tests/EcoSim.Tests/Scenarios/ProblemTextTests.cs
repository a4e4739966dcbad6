using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Observation;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>How problems look on a terminal, and the check of sizes.</summary>
public sealed class ProblemTextTests
{
    [Fact]
    public void PlaceComesFirstAndTheRemedyLast()
    {
        string text = ProblemText.Write(
        [
            new Problem("a.json", 3, 7, "channels.hbu", "the unknown key \"hbu\"", "one of hub", "channels.hub"),
            new Problem("--set", null, null, "run.months", "0, which is too small", "a whole number from 1 to 6000 (months)"),
        ]);
        Assert.Equal(
            """
            a.json:3:7: channels.hbu: found the unknown key "hbu"
                allowed: one of hub
                did you mean "channels.hub"?
            --set: run.months: found 0, which is too small
                allowed: a whole number from 1 to 6000 (months)
            2 problems; nothing was run.

            """,
            text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void NothingIsWrittenForNothing() => Assert.Equal("", ProblemText.Write([]));

    [Fact]
    public void AFileCannotCommandTheTerminal() =>
        Assert.DoesNotContain('\u001b', ProblemText.Write([new Problem("a\u001b[2J.json", 1, 1, "b\u001b[31m", "x", "y")]));

    [Fact]
    public void TheSeriesOfAllReplicatesMustFitIntoMemory()
    {
        var parameters = new Parameters();
        parameters.Run.Months = 6000;
        parameters.Run.Replicates = 1_000_000;
        parameters.Run.Counterfactual = false;
        double series = 6000.0 * 1_000_000 * Observables.All.Count * sizeof(double);

        Assert.True(ScenarioSize.EstimateBytes(parameters, default, 1) >= series);
        Problem problem = ScenarioSize.Check("a.json", parameters, default, 1, availableBytes: 1L << 40)!;
        Assert.Contains("of memory on 1 thread", problem.Found);
        Assert.Contains("1024 GB", problem.Allowed);
        Assert.Null(ScenarioSize.Check("a.json", parameters, default, 1, availableBytes: long.MaxValue));
    }

    [Fact]
    public void TheEstimateGrowsWithThreadsUpToTheReplicates()
    {
        var parameters = new Parameters();
        parameters.Run.Replicates = 2;
        parameters.Run.Counterfactual = false;
        double one = ScenarioSize.EstimateBytes(parameters, default, 1);
        double two = ScenarioSize.EstimateBytes(parameters, default, 2);
        Assert.Equal(Simulation.EstimateBytes(parameters, default), two - one);
        Assert.Equal(two, ScenarioSize.EstimateBytes(parameters, default, 64));
    }
}
