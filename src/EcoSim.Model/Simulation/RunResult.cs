using EcoSim.Model.Observation;

namespace EcoSim.Model;

/// <summary>What one replicate produced.</summary>
/// <param name="Replicate">Number of the replicate, from 0.</param>
/// <param name="Series">Observables, month by month: row t is month t after warm-up, columns as <see cref="Observables.All"/>.</param>
/// <param name="Ledger">Tables of people, firms and money, or empty when no ledger was asked for.</param>
public sealed record RunResult(int Replicate, SeriesTable Series, IReadOnlyList<LedgerTable> Ledger);

/// <summary>Months × observables, row by row.</summary>
public sealed class SeriesTable(int months, int columns)
{
    private readonly double[] _values = new double[months * columns];

    public int Months { get; } = months;
    public int Columns { get; } = columns;

    public Span<double> Row(int month) => _values.AsSpan(month * Columns, Columns);

    public double this[int month, int column] => _values[month * Columns + column];

    /// <summary>One observable over all months.</summary>
    public double[] Column(int column)
    {
        var path = new double[Months];
        for (int month = 0; month < Months; month++)
        {
            path[month] = this[month, column];
        }

        return path;
    }
}
