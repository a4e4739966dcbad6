using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Start-ups that hire, on a ring by identity: a seeker goes to the next one clockwise from the seeker's luck.</summary>
/// <remarks>
/// Each submarket of labour is a stretch of the identities, closed to a ring of its own.
/// One more firm that hires changes only the choices that fall just before it, so that scenarios keep sharing luck.
/// Identities are spread evenly, so the ring is cut into about as many equal arcs as there are firms and put in order arc by arc.
/// </remarks>
public sealed class HiringRing
{
    /// <summary>Arcs of the ring at first; it grows with the number of firms.</summary>
    private const int LeastArcs = 64;

    /// <summary>Bits of an identity, of which the upper ones tell its arc.</summary>
    private const int KeyBits = 8 * sizeof(ulong);

    private Place[] _place = new Place[LeastArcs];
    private Place[] _unsorted = new Place[LeastArcs];
    private int[] _arc = new int[LeastArcs + 1];
    private Stretch[] _stretch = [];
    private int _count;
    private int _shift;

    /// <summary>Vacancies of a submarket that are still open.</summary>
    public int Vacancies(int submarket) => _stretch[submarket].Open;

    /// <summary>Collects the home start-ups that want staff.</summary>
    public void Build(World world)
    {
        _count = 0;
        Reserve(world.Living.Count);
        Divide(world.Labour.Submarkets.Length);
        foreach (int f in world.Living)
        {
            ref Staffing staffing = ref world.Staffing[f];
            int vacancies = staffing.Wanted - staffing.Staff;
            if (vacancies > 0 && world.Firms[f].Hub == World.Home)
            {
                _unsorted[_count++] = new Place { Key = world.Firms[f].Key, Firm = f, Team = staffing.Team, Vacancies = vacancies };
                _stretch[Submarket.Of(world.Firms[f].Key, _stretch.Length)].Open += vacancies;
            }
        }

        Sort();
        Close();
    }

    /// <summary>The firm that takes a seeker with this luck, or none when all places of the submarket are filled.</summary>
    public int Take(int submarket, ulong luck, out int team)
    {
        ref Stretch stretch = ref _stretch[submarket];
        if (stretch.Open == 0)
        {
            team = World.None;
            return World.None;
        }

        ulong point = stretch.Start + luck / (ulong)_stretch.Length;
        int at = Math.Max(_arc[point >> _shift], stretch.First);
        while (at < stretch.End && _place[at].Key < point)
        {
            at++;
        }

        at = FirstOpen(at < stretch.End ? at : stretch.First);
        _place[at].Vacancies--;
        stretch.Open--;
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
    }

    /// <summary>Finds the places of each stretch, and lets its last one be followed by its first.</summary>
    private void Close()
    {
        int at = 0;
        for (int s = 0; s < _stretch.Length; s++)
        {
            ref Stretch stretch = ref _stretch[s];
            stretch.First = at;
            while (at < _count && Submarket.Of(_place[at].Key, _stretch.Length) == s)
            {
                _place[at].Next = ++at;
            }

            stretch.End = at;
            if (at > stretch.First)
            {
                _place[at - 1].Next = stretch.First;
            }
        }
    }

    /// <summary>Cuts the identities into equal stretches without vacancies.</summary>
    private void Divide(int count)
    {
        if (_stretch.Length != count)
        {
            _stretch = new Stretch[count];
            for (int s = 0; s < count; s++)
            {
                _stretch[s].Start = (ulong)(((UInt128)s << KeyBits) / (ulong)count);
            }
        }

        foreach (ref Stretch stretch in _stretch.AsSpan())
        {
            stretch.Open = 0;
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

    /// <summary>The places of a submarket.</summary>
    private struct Stretch
    {
        /// <summary>Where it begins among the identities.</summary>
        public ulong Start;

        /// <summary>Its first place, and the one after its last.</summary>
        public int First, End;

        /// <summary>Vacancies still open.</summary>
        public int Open;
    }
}
