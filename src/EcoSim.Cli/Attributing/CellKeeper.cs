namespace EcoSim.Cli.Attributing;

/// <summary>Saves finished runs every few seconds, so that a kill at any moment costs no more than those.</summary>
/// <param name="save">Writes everything that is done.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class CellKeeper(Action save, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _saving = new();
    private long _last = clock.GetTimestamp();

    /// <summary>Called after each run from its thread; a thread that finds another one saving goes on with its work.</summary>
    public void Finished()
    {
        if (clock.GetElapsedTime(Volatile.Read(ref _last)) < Interval || !_saving.TryEnter())
        {
            return;
        }

        try
        {
            save();
            Volatile.Write(ref _last, clock.GetTimestamp());
        }
        finally
        {
            _saving.Exit();
        }
    }
}
