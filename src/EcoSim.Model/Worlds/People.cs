using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>Everyone who was ever in the model, one row a person; rows are never reused.</summary>
/// <remarks>
/// Columns hold what is used together, so that an event touches few cache lines of a person; the due months, which are
/// scanned over everyone, stand alone.
/// </remarks>
public sealed class People
{
    /// <summary>Calendar entry of someone to whom nothing more will happen.</summary>
    public const short Never = short.MaxValue;

    /// <summary>Rung of someone whose founding hazard has not been bounded yet.</summary>
    public const byte NoRung = byte.MaxValue;

    /// <summary>Bytes that one row takes in all columns.</summary>
    public const int BytesPerPerson = 8 + 2 + 2 + 4 + 1 + 16 + 28 + 32 + 16 + 8;

    public int Count;

    /// <summary>Identity: all luck of the person is keyed by it.</summary>
    public ulong[] Key = [];

    /// <summary>Next month in which a separation or an end of search may happen.</summary>
    public short[] SeparationDue = [];

    /// <summary>Height of that candidate in the hazard field, 1/month.</summary>
    public float[] SeparationHeight = [];

    /// <summary>Next month in which a founding may happen.</summary>
    public short[] FoundingDue = [];

    /// <summary>Rung of the ladder that bounds the founding hazard.</summary>
    public byte[] FoundingRung = [];

    /// <summary>Present position.</summary>
    public Post[] Post = [];

    /// <summary>Experience so far.</summary>
    public Past[] Past = [];

    /// <summary>Skills and ability.</summary>
    public Mind[] Mind = [];

    /// <summary>Money and shares.</summary>
    public Purse[] Purse = [];

    /// <summary>Neighbours in the list of a start-up's staff.</summary>
    public int[] NextColleague = [];

    public int[] PreviousColleague = [];

    public People(int capacity) => Resize(capacity);

    public int Capacity => Key.Length;

    /// <summary>People whose rows are brought near at once: as many as fit the second-level cache.</summary>
    public const int Batch = 512;

    private int _touched;

    /// <summary>
    /// Reads a word of each column for people about to be looked at. The reads do not wait for one another, where the
    /// events themselves would wait for memory at every column of every person.
    /// </summary>
    public void Touch(ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows)
        {
            sum += Post[row].Employer + Past[row].Employer + Mind[row].Month + Purse[row].VestMonth
                + (int)Key[row] + FoundingRung[row] + FoundingDue[row] + (int)SeparationHeight[row] + SeparationDue[row];
        }

        _touched += sum;
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
        Array.Resize(ref Key, capacity);
        Array.Resize(ref SeparationDue, capacity);
        Array.Resize(ref SeparationHeight, capacity);
        Array.Resize(ref FoundingDue, capacity);
        Array.Resize(ref FoundingRung, capacity);
        Array.Resize(ref Post, capacity);
        Array.Resize(ref Past, capacity);
        Array.Resize(ref Mind, capacity);
        Array.Resize(ref Purse, capacity);
        Array.Resize(ref NextColleague, capacity);
        Array.Resize(ref PreviousColleague, capacity);
    }
}

/// <summary>A person's present position.</summary>
public struct Post
{
    /// <summary>Organisation, −1 for someone without a job.</summary>
    public int Employer;

    public int Team;

    /// <summary>Month in which the present spell (job or search) began.</summary>
    public short SpellStart;

    public State State;
    public byte Hub;
    public Division Division;
    public Role Role;

    /// <summary>Bit per role ever held, then bit per division.</summary>
    public byte RolesHeld;
}

/// <summary>A person's experience.</summary>
public struct Past
{
    /// <summary>Last employer and team, −1 for none.</summary>
    public int Employer;

    public int Team;

    /// <summary>Length of the last job, months, and the month in which it ended.</summary>
    public short Tenure;

    public short End;

    /// <summary>Month in which the person joined the model's population.</summary>
    public short Entered;

    /// <summary>Months at anchors in finished spells.</summary>
    public short AnchorMonths;

    /// <summary>Months in the last sector by finished spells, and those of them at anchors.</summary>
    public short SectorMonths;

    public short AnchorSectorMonths;

    /// <summary>Sector of the last work that had one; <see cref="Careers.NoSector"/> for none.</summary>
    public byte Sector;

    public Reason LeftBecause;
    public byte Foundings;
    public byte Successes;
}

/// <summary>What a person can do. Skills are technical, marketing, operations, finance; 1 is an ordinary firm's frontier.</summary>
public struct Mind
{
    /// <summary>Skills as of <see cref="Month"/>.</summary>
    public Vector128<float> Skill;

    /// <summary>Innate speed of learning, mean 1; it never changes.</summary>
    public float Ability;

    /// <summary>Month to which the skills were last brought forward.</summary>
    public short Month;
}

/// <summary>What a person owns.</summary>
public struct Purse
{
    /// <summary>Liquid wealth, million RMB, without what has vested since <see cref="VestMonth"/>.</summary>
    public double Wealth;

    /// <summary>Vested anchor shares that could not be sold yet, million RMB at grant value.</summary>
    public float Equity;

    /// <summary>Month to which vesting was last banked.</summary>
    public short VestMonth;
}
