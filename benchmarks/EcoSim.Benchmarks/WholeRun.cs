using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using EcoSim.Benchmarks.Columns;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Benchmarks;

/// <summary>One replicate of the default scenario on one thread, building of the world included.</summary>
/// <remarks>Linear cost shows as a time per worker-month that stays the same from row to row; months include warm-up.</remarks>
[Config(typeof(Table))]
[MemoryDiagnoser]
[MinColumn]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class WholeRun
{
    private const int FewWorkers = 10_000;

    private Plan _plan = null!;

    /// <summary>People of the region at the start.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Workers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        Compiled.By(() => Run(PlanOf(FewWorkers)));
        _plan = PlanOf(Workers);
    }

    [Benchmark(Baseline = true)]
    public RunResult Series() => Run(_plan);

    [Benchmark]
    public RunResult SeriesAndLedger() => Run(_plan, new RunOptions(Ledger: true));

    [Benchmark]
    public RunResult Checked() => Run(_plan, new RunOptions(Check: true));

    private static RunResult Run(Plan plan, RunOptions options = default) => new Simulation(plan, 0, options).Run();

    private static Plan PlanOf(int workers)
    {
        var parameters = new Parameters();
        Catalogue.Get("population.workers").Set(parameters, workers);
        return new Plan(parameters);
    }

    private sealed class Table : ManualConfig
    {
        public Table()
        {
            RunParameters run = new Parameters().Run;
            AddColumn(ReportColumn.PerWorkerMonth(run.Months + run.WarmupMonths), ReportColumn.AllocatedPerWorker);
            AddDiagnoser(new PeakMemory());
        }
    }
}
