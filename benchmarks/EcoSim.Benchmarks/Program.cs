using BenchmarkDotNet.Running;
using EcoSim.Benchmarks;

// A benchmark that throws is reported as a row of NA; a smoke run must fail on it instead.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(KeyedDraws).Assembly).Run(args);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
