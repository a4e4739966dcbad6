using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EcoSim.Cli;

/// <summary>Turns the first Ctrl-C or TERM into a request to stop; a later one ends the process at once.</summary>
public sealed class Interrupt : IDisposable
{
    /// <summary>Programs that stop others, such as <c>timeout</c>, signal a process and then its whole group: that is one request.</summary>
    private static readonly TimeSpan OneRequest = TimeSpan.FromMilliseconds(500);

    private long _first;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interrupt()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        long now = Stopwatch.GetTimestamp();
        long first = Interlocked.CompareExchange(ref _first, now, 0);
        context.Cancel = first == 0 || Stopwatch.GetElapsedTime(first, now) < OneRequest;
        _source.Cancel();
    }
}
