namespace EcoSim.Experiments.Results;

/// <summary>Says why something could not be written, and what to do: a full disk wants room, a folder that may not be written another one.</summary>
public static class WriteFault
{
    /// <summary>Numbers by which systems tell that no room is left: ENOSPC and EDQUOT, and those of Windows for a full disk.</summary>
    private static readonly int[] NoRoom = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Cause and remedy as a sentence.</summary>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="option">The option that names another folder.</param>
    public static string Of(string folder, Exception error, string option) => IsFull(error)
        ? $"no room is left on the disk of '{folder}'; make room, or name another folder with {option}."
        : $"the folder '{folder}' is not writable{Detail(error)}; allow writing to it, or name another folder with {option}.";

    /// <summary>An exception that ends the command: bad input where the folder is not writable, a fault where the disk is full.</summary>
    /// <param name="what">What cannot be written, up to the colon.</param>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="option">The option that names another folder.</param>
    /// <param name="kept">What became of the rest, a sentence.</param>
    public static Exception Ending(string what, string folder, Exception error, string option, string kept)
    {
        string message = $"{what}: {Of(folder, error, option)} {kept}";
        return IsFull(error) ? new IOException(message, error) : new RefusedException(message);
    }

    /// <summary>Where a folder cannot even be made, systems say only that it is not there.</summary>
    private static string Detail(Exception error) => error is FileNotFoundException or DirectoryNotFoundException ? "" : $" ({error.Message.TrimEnd('.')})";

    private static bool IsFull(Exception error) => error is IOException && NoRoom.Contains(error.HResult);
}
