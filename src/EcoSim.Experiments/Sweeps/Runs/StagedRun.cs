using System.Globalization;
using EcoSim.Model;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>Simulates one replicate and knows at any time how far it has come.</summary>
internal sealed class StagedRun
{
    private Simulation? _simulation;
    private int _firstMonth;
    private long _stepsDone;

    /// <summary>What is being done: "building the world", or a month (negative in the warm-up) and a step of the schedule.</summary>
    public string Stage
    {
        get
        {
            if (_simulation is null)
            {
                return "building the world";
            }

            int month = _simulation.World.RecordedMonth;
            long step = _stepsDone - (month - _firstMonth) * (long)Schedule.Steps.Count;
            string name = step >= 0 && step < Schedule.Steps.Count ? Schedule.Steps[(int)step].Name : "checking and recording";
            return string.Create(CultureInfo.InvariantCulture, $"month {month}: {name}");
        }
    }

    public RunResult Run(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        _simulation = new Simulation(plan, replicate, options) { StepDone = _ => _stepsDone++ };
        _firstMonth = _simulation.World.RecordedMonth;
        return _simulation.Run(cancel, monthDone);
    }
}
