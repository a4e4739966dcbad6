using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>Everyone who was ever in the model, one row a person in parallel columns; rows are never reused.</summary>
/// <remarks>Skills are technical, marketing, operations, finance; 1 is the frontier of an ordinary firm.</remarks>
public sealed class People
{
    /// <summary>Calendar entry of someone to whom nothing more will happen.</summary>
    public const short Never = short.MaxValue;

    /// <summary>Rung of someone whose founding hazard has not been bounded yet.</summary>
    public const byte NoRung = byte.MaxValue;

    public int Count;

    /// <summary>Identity: all luck of the person is keyed by it.</summary>
    public ulong[] Key = [];

    /// <summary>Four skills as of <see cref="SkillMonth"/>.</summary>
    public Vector128<float>[] Skill = [];

    /// <summary>Month to which the skills were last brought forward.</summary>
    public short[] SkillMonth = [];

    /// <summary>Innate speed of learning, mean 1; it never changes.</summary>
    public float[] Ability = [];

    /// <summary>Liquid wealth, million RMB, without what has vested since <see cref="VestMonth"/>.</summary>
    public double[] Wealth = [];

    /// <summary>Vested anchor shares that could not be sold yet, million RMB at grant value.</summary>
    public float[] Equity = [];

    /// <summary>Month to which vesting was last banked.</summary>
    public short[] VestMonth = [];

    /// <summary>Organisation of the present or, for the unemployed, none (−1).</summary>
    public int[] Employer = [];

    public int[] Team = [];
    public int[] LastTeam = [];
    public int[] LastEmployer = [];

    /// <summary>Month in which the present spell (job or search) began.</summary>
    public short[] SpellStart = [];

    /// <summary>Length of the last job, months.</summary>
    public short[] LastTenure = [];

    /// <summary>Month in which the last job ended.</summary>
    public short[] LastEnd = [];

    /// <summary>Month in which the person joined the model's population.</summary>
    public short[] Entered = [];

    /// <summary>Months at anchors in finished spells.</summary>
    public short[] AnchorMonths = [];

    /// <summary>Months in the last sector by finished spells, and those of them at anchors.</summary>
    public short[] SectorMonths = [];

    public short[] AnchorSectorMonths = [];

    /// <summary>Next month in which a separation or an end of search may happen.</summary>
    public short[] SeparationDue = [];

    /// <summary>Next month in which a founding may happen.</summary>
    public short[] FoundingDue = [];

    /// <summary>Rung of the ladder that bounds the founding hazard.</summary>
    public byte[] FoundingRung = [];
    public State[] State = [];
    public Role[] Role = [];
    public Division[] Division = [];

    /// <summary>Sector of the last work that had one; 255 for none.</summary>
    public byte[] LastSector = [];

    public byte[] Hub = [];

    /// <summary>Bit per role ever held, bit per division from bit 3.</summary>
    public byte[] RolesHeld = [];

    public Reason[] LeftBecause = [];
    public byte[] Foundings = [];
    public byte[] Successes = [];

    /// <summary>Neighbours in the list of a start-up's staff.</summary>
    public int[] NextColleague = [];

    public int[] PreviousColleague = [];

    public People(int capacity) => Resize(capacity);

    public int Capacity => Key.Length;

    /// <summary>Bytes that one row takes in all columns.</summary>
    public const int BytesPerPerson = 105;

    /// <summary>Makes room for more rows; called between ticks only.</summary>
    public void Reserve(int rows)
    {
        if (rows > Capacity)
        {
            Resize(Math.Max(rows, Capacity + Capacity / 4));
        }
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref Key, capacity);
        Array.Resize(ref Skill, capacity);
        Array.Resize(ref SkillMonth, capacity);
        Array.Resize(ref Ability, capacity);
        Array.Resize(ref Wealth, capacity);
        Array.Resize(ref Equity, capacity);
        Array.Resize(ref VestMonth, capacity);
        Array.Resize(ref Employer, capacity);
        Array.Resize(ref Team, capacity);
        Array.Resize(ref LastTeam, capacity);
        Array.Resize(ref LastEmployer, capacity);
        Array.Resize(ref SpellStart, capacity);
        Array.Resize(ref LastTenure, capacity);
        Array.Resize(ref LastEnd, capacity);
        Array.Resize(ref Entered, capacity);
        Array.Resize(ref AnchorMonths, capacity);
        Array.Resize(ref SectorMonths, capacity);
        Array.Resize(ref AnchorSectorMonths, capacity);
        Array.Resize(ref SeparationDue, capacity);
        Array.Resize(ref FoundingDue, capacity);
        Array.Resize(ref FoundingRung, capacity);
        Array.Resize(ref State, capacity);
        Array.Resize(ref Role, capacity);
        Array.Resize(ref Division, capacity);
        Array.Resize(ref LastSector, capacity);
        Array.Resize(ref Hub, capacity);
        Array.Resize(ref RolesHeld, capacity);
        Array.Resize(ref LeftBecause, capacity);
        Array.Resize(ref Foundings, capacity);
        Array.Resize(ref Successes, capacity);
        Array.Resize(ref NextColleague, capacity);
        Array.Resize(ref PreviousColleague, capacity);
    }
}
