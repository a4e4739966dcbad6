using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using Xunit;

namespace EcoSim.Tests.Results;

public class EnsembleRunnerTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Bytes_do_not_depend_on_threads(int threads)
    {
        byte[] alone = SeriesBytes(1);
        Assert.NotEmpty(alone);
        Assert.Equal(alone, SeriesBytes(threads));
    }

    [Fact]
    public void Replicates_come_in_order_whatever_finishes_first()
    {
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(6), new EnsembleOptions(3), simulate: (plan, replicate, options, month, cancel) =>
            {
                // Even replicates wait, so odd ones overtake them.
                Thread.Sleep(replicate % 2 == 0 ? 20 : 0);
                return PlainRuns.Simulate(plan, replicate, options, month, cancel);
            });
        Assert.Equal([0, 1, 2, 3, 4, 5], result.Replicates.Select(run => run.Replicate));
        Assert.False(result.Interrupted);
    }

    [Fact]
    public void A_failing_replicate_leaves_the_others()
    {
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(5), new EnsembleOptions(2), simulate: (plan, replicate, options, month, cancel) =>
                replicate == 3 ? throw new InvalidOperationException("broken") : PlainRuns.Simulate(plan, replicate, options, month, cancel));
        RunFailure failure = Assert.Single(result.Failures, failed => !failed.WithoutAnchor);
        Assert.Equal((3, "broken"), (failure.Replicate, failure.Cause.Message));
        Assert.Equal([0, 1, 2, 4], result.Replicates.Select(run => run.Replicate));
        Assert.False(result.Interrupted);
    }

    [Fact]
    public void Stopping_keeps_what_is_finished()
    {
        using var stop = new CancellationTokenSource();
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(50), new EnsembleOptions(1), cancel: stop.Token, simulate: (plan, replicate, options, month, cancel) =>
            {
                if (replicate == 4)
                {
                    stop.Cancel();
                }

                return PlainRuns.Simulate(plan, replicate, options, month, cancel);
            });
        Assert.True(result.Interrupted);
        Assert.Equal([0, 1, 2, 3], result.Replicates.Select(run => run.Replicate));
        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData(LedgerScope.None, 0)]
    [InlineData(LedgerScope.First, 1)]
    [InlineData(LedgerScope.All, 4)]
    public void Ledgers_are_kept_as_asked(LedgerScope scope, int kept)
    {
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(4), new EnsembleOptions(2, scope), simulate: PlainRuns.Simulate);
        Assert.Equal(kept, result.Replicates.Count(run => run.Ledger.Count > 0));
        Assert.All(result.WithoutAnchor, run => Assert.Empty(run.Ledger));
    }

    [Fact]
    public void Observer_hears_of_every_run_and_month()
    {
        var observer = new Counts();
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(4, months: 3), new EnsembleOptions(2), observer, simulate: PlainRuns.Simulate);
        int runs = result.Replicates.Count + result.WithoutAnchor.Count;
        Assert.Equal((runs, runs, runs, runs * 3), (observer.Runs, observer.Starts, observer.Ends, observer.Months));
    }

    private static byte[] SeriesBytes(int threads)
    {
        EnsembleResult result = EnsembleRunner.Run(
            PlainRuns.Scenario(5, months: 4), new EnsembleOptions(threads), simulate: PlainRuns.Simulate);
        using var file = new MemoryStream();
        SeriesCsv.Write(file, result.Replicates, new RunParameters().Start);
        return file.ToArray();
    }

    private sealed class Counts : IEnsembleObserver
    {
        public int Runs, Starts, Ends, Months;

        public void Planned(int runs, int monthsPerRun) => Runs = runs;

        public void Started(ReplicateKey run) => Interlocked.Increment(ref Starts);

        public void MonthDone(ReplicateKey run, int month) => Interlocked.Increment(ref Months);

        public void Finished(ReplicateKey run) => Interlocked.Increment(ref Ends);

        public void Failed(ReplicateKey run, Exception cause) => Interlocked.Increment(ref Ends);
    }
}
