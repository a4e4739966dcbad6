using EcoSim.Model.Observation;
using EcoSim.Model;

namespace EcoSim.Experiments.Store;

/// <summary>The series of a replicate as packed words, one observable after the other, every bit kept.</summary>
internal static class SeriesContent
{
    public static byte[] Write(SeriesTable series)
    {
        var words = new ulong[series.Months * series.Columns];
        for (int month = 0; month < series.Months; month++)
        {
            ReadOnlySpan<double> row = series.Row(month);
            for (int column = 0; column < row.Length; column++)
            {
                words[column * series.Months + month] = BitConverter.DoubleToUInt64Bits(row[column]);
            }
        }

        return BytePlanes.Pack(words);
    }

    /// <summary>The first months of a series. Throws <see cref="InvalidDataException"/> when the file does not hold as many as it says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="months">Months in it.</param>
    /// <param name="wanted">Months to read, at most those in it.</param>
    public static SeriesTable Read(byte[] file, int months, int wanted)
    {
        int columns = Observables.All.Count;
        ulong[] words = BytePlanes.Unpack(file, Envelope.HeaderBytes, Envelope.ContentBytes(file.Length), months * columns);
        var series = new SeriesTable(wanted, columns);
        for (int month = 0; month < wanted; month++)
        {
            Span<double> row = series.Row(month);
            for (int column = 0; column < columns; column++)
            {
                row[column] = BitConverter.UInt64BitsToDouble(words[column * months + month]);
            }
        }

        return series;
    }
}
