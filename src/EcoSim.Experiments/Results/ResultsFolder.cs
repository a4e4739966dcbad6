namespace EcoSim.Experiments.Results;

/// <summary>
/// One folder of results, held exclusively while it is written. What appears in it appears as a whole: files are
/// written into a hidden sibling which then takes its place.
/// </summary>
public sealed class ResultsFolder : IDisposable
{
    private readonly FileStream _hold;
    private readonly string _staging;
    private readonly string _replaced;

    private ResultsFolder(string path, FileStream hold, string hiddenPrefix)
    {
        Path = path;
        _hold = hold;
        _staging = hiddenPrefix + ".partial";
        _replaced = hiddenPrefix + ".replaced";
        Scratch = hiddenPrefix + ".scratch";
    }

    public string Path { get; }

    /// <summary>Path of a hidden file beside the folder, for who holds it to use.</summary>
    public string Scratch { get; }

    /// <summary>The manifest that is there, or null.</summary>
    public Manifest? Existing => ManifestText.Read(System.IO.Path.Combine(Path, Manifest.FileName));

    /// <summary>The manifest of the result that the last <see cref="Replace"/> took the place of; null when there was none.</summary>
    public Manifest? Former { get; private set; }

    /// <summary>
    /// Takes hold of <c>out/name</c>. Throws <see cref="RefusedException"/> when it may not be written, is being
    /// written by another process, or holds something that is not a result, and <see cref="IOException"/> when writing fails.
    /// </summary>
    public static ResultsFolder Open(string outFolder, string name)
    {
        string path = System.IO.Path.Combine(outFolder, name);
        string hidden = System.IO.Path.Combine(outFolder, "." + name);
        FileStream hold = Hold(outFolder, hidden + ".lock", path);
        var folder = new ResultsFolder(path, hold, hidden);
        try
        {
            folder.Recover();
            folder.RefuseForeign();
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            folder.Dispose();
            throw new RefusedException($"'{path}' cannot be used: {error.Message} Choose another folder with --out.");
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Throws <see cref="RefusedException"/> naming the first file of the result there that is missing or damaged.</summary>
    public void RequireWhole()
    {
        foreach ((string name, long bytes) in Existing?.Files ?? [])
        {
            string path = System.IO.Path.Combine(Path, name);
            var found = new FileInfo(path);
            if (!found.Exists || found.Length != bytes)
            {
                string what = found.Exists ? $"is damaged: found {found.Length} bytes where {Manifest.FileName} says {bytes}" : $"is missing, though {Manifest.FileName} lists it";
                throw new RefusedException($"'{path}' {what}. Nothing was changed. Write the result anew with --force, or choose another folder with --out.");
            }
        }
    }

    /// <summary>Replaces the whole folder by what <paramref name="fill"/> writes into an empty one.</summary>
    public void Replace(Action<string> fill)
    {
        Stage(fill);
        Former = Existing;
        if (Directory.Exists(Path))
        {
            // Two renames: if the process dies between them, the next one finds the old result and puts it back.
            Directory.Move(Path, _replaced);
        }

        Directory.Move(_staging, Path);
        Delete(_replaced);
    }

    /// <summary>Adds or replaces one sub-folder, again as a whole.</summary>
    public void Attach(string subfolder, Action<string> fill)
    {
        Stage(fill);
        string target = System.IO.Path.Combine(Path, subfolder);
        Delete(target);
        Directory.Move(_staging, target);
    }

    public void Dispose() => _hold.Dispose();

    private static FileStream Hold(string outFolder, string lockFile, string path)
    {
        try
        {
            Directory.CreateDirectory(outFolder);
            return new FileStream(
                lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(lockFile))
        {
            throw new RefusedException($"'{path}' is being written by another run. Wait for it, or choose another folder with --out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Ending("Results cannot be written", outFolder, error, "--out", file: lockFile);
        }
    }

    private void Stage(Action<string> fill)
    {
        Delete(_staging);
        try
        {
            Directory.CreateDirectory(_staging);
            fill(_staging);
            FlushToDisk(_staging);
        }
        catch
        {
            Delete(_staging);
            throw;
        }
    }

    /// <summary>Clears what a killed process left behind.</summary>
    private void Recover()
    {
        Delete(_staging);
        if (Directory.Exists(_replaced) && !Directory.Exists(Path))
        {
            Directory.Move(_replaced, Path);
        }

        Delete(_replaced);
    }

    private void RefuseForeign()
    {
        if (File.Exists(Path))
        {
            throw new RefusedException($"'{Path}' is a file, not a folder of results. Move it away, or choose another folder with --out.");
        }

        bool foreign = Directory.Exists(Path)
            && Directory.EnumerateFileSystemEntries(Path).Any()
            && Existing is null;
        if (foreign)
        {
            string manifest = System.IO.Path.Combine(Path, Manifest.FileName);
            string what = File.Exists(manifest)
                ? $"'{manifest}' is damaged or not of this program, so '{Path}' is left alone."
                : $"'{Path}' holds files but no {Manifest.FileName} of this program, so it is left alone.";
            throw new RefusedException($"{what} Move it away, or choose another folder with --out.");
        }
    }

    /// <summary>Content must reach the disk before the rename that makes it visible.</summary>
    private static void FlushToDisk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
            stream.Flush(flushToDisk: true);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
