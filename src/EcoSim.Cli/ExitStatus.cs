namespace EcoSim.Cli;

/// <summary>What the program tells the shell.</summary>
public enum ExitStatus
{
    Done = 0,

    /// <summary>A fault in the program or in the machine under it.</summary>
    Fault = 1,

    /// <summary>An invalid scenario or invalid arguments; nothing was run.</summary>
    Invalid = 2,

    /// <summary>A replicate failed; the others are kept.</summary>
    ReplicateFailed = 3,

    /// <summary>Stopped by the user; finished replicates are kept.</summary>
    Interrupted = 130,
}
