namespace EcoSim.Model.Worlds;

/// <summary>All start-ups by row, which is never reused; the living ones lie side by side in memory, in order of founding.</summary>
/// <remarks>The living are gone through several times a month, so that what lies between them would have to be read as well.</remarks>
public sealed class Firms(int capacity)
{
    /// <summary>Where a row lies: a place among the living, or the complement of one among the ended.</summary>
    private int[] _place = new int[Math.Max(capacity, Fewest)];
    private Firm[] _living = new Firm[Math.Max(capacity / 2, Fewest)];
    private Firm[] _ended = new Firm[Math.Max(capacity, Fewest)];
    private int _used;
    private int _gaps;
    private int _endedCount;

    private const int Fewest = 4;

    /// <summary>Gaps among the living are closed when they are more than one place in this many.</summary>
    private const int PlacesPerGap = 16;

    /// <summary>Start-ups ever founded.</summary>
    public int Count { get; private set; }

    public ref Firm this[int row]
    {
        get
        {
            int place = _place[row];
            return ref place >= 0 ? ref _living[place] : ref _ended[~place];
        }
    }

    /// <summary>Whether a start-up has not been retired.</summary>
    public bool IsLiving(int row) => _place[row] >= 0;

    /// <summary>Those that have not ended, in order of founding; none may be added while they are gone through.</summary>
    public LivingFirms Living => new(_living.AsSpan(0, _used));

    /// <summary>Adds a start-up and returns its row.</summary>
    public int Add(in Firm firm)
    {
        Grow(ref _place, Count);
        Grow(ref _living, _used);
        _living[_used] = firm;
        _living[_used].Row = Count;
        _place[Count] = _used++;
        return Count++;
    }

    /// <summary>Puts a start-up that has ended among the ended.</summary>
    public void Retire(int row)
    {
        Grow(ref _ended, _endedCount);
        _ended[_endedCount] = _living[_place[row]];
        _place[row] = ~_endedCount++;
        _gaps++;
    }

    /// <summary>Moves the living together once there are many gaps.</summary>
    public void CloseGaps()
    {
        if (_gaps * PlacesPerGap <= _used)
        {
            return;
        }

        int kept = 0;
        for (int i = 0; i < _used; i++)
        {
            if (_living[i].Alive)
            {
                _place[_living[i].Row] = kept;
                _living[kept++] = _living[i];
            }
        }

        _used = kept;
        _gaps = 0;
    }

    private static void Grow<T>(ref T[] rows, int count)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref rows, count + count / 2);
        }
    }
}

/// <summary>The living start-ups, to go through.</summary>
public readonly ref struct LivingFirms(Span<Firm> places)
{
    private readonly Span<Firm> _places = places;

    public Enumerator GetEnumerator() => new(_places);

    /// <summary>Goes from one living start-up to the next.</summary>
    public ref struct Enumerator(Span<Firm> places)
    {
        private readonly Span<Firm> _places = places;
        private int _at = -1;

        public readonly ref Firm Current => ref _places[_at];

        public bool MoveNext()
        {
            do
            {
                _at++;
            }
            while (_at < _places.Length && !_places[_at].Alive);

            return _at < _places.Length;
        }
    }
}
