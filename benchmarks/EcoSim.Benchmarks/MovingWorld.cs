using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Engine;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Benchmarks;

/// <summary>A simulation whose tick can be taken part by part: each process of the schedule, then the recording.</summary>
/// <remarks>
/// It runs the model's own schedule on the model's own world; only the loop over the parts is written again, since the
/// model's does not stop in the middle of a month. <see cref="Verify"/> proves that the loop does the same.
/// </remarks>
public sealed class MovingWorld
{
    /// <summary>What follows the processes in a tick.</summary>
    public const string Recording = "recording";

    private readonly Plan _plan;
    private readonly IProcess[] _processes;
    private readonly Recorder _recorder = new();
    private readonly double[] _row = new double[Observables.All.Count];

    /// <summary>Builds the world of the first replicate.</summary>
    /// <param name="plan">Parameters; shocks and series are not followed.</param>
    public MovingWorld(Plan plan)
    {
        _plan = plan;
        World = new Simulation(plan, 0).World;
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        _processes = [.. Schedule.Steps.Select(step => step.Create(parameters))];
    }

    /// <summary>Names of the parts of a tick, in order.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. Schedule.Steps.Select(step => step.Name), Recording];

    public World World { get; }

    /// <summary>Does some parts of the present month.</summary>
    public void Do(int first, int end)
    {
        if (first == 0)
        {
            World.Tally = default;
        }

        for (int part = first; part < Math.Min(end, _processes.Length); part++)
        {
            _processes[part].Step(World);
        }

        if (end > _processes.Length)
        {
            Record();
        }
    }

    /// <summary>Goes on to the beginning of a month.</summary>
    public void AdvanceTo(int month)
    {
        while (World.Month < month)
        {
            Do(0, Parts.Count);
        }
    }

    /// <summary>Throws unless a simulation that took the same months whole stands where this one stands.</summary>
    public void Verify()
    {
        var simulation = new Simulation(_plan, 0);
        while (simulation.World.Month < World.Month)
        {
            simulation.Step();
        }

        double[] row = new double[_row.Length], same = new double[_row.Length];
        new Recorder().Record(World, row);
        new Recorder().Record(simulation.World, same);
        if (!row.AsSpan().SequenceEqual(same) || World.People.Count != simulation.World.People.Count)
        {
            throw new InvalidOperationException(
                $"In month {World.Month} the world taken part by part differs from the simulation's; has Simulation.Step changed? Bring MovingWorld.Do into line with it.");
        }
    }

    private void Record()
    {
        if (World.RecordedMonth >= 0)
        {
            _recorder.Record(World, _row);
        }

        World.Month++;
        if (World.RecordedMonth == 0)
        {
            Recorder.Begin(World);
        }
    }
}
