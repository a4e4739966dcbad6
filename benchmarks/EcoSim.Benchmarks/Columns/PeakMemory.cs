using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace EcoSim.Benchmarks.Columns;

/// <summary>The most memory that the process of a benchmark ever held, as the operating system counts it.</summary>
/// <remarks>
/// The runtime itself takes some 50 MB of it. Several runs follow one another in the process: what one left behind may
/// not yet be given back while the next is built, so this is an upper bound for a single run.
/// </remarks>
public sealed class PeakMemory : IDiagnoser
{
    private readonly Dictionary<BenchmarkCase, long> _peak = [];

    public IEnumerable<string> Ids => [nameof(PeakMemory)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        if (signal == HostSignal.AfterActualRun)
        {
            parameters.Process.Refresh();
            _peak[parameters.BenchmarkCase] = parameters.Process.PeakWorkingSet64;
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results) =>
        _peak.TryGetValue(results.BenchmarkCase, out long bytes) ? [new Metric(new PeakWorkingSet(), bytes)] : [];

    public void DisplayResults(ILogger logger)
    {
    }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private sealed class PeakWorkingSet : IMetricDescriptor
    {
        public string Id => nameof(PeakMemory);

        public string DisplayName => "Peak memory";

        public string Legend => "Largest working set of the benchmark's process";

        public string NumberFormat => "0.#";

        public UnitType UnitType => UnitType.Size;

        public string Unit => "B";

        public bool TheGreaterTheBetter => false;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(Metric metric) => true;
    }
}
