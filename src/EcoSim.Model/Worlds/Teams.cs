namespace EcoSim.Model.Worlds;

/// <summary>Who worked with whom: each team remembers its latest members and when any of them founded a firm.</summary>
public sealed class Teams(int capacity)
{
    /// <summary>Members remembered per team; an older one is forgotten when the team is full.</summary>
    public const int Remembered = 12;

    /// <summary>Foundings remembered per team.</summary>
    private const int FoundingsRemembered = 4;

    /// <summary>Members who wait to be enrolled at most.</summary>
    private const int Batch = 128;

    private readonly (int Team, int Person)[] _joining = new (int, int)[Batch];
    private Team[] _team = new Team[capacity];
    private int _waiting;
    private uint _touched;

    public int Count { get; private set; }

    /// <summary>Opens a team and returns its number.</summary>
    public int Open()
    {
        if (Count == _team.Length)
        {
            Array.Resize(ref _team, Count + Count / 4 + 1);
        }

        return Count++;
    }

    /// <summary>Adds a member in place of the longest remembered one.</summary>
    /// <remarks>
    /// Members are kept back until there are many: their teams lie all over memory, and reading a word of each first
    /// lets those reads wait together.
    /// </remarks>
    public void Join(int team, int person)
    {
        if (_waiting == Batch)
        {
            Enrol();
        }

        _joining[_waiting++] = (team, person);
    }

    private void Enrol()
    {
        uint sum = 0;
        foreach ((int team, _) in _joining.AsSpan(0, _waiting))
        {
            ref Team row = ref _team[team];
            sum += row.Joined + (uint)row.Members[0];
        }

        _touched = sum;
        foreach ((int team, int person) in _joining.AsSpan(0, _waiting))
        {
            ref Team row = ref _team[team];
            row.Members[(int)(row.Joined % Remembered)] = person;
            row.Joined++;
        }

        _waiting = 0;
    }

    /// <summary>Remembered members.</summary>
    public ReadOnlySpan<int> Members(int team)
    {
        if (_waiting > 0)
        {
            Enrol();
        }

        ref Team row = ref _team[team];
        return ((ReadOnlySpan<int>)row.Members)[..(int)Math.Min(row.Joined, Remembered)];
    }

    /// <summary>Notes that a present or former member founded a firm.</summary>
    public void NoteFounding(int team, int month)
    {
        ref Team row = ref _team[team];
        row.Founded[row.FoundingCount % FoundingsRemembered] = (short)month;
        row.FoundingCount++;
    }

    /// <summary>Foundings noted in the months from <paramref name="from"/> to before <paramref name="to"/>, as far as remembered.</summary>
    public int FoundingCount(int team, int from, int to)
    {
        ref Team row = ref _team[team];
        int count = 0;
        for (int i = 0; i < Math.Min((int)row.FoundingCount, FoundingsRemembered); i++)
        {
            count += row.Founded[i] >= from && row.Founded[i] < to ? 1 : 0;
        }

        return count;
    }

    private struct Team
    {
        public Persons Members;
        public uint Joined;
        public ushort FoundingCount;
        public Months Founded;
    }

    [System.Runtime.CompilerServices.InlineArray(Remembered)]
    private struct Persons
    {
        private int _person;
    }

    [System.Runtime.CompilerServices.InlineArray(FoundingsRemembered)]
    private struct Months
    {
        private short _month;
    }
}
