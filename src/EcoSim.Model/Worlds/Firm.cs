using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>One start-up, from founding to long after its end.</summary>
/// <remarks>In memory order: what is read every month comes first, by who reads it; history comes last.</remarks>
public struct Firm
{
    /// <summary>Identity, taken from the founder and the founder's occasion.</summary>
    public ulong Key;

    /// <summary>Row in <see cref="Firms"/>.</summary>
    public int Row;

    /// <summary>Everyone working there, founders included.</summary>
    public int Staff;

    /// <summary>Staff wanted now.</summary>
    public int WantedStaff;
    public int Niche;
    public byte Hub;
    public Sector Sector;
    public FirmStatus Status;
    public Stage Stage;
    public ComputeMode Compute;

    /// <summary>Steps of the ladder done; equal to the length of the ladder once on the market.</summary>
    public byte Step;
    public byte FounderCount;

    /// <summary>Help from an affiliated or strategic backer: guidance raises routines, reach raises sales.</summary>
    public bool Guided;
    public sbyte StrategicAnchor;

    /// <summary>Milestones done when the last round closed, and number of rounds.</summary>
    public byte StepAtRound;
    public short Rounds;
    public short LastRound;

    /// <summary>First month in which the firm asks for money again after it was turned down.</summary>
    public short NextPitch;
    public short LastStep;
    public short Founded;
    public short DragonMonth;

    /// <summary>Hazard left until the next milestone or innovation, the next event, and an end or listing that is due to no lack of cash.</summary>
    public float WorkClock;
    public float EventClock;
    public float EndClock;
    public double Cash;

    /// <summary>Units of compute wanted this month.</summary>
    public double ComputeNeed;

    /// <summary>Share of wanted compute that came through this month, 0-1.</summary>
    public double Served;

    /// <summary>Paid for compute this month, million RMB.</summary>
    public double MonthlyCost;

    /// <summary>Compute already paid for in own hardware, units a month.</summary>
    public double OwnHardware;

    /// <summary>Compute credit from the state, million RMB.</summary>
    public double Voucher;
    public double ComputeUsed;

    /// <summary>Technology level; 1 is an ordinary incumbent's at the start.</summary>
    public double Knowledge;

    /// <summary>Sales of products a month.</summary>
    public double Revenue;

    /// <summary>exp(taste · quality), kept until the quality changes.</summary>
    public double Appeal;

    /// <summary>Product quality in the market, log scale; moves by research.</summary>
    public double Quality;
    public double Share;

    /// <summary>Weight with buyers this month.</summary>
    public double Weight;

    /// <summary>Operating routines: how well the firm runs; 1 is an ordinary incumbent's.</summary>
    public double Routines;

    /// <summary>Lasting luck with project work, median 1.</summary>
    public double ProjectLuck;

    /// <summary>All sales of the month, project work included, and the smoothed logarithm of sales.</summary>
    public double Sales;
    public double SalesTrend;

    /// <summary>Money going out less money coming in, smoothed over half a year; million RMB a month.</summary>
    public double Burn;
    public double PostMoney;
    public double Valuation;
    public double PeakValuation;

    /// <summary>Smoothed logarithm of sales when the last round closed.</summary>
    public double TrendAtRound;

    /// <summary>Contacts made at events.</summary>
    public double Contacts;

    /// <summary>CES worth of the founders' skills.</summary>
    public double TeamWorth;

    /// <summary>Best skill per dimension over the founders.</summary>
    public Vector128<float> TeamSkill;

    /// <summary>Sum of backers' opinions weighted by precision, and that precision.</summary>
    public double SignalSum;
    public double SignalPrecision;

    /// <summary>Head of the list of those who joined, −1 when empty; home hub only.</summary>
    public int FirstStaff;
    public int Team;
    public Origin Origin;

    /// <summary>Firms between this one and an anchor: 1 for an anchor's own spin-out, 0 without an anchor among the ancestors.</summary>
    public byte Generation;

    /// <summary>Anchor that the parent line leads to, −1 for none.</summary>
    public sbyte AnchorLine;

    /// <summary>True when a founder ever worked at an anchor.</summary>
    public bool HasAlumni;

    /// <summary>Organisation that the first founder came from, −1 for none.</summary>
    public int Parent;

    /// <summary>Rows of up to four founders.</summary>
    public Founders Founders;

    /// <summary>Mean of the founders' skills, for the series.</summary>
    public Vector128<float> FounderSkill;
    public float FounderBalance;
    public short Ended;
    public int Acquirer;

    /// <summary>Quality given up by using ready-made services.</summary>
    public double ServiceGap;
    public double ExitValue;

    /// <summary>What is left of a share issued at founding after all rounds, 0-1.</summary>
    public double Dilution;

    /// <summary>Share still with founders and staff; rounds shrink it.</summary>
    public double FounderShare;
    public double Raised;

    /// <summary>Rows of the latest holding of this firm, −1 for none; holdings link back.</summary>
    public int LastHolding;

    public readonly bool Alive => Status is FirmStatus.Operating or FirmStatus.Public;
}

/// <summary>Up to four founders.</summary>
[System.Runtime.CompilerServices.InlineArray(Most)]
public struct Founders
{
    public const int Most = 4;
    private int _person;
}
