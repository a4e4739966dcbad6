namespace EcoSim.Cli.Watching;

/// <summary>Waits until a file of a set has been saved, in place or by renaming another one over it.</summary>
/// <remarks>
/// The system's notices wake it at once; looking at length and time now and then finds what they miss, as on shared
/// folders. A save is taken when the files have been quiet for a moment, so that half a file is not read.
/// </remarks>
internal sealed class FileChanges : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    private readonly AutoResetEvent _notice = new(false);
    private readonly Dictionary<string, FileSystemWatcher> _folders = new(StringComparer.Ordinal);

    /// <summary>Listens to the folders of these files from now on, and no longer to others.</summary>
    public void Listen(IEnumerable<string> files)
    {
        string[] folders = [.. files.Select(Path.GetDirectoryName).OfType<string>().Where(Directory.Exists).Distinct(StringComparer.Ordinal)];
        foreach (string gone in _folders.Keys.Except(folders).ToArray())
        {
            _folders.Remove(gone, out FileSystemWatcher? watcher);
            watcher?.Dispose();
        }

        foreach (string folder in folders.Except(_folders.Keys).ToArray())
        {
            if (Watcher(folder) is { } watcher)
            {
                _folders.Add(folder, watcher);
            }
        }
    }

    /// <summary>Returns when the files no longer look as they did and have been quiet for a moment; throws <see cref="OperationCanceledException"/>.</summary>
    public void Wait(FileStamps before, CancellationToken cancel)
    {
        WaitHandle[] wake = [_notice, cancel.WaitHandle];
        while (FileStamps.Of(before.Paths).Equals(before))
        {
            WaitHandle.WaitAny(wake, Poll);
            cancel.ThrowIfCancellationRequested();
        }

        FileStamps last, now = FileStamps.Of(before.Paths);
        do
        {
            last = now;
            cancel.WaitHandle.WaitOne(Quiet);
            cancel.ThrowIfCancellationRequested();
            now = FileStamps.Of(before.Paths);
        }
        while (!now.Equals(last));
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _folders.Values)
        {
            watcher.Dispose();
        }

        _notice.Dispose();
    }

    /// <summary>A listener, or null where the system has none to give: then looking has to do.</summary>
    private FileSystemWatcher? Watcher(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Notice;
            watcher.Created += Notice;
            watcher.Deleted += Notice;
            watcher.Renamed += Notice;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }

        void Notice(object sender, FileSystemEventArgs saved)
        {
            try
            {
                _notice.Set();
            }
            catch (ObjectDisposedException)
            {
                // A last notice after the end.
            }
        }
    }
}
