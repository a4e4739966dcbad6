namespace EcoSim.Experiments.Store;

/// <summary>Keeps a store below a size: what was not used for longest goes first.</summary>
public static class StoreBound
{
    /// <summary>Ending of a file that is being written; a kill may leave it behind.</summary>
    internal const string PartialEnding = ".partial";

    /// <summary>Share of the bound that is left after files had to go, so that the next run does not have to remove some again.</summary>
    private const double Refill = 0.9;

    /// <summary>No file takes that long to write.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    /// <summary>Remembers that a file was used; its time of writing says so, which every file system keeps.</summary>
    internal static void MarkUsed(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A store that may only be read still serves.
        }
    }

    /// <summary>Removes the least recently used files while the store is larger than the bound. Returns bytes before and after.</summary>
    /// <param name="folder">Folder of the store; need not exist.</param>
    /// <param name="bound">Most bytes that may stay.</param>
    /// <param name="now">The time, to know what a kill left behind.</param>
    public static (long Before, long After) Apply(string folder, long bound, DateTime now)
    {
        if (!Directory.Exists(folder))
        {
            return (0, 0);
        }

        FileInfo[] files = [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastWriteTimeUtc)];
        long before = files.Sum(file => file.Length), after = before;
        double target = before > bound ? bound * Refill : before;
        foreach (FileInfo file in files)
        {
            bool abandoned = file.Name.EndsWith(PartialEnding, StringComparison.Ordinal) && now - file.LastWriteTimeUtc > AbandonedAfter;
            if (abandoned || after > target)
            {
                after -= Remove(file);
            }
        }

        return (before, after);
    }

    /// <summary>Removes a file, and its folder when that is empty then. Returns the bytes gained; 0 when it cannot be removed.</summary>
    internal static long Remove(FileInfo file)
    {
        try
        {
            long bytes = file.Length;
            file.Delete();
            DirectoryInfo folder = file.Directory!;
            if (!folder.EnumerateFileSystemInfos().Any())
            {
                folder.Delete();
            }

            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process removed it or is reading it.
            return 0;
        }
    }
}
