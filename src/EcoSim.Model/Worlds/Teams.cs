namespace EcoSim.Model.Worlds;

/// <summary>Who worked with whom: each team remembers its latest members and when any of them founded a firm.</summary>
public sealed class Teams(int capacity)
{
    /// <summary>Members remembered per team; an older one is forgotten when the team is full.</summary>
    public const int Remembered = 16;

    /// <summary>Foundings remembered per team.</summary>
    public const int FoundingsRemembered = 4;

    private const short Long = short.MinValue / 2;

    public int Count;
    private int[] _member = NewMembers(capacity);
    private byte[] _cursor = new byte[capacity];
    private short[] _founded = NewFoundings(capacity);

    /// <summary>Opens a team and returns its number.</summary>
    public int Open() => Count++;

    public void Reserve(int rows)
    {
        int capacity = _cursor.Length;
        if (rows <= capacity)
        {
            return;
        }

        int larger = Math.Max(rows, capacity + capacity / 4);
        Array.Resize(ref _member, larger * Remembered);
        Array.Fill(_member, -1, capacity * Remembered, (larger - capacity) * Remembered);
        Array.Resize(ref _founded, larger * FoundingsRemembered);
        Array.Fill(_founded, Long, capacity * FoundingsRemembered, (larger - capacity) * FoundingsRemembered);
        Array.Resize(ref _cursor, larger);
    }

    /// <summary>Adds a member in place of the longest remembered one.</summary>
    public void Join(int team, int person)
    {
        int slot = _cursor[team];
        _member[team * Remembered + slot] = person;
        _cursor[team] = (byte)((slot + 1) % Remembered);
    }

    /// <summary>Remembered members, −1 for an empty place.</summary>
    public ReadOnlySpan<int> Members(int team) => _member.AsSpan(team * Remembered, Remembered);

    /// <summary>Notes that a present or former member founded a firm.</summary>
    public void NoteFounding(int team, int month)
    {
        Span<short> months = _founded.AsSpan(team * FoundingsRemembered, FoundingsRemembered);
        int oldest = 0;
        for (int i = 1; i < months.Length; i++)
        {
            oldest = months[i] < months[oldest] ? i : oldest;
        }

        months[oldest] = (short)month;
    }

    /// <summary>Foundings noted in the months from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public int FoundingCount(int team, int from, int to)
    {
        int count = 0;
        foreach (short month in _founded.AsSpan(team * FoundingsRemembered, FoundingsRemembered))
        {
            count += month >= from && month < to ? 1 : 0;
        }

        return count;
    }

    private static int[] NewMembers(int capacity)
    {
        var members = new int[capacity * Remembered];
        Array.Fill(members, -1);
        return members;
    }

    private static short[] NewFoundings(int capacity)
    {
        var months = new short[capacity * FoundingsRemembered];
        Array.Fill(months, Long);
        return months;
    }
}
