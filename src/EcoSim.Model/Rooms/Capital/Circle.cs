using System.Numerics;
using System.Runtime.InteropServices;
using EcoSim.Model.Randomness;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>
/// Investors around a circle, each at several points that come from its key: whoever is next after a drawn point is met. One investor more
/// or fewer changes only the meetings on its own arcs, so that two scenarios go on sharing their luck (consistent hashing; Karger et al. 1997).
/// </summary>
public sealed class Circle
{
    /// <summary>Points an investor has: the more, the more alike are the chances of being met (their spread is one over the root of it).</summary>
    public const int Points = 8;

    /// <summary>Bits of a place on the circle, of which the upper ones tell its arc.</summary>
    private const int PlaceBits = 8 * sizeof(ulong);

    private readonly List<(ulong At, int Who)> _arriving = [];
    private (ulong At, int Who)[] _ring = [];

    // Keys are spread evenly, so of as many equal arcs as there are points each holds about one: the first of an arc's is looked up, not searched for.
    private int[] _firstOfArc = [];
    private int _arcs;
    private int _shift;
    private int _count;

    /// <summary>Nobody is on the circle.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Adds an investor, who can be met from the next <see cref="Close"/> on.</summary>
    public void Add(ulong key, int who)
    {
        for (int point = 0; point < Points; point++)
        {
            _arriving.Add((Draw.Child(key, (int)Decision.InvestorPool, point), who));
        }
    }

    /// <summary>Puts those who arrived in their places.</summary>
    public void Close()
    {
        if (_arriving.Count == 0)
        {
            return;
        }

        _arriving.Sort();
        int total = _count + _arriving.Count;
        if (_ring.Length < total)
        {
            Array.Resize(ref _ring, 2 * total);
        }

        Insert();
        _count = total;
        if (Arcs(total) == _arcs)
        {
            ShiftArcs();
        }
        else
        {
            CutArcs();
        }

        _arriving.Clear();
    }

    /// <summary>Arcs for this many points.</summary>
    private static int Arcs(int points) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(points, 2));

    /// <summary>Puts those who arrive, in order, between those who are there, from the last on, so that each block moves once.</summary>
    private void Insert()
    {
        int end = _count;
        for (int fresh = _arriving.Count - 1; fresh >= 0; fresh--)
        {
            int place = _count == 0 ? 0 : _firstOfArc[_arriving[fresh].At >> _shift];
            while (place < end && _ring[place].At <= _arriving[fresh].At)
            {
                place++;
            }

            Array.Copy(_ring, place, _ring, place + fresh + 1, end - place);
            _ring[place + fresh] = _arriving[fresh];
            end = place;
        }
    }

    /// <summary>Moves the first place of each arc on by those who arrived before it.</summary>
    private void ShiftArcs()
    {
        for (int fresh = 0; fresh < _arriving.Count; fresh++)
        {
            int first = (int)(_arriving[fresh].At >> _shift) + 1;
            int next = fresh + 1 < _arriving.Count ? (int)(_arriving[fresh + 1].At >> _shift) + 1 : _arcs;
            Add(_firstOfArc.AsSpan(first, next - first), fresh + 1);
        }
    }

    private static void Add(Span<int> numbers, int number)
    {
        Span<Vector<int>> wide = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        foreach (ref Vector<int> some in wide)
        {
            some += new Vector<int>(number);
        }

        foreach (ref int one in numbers[(wide.Length * Vector<int>.Count)..])
        {
            one += number;
        }
    }

    private void CutArcs()
    {
        _arcs = Arcs(_count);
        if (_firstOfArc.Length < _arcs)
        {
            _firstOfArc = new int[2 * _arcs];
        }

        _shift = PlaceBits - BitOperations.Log2((uint)_arcs);
        int place = 0;
        for (int arc = 0; arc < _arcs; arc++)
        {
            while (place < _count && _ring[place].At >> _shift < (ulong)arc)
            {
                place++;
            }

            _firstOfArc[arc] = place;
        }
    }

    /// <summary>Who is next on the circle after a point; somebody must be there.</summary>
    public int Next(ulong point)
    {
        int place = _firstOfArc[point >> _shift];
        while (place < _count && _ring[place].At < point)
        {
            place++;
        }

        return _ring[place == _count ? 0 : place].Who;
    }
}
