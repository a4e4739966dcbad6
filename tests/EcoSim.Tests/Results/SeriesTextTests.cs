using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Results;

public sealed class SeriesTextTests
{
    [Fact]
    public void What_was_written_is_read_back_bit_for_bit()
    {
        using var root = new TemporaryFolder();
        RunResult[] written = [Run(0, 0.1), Run(3, -1e-300)];
        using (FileStream file = File.Create(root["series.csv"]))
        {
            SeriesCsv.Write(file, written, new CalendarMonth(2005, 1));
        }

        IReadOnlyList<RunResult> read = SeriesText.Read(root["series.csv"], months: 4);
        Assert.Equal([0, 3], read.Select(run => run.Replicate));
        foreach ((RunResult one, RunResult other) in written.Zip(read))
        {
            Assert.All(Enumerable.Range(0, 4), month => Assert.Equal(one.Series.Row(month), other.Series.Row(month)));
        }
    }

    [Theory]
    [InlineData(3, "not month 0 of replicate 3")]
    [InlineData(5, "ends before the replicate does")]
    public void Another_number_of_months_is_damage(int months, string why)
    {
        using var root = new TemporaryFolder();
        using (FileStream file = File.Create(root["series.csv"]))
        {
            SeriesCsv.Write(file, [Run(3, 1)], new CalendarMonth(2005, 1));
        }

        string message = Assert.Throws<RefusedException>(() => SeriesText.Read(root["series.csv"], months)).Message;
        Assert.Contains(why, message);
        Assert.Contains("series.csv", message);
    }

    /// <summary>Awkward numbers, and missing ones in the first, a middle and the last column.</summary>
    private static RunResult Run(int replicate, double factor)
    {
        var series = new SeriesTable(4, Observables.All.Count);
        for (int month = 0; month < 4; month++)
        {
            Span<double> row = series.Row(month);
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = factor * Math.Sqrt(column * 7 + month) / 3;
            }

            row[month * (row.Length - 1) / 3] = double.NaN;
        }

        return new RunResult(replicate, series, []);
    }
}
