using System.Collections;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Store;

/// <summary>The series of a run in a <see cref="RunFile"/>.</summary>
internal sealed class KeptSeries(RunFile file, int place, int months, int columns) : SeriesTable(months, columns, [])
{
    public override double this[int month, int column]
    {
        get
        {
            double value = 0;
            file.Read(place, column, month, new Span<double>(ref value));
            return value;
        }
    }

    public override Span<double> Row(int month) => InMemory().Row(month);

    public override double[] Column(int column)
    {
        var path = new double[Months];
        file.Read(place, column, 0, path);
        return path;
    }

    public override SeriesTable InMemory()
    {
        var series = new SeriesTable(Months, Columns);
        for (int column = 0; column < Columns; column++)
        {
            double[] path = Column(column);
            for (int month = 0; month < Months; month++)
            {
                series.Row(month)[column] = path[month];
            }
        }

        return series;
    }
}

/// <summary>Where a table of a ledger lies in a <see cref="RunFile"/>.</summary>
internal sealed record KeptTable(string Name, IReadOnlyList<LedgerColumn> Columns, int Rows, long Offset);

/// <summary>The ledger of a run in a <see cref="RunFile"/>. A table is made anew each time it is asked for, so that none stays in memory.</summary>
internal sealed class KeptLedger(RunFile file, KeptTable[] tables) : IReadOnlyList<LedgerTable>
{
    public int Count => tables.Length;

    public LedgerTable this[int index] =>
        new(tables[index].Name, tables[index].Columns, tables[index].Rows, () => file.Read(tables[index]));

    public IEnumerator<LedgerTable> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
