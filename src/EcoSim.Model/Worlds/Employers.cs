namespace EcoSim.Model.Worlds;

/// <summary>Organisations that employ from the start: anchors, incumbents, and one pool of ordinary firms per rival hub.</summary>
/// <remarks>Numbers: anchors first, then home incumbents, then the rivals' pools. Start-up f has number Count + f.</remarks>
public sealed class Employers(int anchors, int incumbents, int rivals)
{
    public readonly int AnchorCount = anchors;
    public readonly int IncumbentCount = incumbents;
    public readonly int FirstIncumbent = anchors;
    public readonly int FirstPool = anchors + incumbents;
    public readonly int Count = anchors + incumbents + rivals;

    public readonly ulong[] Key = new ulong[anchors + incumbents + rivals];
    public readonly int[] Headcount = new int[anchors + incumbents + rivals];

    /// <summary>Sum of the months in which the present staff joined, for mean tenure.</summary>
    public readonly long[] JoinedSum = new long[anchors + incumbents + rivals];

    /// <summary>First team and number of teams; an anchor's teams are split evenly over its divisions.</summary>
    public readonly int[] FirstTeam = new int[anchors + incumbents + rivals];

    public readonly int[] TeamCount = new int[anchors + incumbents + rivals];

    /// <summary>Technology level of each employer; 1 is an ordinary firm's at the start.</summary>
    public readonly double[] Knowledge = new double[anchors + incumbents + rivals];

    /// <summary>Revenue of the month, million RMB; incumbents only.</summary>
    public readonly double[] Revenue = new double[anchors + incumbents + rivals];

    public readonly Sector[] Sector = new Sector[anchors + incumbents + rivals];

    /// <summary>Maps 12 random bits to an incumbent in proportion to its size.</summary>
    public readonly int[] SizeTable = new int[SizeSlots];

    public const int SizeSlots = 1 << 14;

    public bool IsAnchor(int employer) => (uint)employer < (uint)AnchorCount;

    public bool IsIncumbent(int employer) => employer >= FirstIncumbent && employer < FirstPool;

    public bool IsPool(int employer) => employer >= FirstPool && employer < Count;
}
