using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>One start-up, from founding to long after its end: who it is, its cap table, its history. Rows are never reused.</summary>
/// <remarks>What changes every month while it lives is in <see cref="Concerns"/>, who works there in <see cref="Staffing"/>. In memory order: what investors look at fills the first 64 bytes.</remarks>
public struct Firm
{
    /// <summary>Identity, taken from the founder and the founder's occasion.</summary>
    public ulong Key;

    /// <summary>Place in <see cref="Concerns"/>, −1 once it has ended.</summary>
    public int Place;

    /// <summary>Row of the niche it works for.</summary>
    public int Niche;
    /// <summary>Hub it was founded in.</summary>
    public byte Hub;
    /// <summary>Sector.</summary>
    public Sector Sector;
    /// <summary>Alive, or how it ended.</summary>
    public FirmStatus Status;
    /// <summary>Stage of the last round.</summary>
    public Stage Stage;
    /// <summary>Number of founders, 1-4.</summary>
    public byte FounderCount;

    /// <summary>Steps of the ladder done; equal to the length of the ladder once on the market.</summary>
    public byte Step;
    /// <summary>Anchor with a strategic stake, −1 for none.</summary>
    public sbyte StrategicAnchor;

    /// <summary>Firms between this one and an anchor: 1 for an anchor's own spin-out, 0 without an anchor among the ancestors.</summary>
    public byte Generation;

    /// <summary>Anchor that the parent line leads to, −1 for none.</summary>
    public sbyte AnchorLine;

    /// <summary>True when a founder ever worked at an anchor.</summary>
    public bool HasAlumni;
    /// <summary>Where its first founder came from.</summary>
    public Origin Origin;
    /// <summary>Month of founding.</summary>
    public short Founded;
    /// <summary>Month of its end, −1 while it lives.</summary>
    public short Ended;
    /// <summary>Month in which it became a dragon, −1 for never.</summary>
    public short DragonMonth;
    /// <summary>Rounds closed.</summary>
    public short Rounds;

    /// <summary>CES worth of the founders' skills.</summary>
    public double TeamWorth;

    /// <summary>Sum of backers' opinions, each weighted by its precision.</summary>
    public double SignalSum;
    /// <summary>Precision of backers' opinions together.</summary>
    public double SignalPrecision;

    /// <summary>Organisation that the first founder came from, −1 for none.</summary>
    public int Parent;

    /// <summary>Rows of up to four founders.</summary>
    public Founders Founders;

    /// <summary>Best skill per dimension over the founders.</summary>
    public Vector128<float> TeamSkill;

    /// <summary>Mean of the founders' skills at founding, for the series.</summary>
    public Vector128<float> FounderSkill;
    /// <summary>Weakest over best skill in the founders' mean, 0-1.</summary>
    public float FounderBalance;

    /// <summary>Row of the latest holding of this firm, −1 for none; holdings link back.</summary>
    public int LastHolding;

    /// <summary>Value after the last round, million RMB.</summary>
    public double PostMoney;

    /// <summary>What is left of a share issued at founding after all rounds, 0-1.</summary>
    public double Dilution;

    /// <summary>Share still with founders and staff; rounds shrink it.</summary>
    public double FounderShare;
    /// <summary>Raised in all rounds, million RMB.</summary>
    public double Raised;

    /// <summary>Quality given up by using ready-made services.</summary>
    public double ServiceGap;
    /// <summary>Paid to holders at its end or listing, million RMB.</summary>
    public double ExitValue;
    /// <summary>Who bought it, −1 for nobody.</summary>
    public int Acquirer;

    /// <summary>Where it stood at founding and, once it has ended, at the end; see <see cref="World.StandingOf"/> for now.</summary>
    public Standing Standing;

    /// <summary>Whether it still works, listed or not.</summary>
    public readonly bool Alive => Status is FirmStatus.Operating or FirmStatus.Public;
}

/// <summary>Who works at a start-up; apart from <see cref="Firm"/>, since people come and go while all else stands still.</summary>
public struct Staffing
{
    /// <summary>Everyone working there, founders included.</summary>
    public int Staff;

    /// <summary>Staff wanted now.</summary>
    public int Wanted;
    /// <summary>Team of its people.</summary>
    public int Team;

    /// <summary>First page of the list of those who joined, −1 when empty; home hub only.</summary>
    public int FirstStaff;
}

/// <summary>Up to four founders.</summary>
[System.Runtime.CompilerServices.InlineArray(Most)]
public struct Founders
{
    /// <summary>Founders of a firm at most.</summary>
    public const int Most = 4;
    private int _person;
}
