using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Tests.Cli;

namespace EcoSim.Tests.Results;

/// <summary>A result as Parquet says the same as one as text.</summary>
public sealed class ParquetTests
{
    [Theory]
    [InlineData("series")]
    [InlineData("exits")]
    public void Parquet_holds_what_the_text_holds(string table)
    {
        using var root = new TemporaryFolder();
        string[] answers = [.. new[] { TableFormat.Csv, TableFormat.Parquet }.Select(format =>
        {
            Write(root, format);
            CommandLineRun run = CommandLineRun.Of("query", root["plain"], $"select * from {table} order by all", "--format", "csv");
            Assert.Equal("", run.Error);
            return run.Output;
        })];
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(1 + (table == "series" ? 5 * 3 : 5 * 2), answers[1].Count(letter => letter == '\n'));
    }

    [Fact]
    public void Series_read_back_as_they_were_missing_values_too()
    {
        using var root = new TemporaryFolder();
        EnsembleResult result = Write(root, TableFormat.Parquet);
        IReadOnlyList<RunResult> read = SeriesParquet.Read(Path.Combine(root["plain"], SeriesParquet.Name), 3);
        Assert.Equal(result.Replicates.Select(run => run.Replicate), read.Select(run => run.Replicate));
        Assert.All(result.Replicates.Zip(read), pair => Assert.Equal(pair.First.Series.Row(1), pair.Second.Series.Row(1)));
        Assert.True(double.IsNaN(read[4].Series[2, 9]));
    }

    [Fact]
    public void The_same_result_has_the_same_bytes_and_a_damaged_one_is_named()
    {
        using TemporaryFolder root = new(), again = new();
        Write(root, TableFormat.Parquet);
        Write(again, TableFormat.Parquet);
        string file = Path.Combine(root["plain"], SeriesParquet.Name);
        byte[] bytes = File.ReadAllBytes(file);
        Assert.Equal(File.ReadAllBytes(Path.Combine(again["plain"], SeriesParquet.Name)), bytes);
        File.WriteAllBytes(file, bytes[..^20]);
        Assert.Contains(file, Assert.Throws<RefusedException>(() => SeriesParquet.Read(file, 3)).Message);
    }

    private static EnsembleResult Write(TemporaryFolder root, TableFormat format)
    {
        var options = new EnsembleOptions(2, LedgerScope.All);
        EnsembleResult result = EnsembleRunner.Run(PlainRuns.Scenario(5), options, simulate: PlainRuns.Simulate);
        result.Replicates[4].Series.Row(2)[9] = double.NaN;
        using ResultsFolder folder = ResultsFolder.Open(root.Path, "plain");
        ResultsWriter.Write(folder, result, ResultTables.Of(result), new RunCircumstances("ecosim run", DateTimeOffset.UnixEpoch, TimeSpan.Zero, options, format));
        return result;
    }
}
