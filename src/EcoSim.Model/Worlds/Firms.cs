namespace EcoSim.Model.Worlds;

/// <summary>All start-ups by row, which is never reused; the living ones lie side by side in memory, in order of founding.</summary>
/// <remarks>The living are gone through several times a month, so that what lies between them would have to be read as well.</remarks>
public sealed class Firms(int capacity)
{
    /// <summary>Where a row lies: a place among the living, or the complement of one among the ended.</summary>
    private int[] _place = new int[Math.Max(capacity, Fewest)];
    private Firm[] _living = new Firm[Math.Max(capacity / 2, Fewest)];
    private Firm[] _spare = [];
    private Firm[] _ended = new Firm[Math.Max(capacity, Fewest)];
    private int _used;
    private int _endedCount;

    private const int Fewest = 4;

    private const int Kinds = 4;

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
    }

    /// <summary>Moves the living together, those of a kind side by side: home before rivals, before the market and on it.</summary>
    public void Tidy()
    {
        Span<int> start = stackalloc int[Kinds + 1];
        foreach (ref Firm firm in Living)
        {
            start[KindOf(firm) + 1]++;
        }

        for (int kind = 0; kind < Kinds; kind++)
        {
            start[kind + 1] += start[kind];
        }

        int used = start[Kinds];
        Firm[] tidy = _spare.Length == _living.Length ? _spare : new Firm[_living.Length];
        foreach (ref Firm firm in Living)
        {
            int place = start[KindOf(firm)]++;
            tidy[place] = firm;
            _place[firm.Row] = place;
        }

        (_living, _spare) = (tidy, _living);
        _used = used;
    }

    private static int KindOf(in Firm firm) => (firm.Hub == World.Home ? 0 : 2) + (firm.Appeal > 0 ? 1 : 0);

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
