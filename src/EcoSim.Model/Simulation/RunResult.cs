using EcoSim.Model.Observation;

namespace EcoSim.Model;

/// <summary>What one replicate produced.</summary>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="Series">Observables, month by month: row t is month t after warm-up, columns as <see cref="Observables.All"/>.</param>
/// <param name="Ledger">Tables of people, firms and money, or empty when no ledger was asked for.</param>
public sealed record RunResult(int Replicate, SeriesTable Series, IReadOnlyList<LedgerTable> Ledger);

/// <summary>Months × observables, row by row. A derived table may fetch its numbers from elsewhere each time it is asked.</summary>
public class SeriesTable
{
    private readonly double[] _values;

    /// <summary>A table of zeros.</summary>
    public SeriesTable(int months, int columns)
        : this(months, columns, new double[months * columns])
    {
    }

    /// <summary>A table over numbers that are there already, row by row; none where a derived table has them elsewhere.</summary>
    protected SeriesTable(int months, int columns, double[] values)
    {
        Months = months;
        Columns = columns;
        _values = values;
    }

    public int Months { get; }
    public int Columns { get; }

    /// <summary>One month of all observables, to be read or filled.</summary>
    public virtual Span<double> Row(int month) => _values.AsSpan(month * Columns, Columns);

    public virtual double this[int month, int column] => _values[month * Columns + column];

    /// <summary>One observable over all months.</summary>
    public virtual double[] Column(int column)
    {
        var path = new double[Months];
        for (int month = 0; month < Months; month++)
        {
            path[month] = this[month, column];
        }

        return path;
    }

    /// <summary>The table with its numbers in memory, for who reads it row by row.</summary>
    public virtual SeriesTable InMemory() => this;
}
