using System.Runtime.CompilerServices;

namespace EcoSim.Model.Worlds;

/// <summary>Everyone who was ever in the model, one row a person; rows are never reused.</summary>
/// <remarks>
/// The due months are columns of their own, since they are scanned over everyone each month. All else is touched only
/// when something happens to the person, and then mostly together: it is one record on one cache line. What only
/// anchors' staff, founders and the wealthy have is kept apart, for them alone.
/// </remarks>
public sealed class People
{
    /// <summary>Ceiling of someone whose founding hazard has not been bounded yet.</summary>
    public const int NoCeiling = 15;

    /// <summary>Bytes that one row takes.</summary>
    public static readonly int BytesPerPerson = Unsafe.SizeOf<Person>() + 2 * sizeof(byte);

    /// <summary>People whose rows are brought near at once: as many as fit the first-level cache with all they point to.</summary>
    public const int Batch = 128;

    public int Count;

    /// <summary>Calendar mark of the next month in which a separation or an end of search may happen.</summary>
    public byte[] SeparationDue = [];

    /// <summary>Calendar mark of the next month in which a founding may happen.</summary>
    public byte[] FoundingDue = [];

    private readonly Lines<Person> _row;
    private readonly Rows<Estate> _estate;
    private int _touched;

    /// <summary>Room for people, and for those of them who will have an estate.</summary>
    public People(int capacity, int estates)
    {
        _row = new Lines<Person>(capacity);
        _estate = new Rows<Estate>(estates);
        SeparationDue = LargePages.Allocate<byte>(capacity);
        FoundingDue = LargePages.Allocate<byte>(capacity);
    }

    public int Capacity => _row.Capacity;

    public ref Person this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _row[row];
    }

    /// <summary>The estate of a person, opened if there was none.</summary>
    public ref Estate EstateOf(ref Person person)
    {
        if (person.Estate == World.None)
        {
            person.Estate = _estate.Add(default);
        }

        return ref _estate[person.Estate];
    }

    /// <summary>The estate of a person as it is now; an empty one for who has none.</summary>
    public Estate EstateNow(in Person person) => person.Estate == World.None ? default : _estate[person.Estate];

    /// <summary>Liquid wealth, million RMB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double WealthOf(in Person person) => person.Estate == World.None ? 0 : _estate[person.Estate].Wealth;

    /// <summary>Whether a person ever worked at an anchor and left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasLeftAnchor(in Person person) => person.Estate != World.None && _estate[person.Estate].AnchorMonths > 0;

    /// <summary>
    /// Reads a word of each record about to be looked at, and of each estate. These reads do not wait for one another, where the events
    /// themselves would wait for memory person by person.
    /// </summary>
    public void Touch(ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows)
        {
            sum += _row[row].Employer;
        }

        foreach (int row in rows)
        {
            int estate = _row[row].Estate;
            if (estate != World.None)
            {
                sum += _estate[estate].AnchorMonths;
            }
        }

        _touched = sum;
    }

    /// <summary>Makes room for more rows. A run asks for all the room it should need at its start (<see cref="Size"/>); only one that outgrows it moves its rows, in the tick that does.</summary>
    public void Reserve(int rows)
    {
        if (rows > Capacity)
        {
            int capacity = Math.Max(rows, Capacity + Capacity / 4);
            Array.Resize(ref SeparationDue, capacity);
            Array.Resize(ref FoundingDue, capacity);
            _row.Resize(capacity);
        }
    }
}
