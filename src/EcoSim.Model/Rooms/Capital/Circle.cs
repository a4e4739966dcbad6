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

    private readonly List<(ulong At, int Who)> _arriving = [];
    private (ulong At, int Who)[] _ring = [];
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
    }

    /// <summary>Who is next on the circle after a point; somebody must be there.</summary>
    public int Next(ulong point)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _ring[middle].At < point ? (middle + 1, high) : (low, middle);
        }

        return _ring[low == _count ? 0 : low].Who;
    }
}
