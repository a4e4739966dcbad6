using System.Collections.Concurrent;
using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Experiments.Store;

/// <summary>A folder of replicates, a file each, shared by all commands and by processes that run at the same time.</summary>
/// <remarks>
/// A file is written under another name and then renamed, so that it is there as a whole or not at all, and there is no index that could be
/// damaged. Two processes that keep the same replicate write the same bytes. A file whose checksum is wrong is reported, removed and simulated again.
/// </remarks>
/// <param name="folder">The folder; made when something is kept.</param>
/// <param name="reads">False to simulate everything again and replace what is there.</param>
public sealed class ReplicateStore(string folder, bool reads = true) : IReplicateStore
{
    /// <summary>Digits of the hash that name a folder; the whole hash is inside each file.</summary>
    private const int FolderDigits = 32;

    private readonly ConcurrentQueue<string> _problems = new();
    private int _written;
    private int _failed;

    public string Folder { get; } = folder;

    /// <summary>Replicates kept since the store was opened.</summary>
    public int Written => _written;

    /// <summary>What went wrong so far, a sentence each.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    public RunResult? Find(WantedReplicate wanted)
    {
        if (!reads || Read(StoredKind.Series, wanted, (file, header) => header.Months < wanted.Months ? null : SeriesContent.Read(file, header.Months, wanted.Months)) is not { } series)
        {
            return null;
        }

        if (!wanted.Options.Ledger)
        {
            return new RunResult(wanted.Replicate, series, []);
        }

        // What a ledger says of the end belongs to one end only.
        return Read(StoredKind.Ledger, wanted, (file, header) => header.Months != wanted.Months ? null : LedgerContent.Read(file)) is { } ledger
            ? new RunResult(wanted.Replicate, series, ledger)
            : null;
    }

    public void Keep(WantedReplicate wanted, RunResult run)
    {
        try
        {
            string path = PathOf(StoredKind.Series, wanted);
            var header = new Envelope(StoredKind.Series, wanted.Hash, wanted.Replicate, run.Series.Months, wanted.Options.Check);
            if (!reads || !HoldsMore(path, header))
            {
                Write(path, header.Seal(SeriesContent.Write(run.Series)));
            }

            if (wanted.Options.Ledger)
            {
                Write(PathOf(StoredKind.Ledger, wanted), (header with { Kind = StoredKind.Ledger }).Seal(LedgerContent.Write(run.Ledger)));
            }

            Interlocked.Increment(ref _written);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The result itself is safe in memory; that it cannot be kept is said once.
            if (Interlocked.Exchange(ref _failed, 1) == 0)
            {
                _problems.Enqueue($"Replicates are not kept in the store: {WriteFault.Of(Folder, error, "--store or ECOSIM_STORE", PathOf(StoredKind.Series, wanted))} The next command will simulate them again.");
            }
        }
    }

    /// <summary>Where a replicate lies.</summary>
    internal string PathOf(StoredKind kind, WantedReplicate wanted) => Path.Combine(
        Folder, ProgramVersion.ModelBuild[..8], wanted.Hash[..FolderDigits],
        kind == StoredKind.Series ? $"{wanted.Replicate}.series" : $"{wanted.Replicate}-{wanted.Months}.ledger");

    private T? Read<T>(StoredKind kind, WantedReplicate wanted, Func<byte[], Envelope, T?> content) where T : class
    {
        string path = PathOf(kind, wanted);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            byte[] file = File.ReadAllBytes(path);
            if (Envelope.Open(file, kind, wanted.Hash, wanted.Replicate) is not { } header)
            {
                throw new InvalidDataException("The checksum is wrong.");
            }

            if (wanted.Options.Check && !header.Checked)
            {
                return null;
            }

            T? found = content(file, header);
            if (found is not null)
            {
                StoreBound.MarkUsed(path);
            }

            return found;
        }
        catch (InvalidDataException)
        {
            _problems.Enqueue($"'{path}' is damaged (its checksum does not fit), so it was removed and replicate {wanted.Replicate} is simulated again.");
            StoreBound.Remove(new FileInfo(path));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems.Enqueue($"'{path}' cannot be read ({error.Message}), so replicate {wanted.Replicate} is simulated again.");
            return null;
        }
    }

    /// <summary>True when a file already holds more: a shorter run does not push out a longer one, nor an unverified run a verified one of the same length.</summary>
    private static bool HoldsMore(string path, Envelope one)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[Envelope.HeaderBytes];
        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && Envelope.Peek(start) is { } there
            && (there.Months > one.Months ? there.Checked || !one.Checked : there.Months == one.Months && there.Checked && !one.Checked);
    }

    private static void Write(string path, byte[] content)
    {
        string partial = $"{path}.{Guid.NewGuid():N}{StoreBound.PartialEnding}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            try
            {
                File.WriteAllBytes(partial, content);
            }
            catch (DirectoryNotFoundException)
            {
                // Another process found the folder empty and removed it in between.
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(partial, content);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            // On a full disk the beginning of a file would only take up what little is left.
            File.Delete(partial);
            throw;
        }
    }
}
