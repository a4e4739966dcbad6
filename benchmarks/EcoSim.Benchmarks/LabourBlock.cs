using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using EcoSim.Benchmarks.Columns;
using EcoSim.Model;
using EcoSim.Tests.Labour;

namespace EcoSim.Benchmarks;

/// <summary>The labour block alone (leaving, new jobs, four skills), by events and as a loop over everyone.</summary>
/// <remarks>
/// All three do the same in distribution, which the tests of the block prove on these very files. Building them is not
/// timed. Months are the outer loop, as in a run where the rest of the model comes between two months; a loop that took
/// each worker through all months at once would keep them in the cache and could not be part of a simulation. The
/// event-driven block pays nothing here for skills that somebody asks for; the model brings them forward then.
/// </remarks>
[Config(typeof(Table))]
[MinColumn]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 7)]
public class LabourBlock
{
    private const int Months = 60;
    private const int FewWorkers = 10_000;
    private const ulong Seed = 1;

    private readonly LabourRules _rules = new(new Parameters());
    private ILabourBlock _block = null!;

    /// <summary>Workers; their number stays.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Workers { get; set; }

    [GlobalSetup(Target = nameof(Dense))]
    public void CompileDense() => Compiled.By(() => Run(new DenseLabour(_rules, FewWorkers, Seed)));

    [GlobalSetup(Target = nameof(DenseVectorised))]
    public void CompileVectorised() => Compiled.By(() => Run(new VectorLabour(_rules, FewWorkers, Seed)));

    [GlobalSetup(Target = nameof(EventDriven))]
    public void CompileEventDriven() => Compiled.By(() => Run(new EventDrivenLabour(_rules, FewWorkers, Months, Seed)));

    [IterationSetup(Target = nameof(Dense))]
    public void BuildDense() => _block = new DenseLabour(_rules, Workers, Seed);

    [IterationSetup(Target = nameof(DenseVectorised))]
    public void BuildVectorised() => _block = new VectorLabour(_rules, Workers, Seed);

    [IterationSetup(Target = nameof(EventDriven))]
    public void BuildEventDriven() => _block = new EventDrivenLabour(_rules, Workers, Months, Seed);

    /// <summary>Every worker every month, in plain code.</summary>
    [Benchmark(Baseline = true)]
    public int Dense() => Run(_block);

    /// <summary>Every worker every month, eight at a time.</summary>
    [Benchmark]
    public int DenseVectorised() => Run(_block);

    /// <summary>Only those to whom something may happen, as in the model.</summary>
    [Benchmark]
    public int EventDriven() => Run(_block);

    private static int Run(ILabourBlock block)
    {
        for (int month = 0; month < Months; month++)
        {
            block.Step();
        }

        return block.Separations;
    }

    private sealed class Table : ManualConfig
    {
        public Table() => AddColumn(ReportColumn.PerWorkerMonth(Months));
    }
}
