using System.Numerics;
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

        // Merged from the end, so that nothing is overwritten before it has moved.
        int old = _count - 1;
        int fresh = _arriving.Count - 1;
        for (int place = total - 1; fresh >= 0; place--)
        {
            _ring[place] = old >= 0 && _ring[old].At > _arriving[fresh].At ? _ring[old--] : _arriving[fresh--];
        }

        _count = total;
        _arriving.Clear();
        CutArcs();
    }

    private void CutArcs()
    {
        int arcs = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(_count, 2));
        if (_firstOfArc.Length < arcs)
        {
            _firstOfArc = new int[2 * arcs];
        }

        _shift = PlaceBits - BitOperations.Log2((uint)arcs);
        int place = 0;
        for (int arc = 0; arc < arcs; arc++)
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
