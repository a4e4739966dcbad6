namespace EcoSim.Model.Worlds;

/// <summary>
/// Where a person stands on the lowest rung of a ladder: a chain of exponential gaps from the day of entry. The chain is
/// a function of the person alone and moves on whatever happens to them, so it is luck remembered, not luck spent.
/// </summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 2)]
public struct Chain
{
    /// <summary>Time of the candidate that is next or was last, months since the start.</summary>
    public float Time;

    /// <summary>Candidates so far; the height of the last is found again from this number.</summary>
    public ushort Index;
}
