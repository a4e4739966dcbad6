namespace EcoSim.Experiments.Results;

/// <summary>Says why something could not be written, and what to do: a full disk wants room, a folder that may not be written another one; anything else is told as the system tells it.</summary>
public static class WriteFault
{
    /// <summary>Numbers by which systems tell that no room is left: ENOSPC and EDQUOT, and those of Windows for a full disk.</summary>
    private static readonly int[] NoRoom = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Numbers for a read-only file system and for a path that leads through a file: EROFS and ENOTDIR, and those of Windows for write protection and for a path that is no folder.</summary>
    private static readonly int[] Barred = [30, 20, unchecked((int)0x80070013), unchecked((int)0x8007010B)];

    private enum Cause
    {
        /// <summary>The disk is full.</summary>
        NoRoom,

        /// <summary>The folder is not to be written by this user, or cannot be made.</summary>
        Barred,

        /// <summary>The folder that was named is a file.</summary>
        IsFile,

        /// <summary>Too many open files, a broken disk, a folder where a file should be and the like.</summary>
        Other,
    }

    /// <summary>Cause and remedy as a sentence.</summary>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="option">The option that names another folder.</param>
    /// <param name="file">The file that was to be written; null when that is not known.</param>
    public static string Of(string folder, Exception error, string option, string? file = null) => CauseOf(folder, error, file) switch
    {
        Cause.NoRoom => $"no room is left on the disk of '{folder}'; make room, or name another folder with {option}.",
        Cause.Barred => $"the folder '{folder}' is not writable{Detail(error)}; allow writing to it, or name another folder with {option}.",
        Cause.IsFile => $"'{folder}' is a file; name a folder with {option}.",
        _ => $"the folder '{folder}' cannot be written: {(Directory.Exists(file) ? $"'{file}' is a folder where a file should be" : error.Message.TrimEnd('.'))}; mend that, or name another folder with {option}.",
    };

    /// <summary>An exception that ends the command: bad input where the folder is not one to write to, otherwise a fault.</summary>
    /// <param name="what">What cannot be written, up to the colon.</param>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="option">The option that names another folder.</param>
    /// <param name="kept">What of a long work is kept piece by piece, such as "runs"; null for what is written in one piece.</param>
    /// <param name="file">The file that was to be written; null when that is not known.</param>
    public static Exception Ending(string what, string folder, Exception error, string option, string? kept = null, string? file = null)
    {
        bool refused = CauseOf(folder, error, file) is Cause.Barred or Cause.IsFile;
        string rest = kept is null ? ""
            : refused ? $" In another folder the command begins anew; of {kept} that are kept in this one it goes on as soon as it may write there."
            : $" The {kept} done before are kept: once that is mended the same command goes on from there; in another folder it begins anew.";
        string message = $"{what}: {Of(folder, error, option, file)}{rest}";
        return refused ? new RefusedException(message) : new IOException(message, error);
    }

    /// <summary>What the system said, in this program's words where the disk is full.</summary>
    public static string Said(Exception error) => error is IOException && NoRoom.Contains(error.HResult)
        ? $"No room is left on the disk ({error.Message.TrimEnd('.')}); make room, or name another folder with --out."
        : error.Message;

    private static Cause CauseOf(string folder, Exception error, string? file) =>
        error is IOException && NoRoom.Contains(error.HResult) ? Cause.NoRoom
        : File.Exists(folder) ? Cause.IsFile
        : Directory.Exists(file) ? Cause.Other
        : error is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException || Barred.Contains(error.HResult) ? Cause.Barred
        : Cause.Other;

    /// <summary>Where a folder cannot even be made, systems say only that it is not there.</summary>
    private static string Detail(Exception error) => error is FileNotFoundException or DirectoryNotFoundException ? "" : $" ({error.Message.TrimEnd('.')})";
}
