using EcoSim.Cli;
using EcoSim.Cli.Attributing;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Comparing;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Model;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Comparison;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Store;

/// <summary>More replicates, more scenarios or another command never simulate again what exists.</summary>
public sealed class StoreInCommandsTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _tiny;
    private int _runs;

    public StoreInCommandsTests() => _tiny = CommandLineRun.TinyScenario(_root);

    public void Dispose() => _root.Dispose();

    [Fact]
    public void More_replicates_simulate_only_the_new_ones()
    {
        Assert.Equal(3 * 2, Simulated(() => Run([], _tiny)));
        Assert.Equal(4 * 2, Simulated(() => Run(["run.replicates=7"], _tiny)));
        Assert.Equal(0, Simulated(() => Run(["run.replicates=5"], _tiny)));
    }

    [Fact]
    public void The_twins_are_left_out_or_added_alone()
    {
        Assert.Equal(3, Simulated(() => Run(["run.counterfactual=false"], _tiny)));
        Assert.Equal(3, Simulated(() => Run([], _tiny)));
    }

    [Fact]
    public void A_shorter_horizon_simulates_nothing_and_a_longer_one_begins_again()
    {
        Run([], _tiny);
        Assert.Equal(0, Simulated(() => Run(["run.months=4"], _tiny)));
        Assert.Equal(6, Simulated(() => Run(["run.months=9"], _tiny)));
        Assert.Equal(0, Simulated(() => Run(["run.months=6"], _tiny)));
    }

    [Fact]
    public void A_comparison_simulates_only_the_world_that_is_new()
    {
        Run([], _tiny);
        string less = _root.Write("less.json", """{"extends": "tiny.json", "name": "less", "channels": {"talent": 0.5}}""");
        string without = _root.Write("without.json", """{"extends": "tiny.json", "name": "without", "anchor": {"present": false}}""");
        Assert.Equal(3, Simulated(() => Compare([], _tiny, less)));
        Assert.Equal(0, Simulated(() => Compare([], _tiny, less, without)));
        Assert.Equal(2 * 2, Simulated(() => Compare(["run.replicates=5"], _tiny, less)));
        Assert.Equal(2, Simulated(() => Run(["run.replicates=5"], _tiny)));
    }

    [Fact]
    public void An_attribution_shares_its_whole_and_its_anchorless_world_with_a_run()
    {
        Run([], _tiny);
        Assert.Equal(63 * 3, Simulated(() => Attribute([])));
        Assert.Equal(0, Simulated(() => Attribute([])));
        Assert.Equal(65, Simulated(() => Attribute(["run.replicates=4"])));
        string off = _root.Write("off.json", """{"extends": "tiny.json", "name": "off", "channels": {"cloud": 0}}""");
        Assert.Equal(0, Simulated(() => Compare([], _tiny, off)));
    }

    [Fact]
    public void A_ledger_that_is_missing_costs_its_own_replicate()
    {
        Run([], _tiny, LedgerScope.None);
        Assert.Equal(1, Simulated(() => Run([], _tiny, LedgerScope.First)));
        Assert.Equal(2, Simulated(() => Run([], _tiny, LedgerScope.All)));
        Assert.Equal(0, Simulated(() => Run(["run.counterfactual=false"], _tiny, LedgerScope.All)));
    }

    [Fact]
    public void Force_simulates_all_again_and_so_does_no_store()
    {
        Run([], _tiny);
        Assert.Equal(6, Simulated(() => Run([], _tiny, force: true)));
        Assert.Equal(3, Simulated(() => CompareFrom(OpenStore.Off, _tiny)));
        Assert.Equal(6, Simulated(() => Run(["run.seed=2"], _tiny, store: OpenStore.Off)));
        Assert.Equal(6, Simulated(() => Run(["run.seed=2"], _tiny, force: true)));
    }

    [Fact]
    public void A_store_elsewhere_serves_results_anywhere()
    {
        Run([], _tiny, store: _root["shared"]);
        Assert.False(Directory.Exists(Path.Combine(_root["out"], OpenStore.DefaultName)));
        Assert.Equal(0, Simulated(() => CompareFrom(_root["shared"], _tiny)));
    }

    [Fact]
    public void Interrupted_a_command_keeps_every_replicate_that_was_done()
    {
        using var stop = new CancellationTokenSource();
        int begun = 0, done = 0;
        var session = new CompareSession(Request([], null, false), Quiet, "ecosim compare", (plan, replicate, options, month, cancel) =>
        {
            if (Interlocked.Increment(ref begun) == 5)
            {
                stop.Cancel();
            }

            RunResult run = ShiftedRuns.Simulate(plan, replicate, options, month, cancel);
            Interlocked.Increment(ref done);
            return run;
        });
        string less = _root.Write("less.json", """{"extends": "tiny.json", "name": "less", "channels": {"talent": 0.5}}""");
        Assert.Equal(ExitStatus.Interrupted, session.Run(_tiny, [less], stop.Token));

        // Which of the two threads' runs the interruption still caught is left to them; what came to its end is kept, and no other.
        Assert.InRange(done, 1, 5);
        Assert.Equal(6 - done, Simulated(() => Compare([], _tiny, less)));
    }

    [Fact]
    public void A_damaged_entry_is_named_and_simulated_again()
    {
        Run(["run.counterfactual=false"], _tiny);
        string entry = Assert.Single(Directory.GetFiles(_root["out"], "1.series", SearchOption.AllDirectories));
        File.WriteAllBytes(entry, File.ReadAllBytes(entry)[..99]);
        using var error = new StringWriter();
        var session = new CompareSession(Request([], null, false), new Terminal(TextWriter.Null, error), "ecosim compare", Counted);
        Assert.Equal(1, Simulated(() => session.Run(_tiny, [_tiny], default)));
        Assert.Contains($"'{entry}' is damaged", error.ToString());
    }

    private static Terminal Quiet => new(TextWriter.Null, TextWriter.Null);

    private int Simulated(Action command)
    {
        int before = _runs;
        command();
        return _runs - before;
    }

    private Simulate Counted => (plan, replicate, options, month, cancel) =>
    {
        Interlocked.Increment(ref _runs);
        return ShiftedRuns.Simulate(plan, replicate, options, month, cancel);
    };

    private void Run(string[] sets, string scenario, LedgerScope ledger = LedgerScope.None, bool force = false, string? store = null) =>
        Assert.Equal(ExitStatus.Done, new RunSession(Request(sets, store, force) with { Ledger = ledger }, Quiet, "ecosim run", Counted).Run([scenario], default));

    private void Compare(string[] sets, string baseline, params string[] others) => Compare(Request(sets, null, false), baseline, others);

    private void CompareFrom(string store, string baseline) => Compare(Request([], store, false), baseline, [baseline]);

    private void Compare(RunRequest request, string baseline, string[] others) =>
        Assert.Equal(ExitStatus.Done, new CompareSession(request, Quiet, "ecosim compare", Counted).Run(baseline, others, default));

    private void Attribute(string[] sets) =>
        Assert.Equal(ExitStatus.Done, new AttributeSession(Request(sets, null, false), Quiet, "ecosim attribute", Counted).Run(_tiny, default));

    private RunRequest Request(string[] sets, string? store, bool force) =>
        new(sets, 2, LedgerScope.None, Check: false, _root["out"], Plots: false, Quiet: true, force, store);
}
