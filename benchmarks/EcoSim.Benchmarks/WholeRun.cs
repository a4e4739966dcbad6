using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Benchmarks;

/// <summary>One replicate of the default scenario on one thread, building of the world included.</summary>
/// <remarks>Linear cost shows as a time per worker-month that stays the same from row to row.</remarks>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class WholeRun
{
    private Plan _plan = null!;

    /// <summary>People of the region at the start.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Workers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var parameters = new Parameters();
        Catalogue.Get("population.workers").Set(parameters, Workers);
        _plan = new Plan(parameters);
    }

    [Benchmark(Baseline = true)]
    public RunResult Series() => new Simulation(_plan, 0).Run();

    [Benchmark]
    public RunResult SeriesAndLedger() => new Simulation(_plan, 0, new RunOptions(Ledger: true)).Run();

    [Benchmark]
    public RunResult Checked() => new Simulation(_plan, 0, new RunOptions(Check: true)).Run();
}
