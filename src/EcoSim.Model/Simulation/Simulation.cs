using EcoSim.Model.Declaration;
using EcoSim.Model.Engine;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Model;

/// <summary>One replicate of a scenario.</summary>
public sealed class Simulation
{
    private readonly int _replicate;
    private readonly RunOptions _options;
    private readonly Parameters _parameters;
    private readonly Timetable _timetable;
    private readonly IProcess[] _processes;
    private readonly Recorder _recorder = new();
    private readonly SeriesTable _series;
    private readonly LedgerKeeper? _ledger;

    /// <summary>Builds the world of one replicate.</summary>
    /// <param name="plan">Parameters and how they change; not written to.</param>
    /// <param name="replicate">Number of the replicate, from 0; it decides the luck together with the seed.</param>
    /// <param name="options">Ledger and checks.</param>
    public Simulation(Plan plan, int replicate, RunOptions options = default)
    {
        _replicate = replicate;
        _options = options;
        _parameters = Catalogue.Copy(plan.Parameters);
        _timetable = new Timetable(plan, _parameters);
        _timetable.Apply(-_parameters.Run.WarmupMonths);
        World = Genesis.Build(_parameters, replicate);
        _processes = [.. Schedule.Steps.Select(step => step.Create(_parameters))];
        _series = new SeriesTable(_parameters.Run.Months, Observables.All.Count);
        if (options.Ledger)
        {
            World.KeepsJobs = true;
            World.Leavers = [];
            World.PitchRecords = [];
            _ledger = new LedgerKeeper(_parameters, World);
        }
    }

    /// <summary>The state, to look at.</summary>
    public World World { get; }

    /// <summary>True when all months have been run.</summary>
    public bool Done => World.Month >= World.End;

    /// <summary>Is told after every step of the schedule, so that a life can be followed; null, the default, costs nothing. It must not write.</summary>
    public Action<ScheduledStep>? StepDone { get; set; }

    /// <summary>One tick: the schedule, then the look at what came of it.</summary>
    public void Step()
    {
        _timetable.Apply(World.RecordedMonth);
        World.Tally = default;
        for (int i = 0; i < _processes.Length; i++)
        {
            _processes[i].Step(World);
            StepDone?.Invoke(Schedule.Steps[i]);
        }

        if (_options.Check)
        {
            Conservation.Verify(World);
        }

        if (World.RecordedMonth >= 0)
        {
            _recorder.Record(World, _series.Row(World.RecordedMonth));
        }

        _ledger?.Note(World);
        World.Month++;
        if (World.RecordedMonth == 0)
        {
            Recorder.Begin(World);
        }
    }

    /// <summary>Runs warm-up and all months. Throws <see cref="OperationCanceledException"/> when asked to stop.</summary>
    public RunResult Run(CancellationToken cancel = default, Action<int>? monthDone = null)
    {
        while (!Done)
        {
            cancel.ThrowIfCancellationRequested();
            Step();
            if (World.RecordedMonth > 0)
            {
                monthDone?.Invoke(World.RecordedMonth);
            }
        }

        return new RunResult(_replicate, _series, _ledger?.Close(World) ?? []);
    }

    /// <summary>Memory in bytes that one replicate will need, roughly.</summary>
    public static long EstimateBytes(Parameters parameters, RunOptions options) => Size.Bytes(parameters, options);
}
