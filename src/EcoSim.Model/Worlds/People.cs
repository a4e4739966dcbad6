using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>Everyone who was ever in the model, one row a person; rows are never reused.</summary>
/// <remarks>
/// The due months are columns of their own, since they are scanned over everyone each month. All else is touched only
/// when something happens to the person, and then mostly together: it is one record, so that an event waits for memory
/// once and not at every column.
/// </remarks>
public sealed class People
{
    /// <summary>Rung of someone whose founding hazard has not been bounded yet.</summary>
    public const byte NoRung = byte.MaxValue;

    /// <summary>Bytes that one row takes.</summary>
    public static readonly int BytesPerPerson = System.Runtime.CompilerServices.Unsafe.SizeOf<Person>() + 2 * sizeof(byte);

    /// <summary>People whose rows are brought near at once: as many as fit the second-level cache.</summary>
    public const int Batch = 256;

    public int Count;

    /// <summary>Calendar mark of the next month in which a separation or an end of search may happen.</summary>
    public byte[] SeparationDue = [];

    /// <summary>Calendar mark of the next month in which a founding may happen.</summary>
    public byte[] FoundingDue = [];

    private Person[] _row = [];
    private int _touched;

    public People(int capacity) => Resize(capacity);

    public int Capacity => _row.Length;

    public ref Person this[int row] => ref _row[row];

    /// <summary>
    /// Reads a word at either end and in the middle of each record about to be looked at. These reads do not wait for one another, where the events
    /// themselves would wait for memory person by person.
    /// </summary>
    public void Touch(ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows)
        {
            ref Person person = ref _row[row];
            sum += person.Employer + person.SkillMonth + person.Foundings;
        }

        _touched = sum;
    }

    /// <summary>Makes room for more rows; called between ticks.</summary>
    public void Reserve(int rows)
    {
        if (rows > Capacity)
        {
            Resize(Math.Max(rows, Capacity + Capacity / 4));
        }
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref SeparationDue, capacity);
        Array.Resize(ref FoundingDue, capacity);
        Array.Resize(ref _row, capacity);
    }
}

/// <summary>One person. Skills are technical, marketing, operations, finance; 1 is the frontier of an ordinary firm.</summary>
/// <remarks>In memory order: what an ordinary change of job reads and writes fills the first 64 bytes.</remarks>
public struct Person
{
    /// <summary>Identity: all luck of the person is keyed by it.</summary>
    public ulong Key;

    /// <summary>Present organisation, −1 for someone without a job.</summary>
    public int Employer;

    public int Team;

    /// <summary>Last employer and team, −1 for none.</summary>
    public int LastEmployer;

    public int LastTeam;

    /// <summary>Where the person stands on the lowest rung of the ladder of separations.</summary>
    public Chain Leaving;

    /// <summary>Where the person stands on the lowest rung of the ladder of foundings.</summary>
    public Chain Founding;

    /// <summary>Month in which the present spell (job or search) began.</summary>
    public short SpellStart;

    /// <summary>Length of the last job, months, and the month in which it ended.</summary>
    public short LastTenure;

    public short LastEnd;

    /// <summary>Months in the last sector by finished spells, and those of them at anchors.</summary>
    public short SectorMonths;

    public short AnchorSectorMonths;

    /// <summary>Months at anchors in finished spells.</summary>
    public short AnchorMonths;

    /// <summary>Month to which vesting was last banked.</summary>
    public short VestMonth;

    public State State;
    public byte Hub;
    public Division Division;
    public Role Role;

    /// <summary>Bit per role ever held, then bit per division.</summary>
    public byte RolesHeld;

    /// <summary>Sector of the last work that had one; <see cref="Careers.NoSector"/> for none.</summary>
    public byte LastSector;

    public Reason LeftBecause;

    /// <summary>Rung of the ladder that bounds the founding hazard.</summary>
    public byte FoundingRung;

    /// <summary>Month to which the skills were last brought forward.</summary>
    public short SkillMonth;

    /// <summary>Innate speed of learning, mean 1; it never changes.</summary>
    public float Ability;

    // Four numbers and not a vector, which would be laid out on multiples of its own size and leave gaps.
    private float _technical;
    private float _marketing;
    private float _operations;
    private float _finance;

    /// <summary>Vested anchor shares that could not be sold yet, million RMB at grant value.</summary>
    public float Equity;

    /// <summary>Liquid wealth, million RMB, without what has vested since <see cref="VestMonth"/>.</summary>
    public double Wealth;

    /// <summary>Month in which the person joined the model's population.</summary>
    public short Entered;

    public byte Foundings;
    public byte Successes;

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
}
