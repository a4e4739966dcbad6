using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>One person, on one cache line. Skills are technical, marketing, operations, finance; 1 is the frontier of an ordinary firm.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Person
{
    /// <summary>Units of ability in one: fine enough that no one can tell, and small enough for 16 bits.</summary>
    private const float AbilityUnits = 4096;

    // Two small numbers share a byte: one in its lower half, one in its upper.
    private const int Half = 4;
    private const int Low = (1 << Half) - 1;

    /// <summary>Identity: all luck of the person is keyed by it.</summary>
    public ulong Key;

    /// <summary>Present organisation, −1 for someone without a job.</summary>
    public int Employer;

    /// <summary>Present team, −1 for none.</summary>
    public int Team;

    /// <summary>Team before the present one, −1 for none; its employer is the last one for who has no other.</summary>
    public int LastTeam;

    /// <summary>Row of the estate, −1 for none.</summary>
    public int Estate;

    // Four numbers and not a vector, which would be laid out on multiples of its own size and leave gaps.
    private float _technical;
    private float _marketing;
    private float _operations;
    private float _finance;

    /// <summary>Where the person stands on the ladder that ends the present spell.</summary>
    public Chain Ending;

    /// <summary>Where the person stands on the ladder of foundings.</summary>
    public Chain Founding;

    /// <summary>Month in which the present spell (job or search) began.</summary>
    public short SpellStart;

    /// <summary>Month to which the skills were last brought forward.</summary>
    public short SkillMonth;

    /// <summary>Length of the last job, months.</summary>
    public short LastTenure;

    /// <summary>Month in which the last job ended.</summary>
    public short LastEnd;

    /// <summary>Months in the last sector by finished spells.</summary>
    public short SectorMonths;

    private ushort _ability;
    private byte _last;
    private byte _place;
    private byte _job;

    /// <summary>Bit per role ever held, then bit per division.</summary>
    public byte RolesHeld;

    /// <summary>What the person does.</summary>
    public State State
    {
        readonly get => (State)(_place & Low);
        set => _place = (byte)(_place & ~Low | (int)value);
    }

    /// <summary>Where the person lives.</summary>
    public byte Hub
    {
        readonly get => (byte)(_place >> Half);
        set => _place = (byte)(value << Half | _place & Low);
    }

    /// <summary>Division × roles + role: the row in what a workplace teaches.</summary>
    public int Job
    {
        readonly get => _job & Low;
        private set => _job = (byte)(_job & ~Low | value);
    }

    /// <summary>Number of the ceiling that the founding hazard stays below; <see cref="People.NoCeiling"/> before it has been bounded.</summary>
    public int FoundingCeiling
    {
        readonly get => _job >> Half;
        set => _job = (byte)(value << Half | _job & Low);
    }

    /// <summary>Innate speed of learning, mean 1; it never changes.</summary>
    public float Ability
    {
        readonly get => _ability * (1 / AbilityUnits);
        set => _ability = (ushort)Math.Clamp(value * AbilityUnits + 0.5f, 1, ushort.MaxValue);
    }

    /// <summary>Part of an anchor where the person works, <see cref="Division.None"/> elsewhere.</summary>
    public readonly Division Division => (Division)(Job / Count.Roles);

    /// <summary>Trade.</summary>
    public readonly Role Role => (Role)(Job % Count.Roles);

    /// <summary>Sector of the last work that had one; <see cref="Careers.NoSector"/> for none.</summary>
    public byte LastSector
    {
        readonly get => (byte)(_last >> Half);
        set => _last = (byte)(value << Half | _last & Low);
    }

    /// <summary>Why the last spell ended.</summary>
    public Reason LeftBecause
    {
        readonly get => (Reason)(_last & Low);
        set => _last = (byte)(_last & ~Low | (int)value);
    }

    /// <summary>Skills as of <see cref="SkillMonth"/>.</summary>
    public Vector128<float> Skill
    {
        readonly get => Vector128.Create(_technical, _marketing, _operations, _finance);
        set
        {
            _technical = value[0];
            _marketing = value[1];
            _operations = value[2];
            _finance = value[3];
        }
    }

    /// <summary>Gives the person a trade and a part of the employer, and remembers that they were held.</summary>
    public void TakeUp(Division division, Role role)
    {
        Job = (int)division * Count.Roles + (int)role;
        RolesHeld |= (byte)(1 << (int)role | (division == Division.None ? 0 : 1 << (Count.Roles - 1 + (int)division)));
    }
}

/// <summary>What only those have who worked at an anchor, founded a firm or came to money.</summary>
public struct Estate
{
    /// <summary>Liquid wealth, million RMB, without what has vested since <see cref="VestMonth"/>.</summary>
    public double Wealth;

    /// <summary>Vested anchor shares that could not be sold yet, million RMB at grant value.</summary>
    public float Equity;

    /// <summary>Month to which vesting was last banked.</summary>
    public short VestMonth;

    /// <summary>Months at anchors in finished spells.</summary>
    public short AnchorMonths;

    /// <summary>Months at anchors in the last sector.</summary>
    public short AnchorSectorMonths;
    /// <summary>Firms founded.</summary>
    public byte Foundings;
    /// <summary>Firms founded that were sold or listed.</summary>
    public byte Successes;
}
