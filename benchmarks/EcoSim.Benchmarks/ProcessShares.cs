using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using EcoSim.Benchmarks.Columns;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using Perfolizer.Mathematics.OutlierDetection;

namespace EcoSim.Benchmarks;

/// <summary>What each process of the schedule costs in a tick, in the middle of a run.</summary>
/// <remarks>
/// A process run again and again on a world that stands still would find nobody due, and its columns in the cache. So
/// every iteration is the next month of a run: the parts before the timed one are done first and not timed, the timed
/// part is done once, the rest of the month follows untimed. The caches are as the part before left them, therefore
/// nothing is collected between months. The row of the whole tick is the model's own <see cref="Simulation.Step"/>
/// over the same months. The rows are measured minutes apart, so that on a busy machine they need not add up to it;
/// therefore the setup of that row also times parts and whole in turn, month by month, and writes to the log what share
/// of the tick the parts make up. It must be about 100 %.
/// Some processes act once a year, so the mean over whole years counts and the median over months does not. The mean is
/// at the mercy of one month in which the machine did something else; hence the shares are of a steady mean: the median
/// over the years for each of the twelve months, and the mean of these.
/// </remarks>
[Config(typeof(Table))]
[GcForce(false)]
[Orderer(SummaryOrderPolicy.Declared)]
[Outliers(OutlierMode.DontRemove)]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 24, iterationCount: 120)]
public class ProcessShares
{
    private const string Whole = "(whole tick)";
    private const int MonthsBefore = 48;
    private const int MonthsCompared = 120;

    private int _part;
    private Plan _plan = null!;
    private MovingWorld _moving = null!;
    private Simulation _simulation = null!;

    /// <summary>Parts of the tick in order, then the tick.</summary>
    public static IEnumerable<string> Parts => [.. MovingWorld.Parts, Whole];

    /// <summary>People of the region at the start.</summary>
    [Params(100_000)]
    public int Workers { get; set; }

    /// <summary>What is timed.</summary>
    [ParamsSource(nameof(Parts))]
    public string Part { get; set; } = Whole;

    [GlobalSetup]
    public void Prepare()
    {
        var parameters = new Parameters();
        Catalogue.Get("population.workers").Set(parameters, Workers);
        _plan = new Plan(parameters);
        _part = Place(Part);
        Begin();
        _moving.Verify();
        if (Part == Whole)
        {
            CompareSumWithWhole();
            Begin();
        }
    }

    [IterationSetup]
    public void DoWhatComesBefore()
    {
        if (_simulation.Done || _moving.World.Month >= _moving.World.End)
        {
            Begin();
        }

        if (Part != Whole)
        {
            _moving.Do(0, _part);
        }
    }

    [Benchmark]
    public void Tick()
    {
        if (Part == Whole)
        {
            _simulation.Step();
        }
        else
        {
            _moving.Do(_part, _part + 1);
        }
    }

    [IterationCleanup]
    public void DoWhatComesAfter()
    {
        if (Part != Whole)
        {
            _moving.Do(_part + 1, MovingWorld.Parts.Count);
        }
    }

    /// <summary>Times the parts one by one and the whole, in turn, over the same months of two equal worlds.</summary>
    private void CompareSumWithWhole()
    {
        var share = new double[MonthsCompared];
        for (int month = 0; month < share.Length; month++)
        {
            long parts = 0;
            for (int part = 0; part < MovingWorld.Parts.Count; part++)
            {
                long start = Stopwatch.GetTimestamp();
                _moving.Do(part, part + 1);
                parts += Stopwatch.GetTimestamp() - start;
            }

            long begin = Stopwatch.GetTimestamp();
            _simulation.Step();
            share[month] = 100.0 * parts / (Stopwatch.GetTimestamp() - begin);
        }

        _moving.Verify();
        Console.WriteLine(FormattableString.Invariant(
            $"// The parts make up {new Statistics(share).Median:0.0} % of the tick (median of {share.Length} months)."));
    }

    private static int Place(string part) => Parts.ToList().IndexOf(part);

    /// <summary>A world in the middle of a run, for the parts and for the whole.</summary>
    private void Begin()
    {
        _moving = new MovingWorld(_plan);
        _simulation = new Simulation(_plan, 0);
        int month = _moving.World.Warmup + MonthsBefore;
        _moving.AdvanceTo(month);
        while (_simulation.World.Month < month)
        {
            _simulation.Step();
        }
    }

    private sealed class Table : ManualConfig
    {
        private const int MonthsPerYear = 12;

        public Table() => AddColumn(
            new ReportColumn("Steady µs", "Mean over the twelve months of the median over the years, in µs", (_, report) => Steady(report) / 1000),
            new ReportColumn("% of tick", "Steady time over that of the whole tick", (summary, report) => Share(summary, report, PartOf(report))),
            new ReportColumn("% so far", "The same, added up from the first part of the tick", (summary, report) =>
                PartOf(report) == Whole ? double.NaN : Share(summary, report, [.. MovingWorld.Parts.Take(Place(PartOf(report)) + 1)])));

        /// <summary>Steady time of some parts over that of the tick, in percent; NaN when one of them was not run.</summary>
        private static double Share(Summary summary, BenchmarkReport report, params string[] parts)
        {
            object workers = report.BenchmarkCase.Parameters[nameof(Workers)];
            var times = summary.Reports
                .Where(r => r.BenchmarkCase.Parameters[nameof(Workers)].Equals(workers) && r.ResultStatistics is not null)
                .ToDictionary(PartOf, Steady);
            return 100 * parts.Sum(part => times.GetValueOrDefault(part, double.NaN)) / times.GetValueOrDefault(Whole, double.NaN);
        }

        private static double Steady(BenchmarkReport report) => report.GetResultRuns()
            .GroupBy(run => run.IterationIndex % MonthsPerYear)
            .Average(month => new Statistics(month.Select(run => run.GetAverageTime().Nanoseconds)).Median);

        private static string PartOf(BenchmarkReport report) => (string)report.BenchmarkCase.Parameters[nameof(Part)];
    }
}
