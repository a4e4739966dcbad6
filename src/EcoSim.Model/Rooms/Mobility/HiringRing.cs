using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Start-ups that hire, on a ring by identity: a seeker goes to the next one clockwise from the seeker's luck.</summary>
/// <remarks>
/// One more firm that hires changes only the choices that fall just before it, so that scenarios keep sharing luck.
/// Identities are spread evenly, so the ring is cut into about as many equal arcs as there are firms and put in order arc by arc.
/// </remarks>
internal sealed class HiringRing
{
    /// <summary>Arcs of the ring at first; it grows with the number of firms.</summary>
    private const int LeastArcs = 64;

    /// <summary>Bits of an identity, of which the upper ones tell its arc.</summary>
    private const int KeyBits = 8 * sizeof(ulong);

    private Place[] _place = new Place[LeastArcs];
    private Place[] _unsorted = new Place[LeastArcs];
    private int[] _arc = new int[LeastArcs + 1];
    private int _count;
    private int _open;
    private int _shift;

    /// <summary>Collects the home start-ups that want staff; returns their vacancies.</summary>
    public int Build(World world)
    {
        _count = 0;
        _open = 0;
        Reserve(world.Living.Count);
        foreach (int f in world.Living)
        {
            ref Staffing staffing = ref world.Staffing[f];
            int vacancies = staffing.Wanted - staffing.Staff;
            if (vacancies > 0 && world.Firms[f].Hub == World.Home)
            {
                _unsorted[_count++] = new Place { Key = world.Firms[f].Key, Firm = f, Team = staffing.Team, Vacancies = vacancies };
                _open += vacancies;
            }
        }

        Sort();
        return _open;
    }

    /// <summary>The firm that takes a seeker with this luck, or none when all places are filled.</summary>
    public int Take(ulong luck, out int team)
    {
        if (_open == 0)
        {
            team = World.None;
            return World.None;
        }

        int at = _arc[luck >> _shift];
        while (at < _count && _place[at].Key < luck)
        {
            at++;
        }

        at = FirstOpen(at == _count ? 0 : at);
        _place[at].Vacancies--;
        _open--;
        team = _place[at].Team;
        return _place[at].Firm;
    }

    /// <summary>The next place with a vacancy; filled ones on the way are told to point there.</summary>
    private int FirstOpen(int from)
    {
        int at = from;
        while (_place[at].Vacancies == 0)
        {
            at = _place[at].Next;
        }

        while (_place[from].Vacancies == 0)
        {
            (from, _place[from].Next) = (_place[from].Next, at);
        }

        return at;
    }

    private void Sort()
    {
        int arcs = _arc.Length - 1;
        Array.Clear(_arc);
        for (int i = 0; i < _count; i++)
        {
            _arc[(int)(_unsorted[i].Key >> _shift) + 1]++;
        }

        for (int i = 0; i < arcs; i++)
        {
            _arc[i + 1] += _arc[i];
        }

        for (int i = 0; i < _count; i++)
        {
            _place[_arc[(int)(_unsorted[i].Key >> _shift)]++] = _unsorted[i];
        }

        // Filling moved each arc's start to the next one's; arcs hold about one place each, so insertion puts them in order.
        for (int i = arcs; i > 0; i--)
        {
            _arc[i] = _arc[i - 1];
        }

        _arc[0] = 0;
        for (int i = 1; i < _count; i++)
        {
            Place place = _place[i];
            int to = i;
            for (; to > 0 && _place[to - 1].Key > place.Key; to--)
            {
                _place[to] = _place[to - 1];
            }

            _place[to] = place;
        }

        for (int i = 0; i < _count; i++)
        {
            _place[i].Next = i + 1 < _count ? i + 1 : 0;
        }
    }

    private void Reserve(int firms)
    {
        int arcs = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(firms, LeastArcs));
        if (arcs >= _arc.Length)
        {
            _place = new Place[arcs];
            _unsorted = new Place[arcs];
            _arc = new int[arcs + 1];
        }

        _shift = KeyBits - System.Numerics.BitOperations.Log2((uint)(_arc.Length - 1));
    }

    /// <summary>A firm on the ring, and where to look on once it is full.</summary>
    private struct Place
    {
        public ulong Key;
        public int Firm;
        public int Team;
        public int Vacancies;
        public int Next;
    }
}
