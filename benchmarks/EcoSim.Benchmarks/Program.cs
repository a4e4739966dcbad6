// Benchmarks of the simulation. From the top of a checkout:
//
//   dotnet run -c Release --project benchmarks/EcoSim.Benchmarks -- --filter '*'                everything, some twenty minutes
//   … --filter '*WholeRun*'        whole runs at 10 thousand, 100 thousand and a million workers: time and memory per worker
//   … --filter '*ProcessShares*'   each process of the schedule in the middle of a run, and (in the log) that they add up to the tick
//   … --filter '*LabourBlock*'     leaving and learning by events, against loops over everyone (proved equal by the tests)
//   … --filter '*KeyedDraws*'      a draw that depends on its key alone, against other generators
//   … --filter '*WholeRun.Series(Workers: 10000)*'                                              one row of a table
//   … --job dry --filter '*KeyedDraws*'                                                         smoke test: runs, measures nothing
//   … --list flat                                                                               all names
//
// Tables and logs go to BenchmarkDotNet.Artifacts/, which is not kept under version control. Timing needs a machine that
// does nothing else: run no builds or tests beside it, and compare rows of one table rather than tables of two days.

using BenchmarkDotNet.Running;
using EcoSim.Benchmarks;

// A benchmark that throws is reported as a row of NA; a smoke run must fail on it instead.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(KeyedDraws).Assembly).Run(args);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
