using EcoSim.Cli.Comparing;

namespace EcoSim.Cli.Running;

/// <summary>Progress for a log: at most one line every few seconds, none for a quick run.</summary>
internal sealed class ProgressLines(TextWriter output, string name, TimeProvider clock) : MonthCount
{
    /// <summary>Share done from which the time left is told: before it, what is done once at the start counts as if it came again.</summary>
    private const double LeastKnown = 0.01;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _writing = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = Interval;

    protected override void Changed()
    {
        TimeSpan elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return;
        }

        lock (_writing)
        {
            if (elapsed < _next)
            {
                return;
            }

            _next = elapsed + Interval;
            double share = Share;
            string left = share > LeastKnown ? $", about {PrecisionText.Duration(elapsed * ((1 - share) / share))} left" : "";
            output.WriteLine($"{name}: {100 * share:0} % ({RunsDone} of {Runs} runs done){left}");
        }
    }
}
