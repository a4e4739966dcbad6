namespace EcoSim.Model.Worlds;

/// <summary>Who worked with whom: each team remembers its latest members and when any of them founded a firm.</summary>
public sealed class Teams(int capacity)
{
    /// <summary>Members remembered per team; an older one is forgotten when the team is full.</summary>
    public const int Remembered = 12;

    /// <summary>Bytes that one team takes.</summary>
    public const int BytesPerTeam = Lines<Team>.Bytes;

    /// <summary>Foundings remembered per team.</summary>
    private const int FoundingsRemembered = 4;

    /// <summary>Members who wait to be enrolled at most.</summary>
    private const int Batch = 128;

    private readonly (int Team, int Person)[] _joining = new (int, int)[Batch];
    private readonly Lines<Team> _team = new(capacity);
    private int _waiting;
    private int _touched;

    /// <summary>Teams opened so far.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a team of an organisation and returns its number.</summary>
    public int Open(int organisation)
    {
        if (Count == _team.Capacity)
        {
            _team.Resize(Count + Count / 4 + 1);
        }

        _team[Count].Organisation = organisation;
        return Count++;
    }

    /// <summary>The organisation that a team belongs to, −1 for no team.</summary>
    public int OrganisationOf(int team) => team < 0 ? World.None : _team[team].Organisation;

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
        int sum = 0;
        foreach ((int team, _) in _joining.AsSpan(0, _waiting))
        {
            sum += _team[team].Organisation;
        }

        _touched = sum;
        foreach ((int team, int person) in _joining.AsSpan(0, _waiting))
        {
            ref Team row = ref _team[team];
            row.Members[row.Next] = person;
            row.Next = (byte)(row.Next + 1 == Remembered ? 0 : row.Next + 1);
            row.Size += (byte)(row.Size < Remembered ? 1 : 0);
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
        return ((ReadOnlySpan<int>)row.Members)[..row.Size];
    }

    /// <summary>Notes that a present or former member founded a firm.</summary>
    public void NoteFounding(int team, int month)
    {
        ref Team row = ref _team[team];
        row.Founded[row.NextFounding] = (short)(month + 1);
        row.NextFounding = (byte)((row.NextFounding + 1) % FoundingsRemembered);
    }

    /// <summary>Foundings noted in the months from <paramref name="from"/>, at least 0, to before <paramref name="to"/>, as far as remembered.</summary>
    public int FoundingCount(int team, int from, int to)
    {
        ref Team row = ref _team[team];
        int count = 0;
        foreach (short founded in (ReadOnlySpan<short>)row.Founded)
        {
            // Months are noted from 1 on, so that an empty place is no month.
            count += founded > 0 && founded > from && founded <= to ? 1 : 0;
        }

        return count;
    }

    private struct Team
    {
        public Persons Members;
        public int Organisation;
        public Months Founded;
        public byte Next;
        public byte Size;
        public byte NextFounding;
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
