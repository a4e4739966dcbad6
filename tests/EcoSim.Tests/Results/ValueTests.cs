using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Cli;

namespace EcoSim.Tests.Results;

/// <summary>What the headline is made of.</summary>
public sealed class ValueTests
{
    private const int Months = 24;

    [Fact]
    public void Of_the_model_the_parts_are_the_firms_of_the_ledger()
    {
        var parameters = new Parameters();
        parameters.Population.Workers = 3000;
        parameters.Run.Months = Months;
        parameters.Run.WarmupMonths = 60;
        RunResult run = new Simulation(new Plan(parameters), 0, new RunOptions(Ledger: true, Check: false)).Run(default);
        double[] parts = ValueParts.Of(run.Series);
        Assert.Equal(parts[3], parts[..3].Sum(), 1e-6);
        Assert.Equal(parts[5], parts[3] - parts[4], 1e-6);
        Assert.Equal(run.Series[Months - 1, Observables.IndexOf("ecosystem_value")], parts[3]);

        // A year ends with the run, so the panel has every living firm as it is in the last month.
        LedgerTable panel = run.Ledger.First(table => table.Name == "panel"), firms = run.Ledger.First(table => table.Name == "organizations");
        HashSet<long> living =
        [
            .. Enumerable.Range(0, firms.RowCount).Where(row => firms.Text(row, 1) == "startup" && firms.Text(row, 2) == "home" && firms.Text(row, firms.IndexOf("status")) == "operating").Select(row => firms[row, 0]),
        ];
        int[] rows = [.. Enumerable.Range(0, panel.RowCount).Where(row => panel[row, panel.IndexOf("month")] == Months - 1 && living.Contains(panel[row, 0]))];
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Sum(row => panel.Number(row, panel.IndexOf("valuation"))), parts[0], 1e-6);
        Assert.Equal(rows.Sum(row => panel.Number(row, panel.IndexOf("cash"))), ValueParts.CashOf(run), 1e-6);
        Assert.InRange(ValueParts.CashOf(run), double.Epsilon, parts[0]);
    }

    [Fact]
    public void Without_a_ledger_or_a_year_that_ends_with_the_run_cash_is_not_known()
    {
        RunResult run = PlainRuns.Simulate(PlainRuns.Scenario(1).Plan, 0, new RunOptions(Ledger: false, Check: false), _ => { }, default);
        Assert.Equal(double.NaN, ValueParts.CashOf(run));
        Assert.DoesNotContain(ValueCsv.Of([run], []), row => row.Part == ValueParts.CashShare);
    }

    [Fact]
    public void A_part_is_paired_by_replicate_and_read_back_as_written()
    {
        RunResult[] with = [Made(0, 100, 30), Made(1, 220, 50), Made(2, 90, 10)], without = [Made(1, 200, 45), Made(0, 90, 28)];
        IReadOnlyList<ValueRow> rows = ValueCsv.Of(with, without);
        ValueRow living = rows.Single(row => row.Part.Name == "living_value"), exits = rows.Single(row => row.Part.Name == "paid_by_exits"), net = rows.Single(row => row.Part.Name == "net_value");
        Assert.Equal((320 / 3.0, 3), (living.Mean, living.Replicates));

        // Differences of the pairs: living 70 - 62 = 8 and 170 - 155 = 15; paid out 2 and 5; what is put in is the same.
        Assert.Equal(PairedDifference.Of([70, 170], [62, 155]), living.Effect);

        // What is shown beside them is over the same pairs: 120 less 108.5 is the 11.5 of the difference.
        Assert.Equal((120.0, 108.5, 11.5, 2), (living.Level, living.Effect!.Value.Second, living.Effect.Value.Difference, living.Count));
        Assert.Equal(3.5, exits.Effect!.Value.Difference);
        Assert.Equal(15, net.Effect!.Value.Difference);

        using var root = new TemporaryFolder();
        File.WriteAllBytes(root["value.csv"], ValueCsv.Format(rows).ToArray());
        Assert.Equal(rows, ValueCsv.Read(root["value.csv"]));
    }

    [Fact]
    public void Run_and_comparison_tell_it_and_keep_it()
    {
        using var root = new TemporaryFolder();
        string file = CommandLineRun.TinyScenario(root);
        CommandLineRun run = CommandLineRun.Of("run", file, "--replicates", "2", "--out", root["out"], "--no-plots", "--quiet");
        Assert.Contains("net of what was put in", run.Output);
        Assert.Contains("fostered by it", run.Output);
        Assert.Contains("What the ecosystem value is made of", File.ReadAllText(Path.Combine(root["out"], "tiny", "report.html")));
        string table = run.Output[run.Output.IndexOf("ecosystem value, million RMB", StringComparison.Ordinal)..];

        // The same run again is read from its folder and says the same.
        Assert.Contains(table, CommandLineRun.Of("run", file, "--replicates", "2", "--out", root["out"], "--no-plots", "--quiet").Output);
        string other = root.Write("other.json", "{ \"name\": \"other\", \"extends\": \"tiny.json\", \"channels\": { \"cloud\": 0 } }");
        CommandLineRun compared = CommandLineRun.Of("compare", file, other, "--replicates", "2", "--out", root["out"], "--no-plots", "--quiet");
        Assert.Equal((ExitStatus.Done, ""), (compared.Status, compared.Error));
        Assert.Contains("net of what was put in", compared.Output);
        string folder = Assert.Single(Directory.GetDirectories(root["out"], "compare-*"));
        Assert.Equal(7, File.ReadAllLines(Path.Combine(folder, "value.csv")).Length);
    }

    /// <summary>A run whose last month has a value, and whose exits have paid a part of it.</summary>
    private static RunResult Made(int replicate, double value, double paid)
    {
        var series = new SeriesTable(3, Observables.All.Count);
        series.Row(2)[Observables.IndexOf("ecosystem_value")] = value;
        series.Row(1)[Observables.IndexOf("exit_proceeds")] = paid;
        series.Row(0)[Observables.IndexOf("state_investment")] = 7;
        return new RunResult(replicate, series, []);
    }
}
