using System.Runtime.CompilerServices;

namespace EcoSim.Model.Worlds;

/// <summary>Who joined each start-up, the latest first: lists of pages in one common store.</summary>
/// <remarks>
/// Leaving a firm touches no list: an entry of someone who has left stays until the list is next walked. So a move
/// does not wait for the records of colleagues, which lie anywhere in memory. A page fills one line of memory.
/// </remarks>
public sealed class StaffLists(int capacity)
{
    private Page[] _page = LargePages.Allocate<Page>(Math.Max(capacity / PerPage, 4));
    private int _used;
    private int _free = World.None;

    /// <summary>Entries on a page.</summary>
    private const int PerPage = 9;

    /// <summary>Puts a person at the head of a list.</summary>
    /// <param name="first">First page of the list, −1 when empty; changed.</param>
    /// <param name="person">Who joins.</param>
    /// <param name="month">When.</param>
    public void Add(ref int first, int person, int month)
    {
        if (first < 0 || _page[first].Count == PerPage)
        {
            first = Open(first);
        }

        ref Page page = ref _page[first];
        page.People[page.Count] = person;
        page.Joined[page.Count] = (short)month;
        page.Count++;
    }

    /// <summary>Takes the entry at the head off a list; −1 when the list is empty.</summary>
    /// <param name="first">First page of the list; changed.</param>
    /// <param name="joined">Month in which the person joined.</param>
    public int Take(ref int first, out int joined)
    {
        joined = 0;
        if (first < 0)
        {
            return World.None;
        }

        ref Page page = ref _page[first];
        page.Count--;
        int person = page.People[page.Count];
        joined = page.Joined[page.Count];
        if (page.Count == 0)
        {
            (first, page.Next, _free) = (page.Next, _free, first);
        }

        return person;
    }

    /// <summary>Those on a page, the latest last; nobody on page −1.</summary>
    public ReadOnlySpan<int> On(int page) => page < 0 ? [] : ((ReadOnlySpan<int>)_page[page].People)[.._page[page].Count];

    /// <summary>The page of those who joined before, −1 for none.</summary>
    public int Before(int page) => _page[page].Next;

    private int Open(int next)
    {
        int at = _free;
        if (at >= 0)
        {
            _free = _page[at].Next;
        }
        else
        {
            at = _used++;
            if (at == _page.Length)
            {
                Array.Resize(ref _page, at + at / 2);
            }
        }

        _page[at].Next = next;
        _page[at].Count = 0;
        return at;
    }

    /// <summary>Some who joined, the latest last, and the page of those before them.</summary>
    private struct Page
    {
        public int Next;
        public int Count;
        public Members People;
        public Months Joined;
    }

    [InlineArray(PerPage)]
    private struct Members
    {
        private int _row;
    }

    [InlineArray(PerPage)]
    private struct Months
    {
        private short _month;
    }
}
