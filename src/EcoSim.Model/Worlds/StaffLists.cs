namespace EcoSim.Model.Worlds;

/// <summary>Who joined each start-up, the latest first: lists of entries in one common store.</summary>
/// <remarks>
/// Leaving a firm touches no list: an entry of someone who has left stays until the list is next walked. So a move
/// does not wait for the records of colleagues, which lie anywhere in memory.
/// </remarks>
public sealed class StaffLists(int capacity)
{
    private Entry[] _entry = LargePages.Allocate<Entry>(Math.Max(capacity, 4));
    private int _used;
    private int _free = World.None;

    /// <summary>Puts a person at the head of a list.</summary>
    /// <param name="first">Head of the list, −1 when empty; changed.</param>
    /// <param name="person">Who joins.</param>
    /// <param name="month">When.</param>
    public void Add(ref int first, int person, int month)
    {
        int at = _free;
        if (at >= 0)
        {
            _free = _entry[at].Next;
        }
        else
        {
            at = _used++;
            if (at == _entry.Length)
            {
                Array.Resize(ref _entry, at + at / 4);
            }
        }

        _entry[at] = new Entry { Person = person, Joined = (short)month, Next = first };
        first = at;
    }

    /// <summary>Takes the entry at the head off a list; −1 when the list is empty.</summary>
    /// <param name="first">Head of the list; changed.</param>
    /// <param name="joined">Month in which the person joined.</param>
    public int Take(ref int first, out int joined)
    {
        joined = 0;
        if (first < 0)
        {
            return World.None;
        }

        int at = first;
        first = _entry[at].Next;
        _entry[at].Next = _free;
        _free = at;
        joined = _entry[at].Joined;
        return _entry[at].Person;
    }

    /// <summary>A person who joined in a month, and the next entry of the list.</summary>
    private struct Entry
    {
        public int Person;
        public int Next;
        public short Joined;
    }
}
