namespace EcoSim.Model.Worlds;

/// <summary>Organisations that employ from the start: anchors, incumbents, and one pool of ordinary firms per rival hub.</summary>
/// <remarks>Numbers: anchors first, then home incumbents, then the rivals' pools. Start-up f has number Count + f.</remarks>
public sealed class Employers(int anchors, int incumbents, int rivals)
{
    /// <summary>Anchors; their numbers come first.</summary>
    public readonly int AnchorCount = anchors;
    /// <summary>Ordinary firms of the home hub.</summary>
    public readonly int IncumbentCount = incumbents;
    /// <summary>Number of the first incumbent.</summary>
    public readonly int FirstIncumbent = anchors;
    /// <summary>Number of the first rival hub's pool.</summary>
    public readonly int FirstPool = anchors + incumbents;
    /// <summary>All of them; start-ups' numbers follow.</summary>
    public readonly int Count = anchors + incumbents + rivals;

    /// <summary>Identity of each.</summary>
    public readonly ulong[] Key = new ulong[anchors + incumbents + rivals];
    /// <summary>People who work there.</summary>
    public readonly int[] Headcount = new int[anchors + incumbents + rivals];

    /// <summary>Sum of the months in which the present staff joined, for mean tenure.</summary>
    public readonly long[] JoinedSum = new long[anchors + incumbents + rivals];

    /// <summary>First team and number of teams; an anchor's teams are split evenly over its divisions.</summary>
    public readonly int[] FirstTeam = new int[anchors + incumbents + rivals];

    /// <summary>Number of teams.</summary>
    public readonly int[] TeamCount = new int[anchors + incumbents + rivals];

    /// <summary>Technology level of each employer; 1 is an ordinary firm's at the start.</summary>
    public readonly double[] Knowledge = new double[anchors + incumbents + rivals];

    /// <summary>Revenue of the month, million RMB; incumbents only.</summary>
    public readonly double[] Revenue = new double[anchors + incumbents + rivals];

    /// <summary>Sector of each; of no meaning for anchors and pools.</summary>
    public readonly Sector[] Sector = new Sector[anchors + incumbents + rivals];

    /// <summary>An incumbent per slot, as many slots as its size is in proportion: a slot drawn evenly is a firm drawn by size.</summary>
    public readonly int[] SizeTable = new int[SizeSlots];

    /// <summary>Slots of <see cref="SizeTable"/>.</summary>
    public const int SizeSlots = 1 << 14;

    /// <summary>Whether an organisation is an anchor.</summary>
    public bool IsAnchor(int employer) => (uint)employer < (uint)AnchorCount;

    /// <summary>Whether an organisation is an ordinary firm of the home hub.</summary>
    public bool IsIncumbent(int employer) => employer >= FirstIncumbent && employer < FirstPool;

    /// <summary>Whether an organisation stands for a rival hub's ordinary firms.</summary>
    public bool IsPool(int employer) => employer >= FirstPool && employer < Count;
}
