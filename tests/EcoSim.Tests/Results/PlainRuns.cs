using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Results;

/// <summary>Scenarios and replicates whose numbers are known without simulating.</summary>
internal static class PlainRuns
{
    public static Scenario Scenario(int replicates, int months = 3, string name = "plain", long seed = 1)
    {
        var parameters = new Parameters();
        parameters.Run.Replicates = replicates;
        parameters.Run.Months = months;
        parameters.Run.Seed = seed;
        return new Scenario(name, "", new Plan(parameters), [], []);
    }

    /// <summary>Every cell is 1000 × replicate + month + column / 8, exact in binary; replicate 0 may carry a ledger.</summary>
    public static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        int months = plan.Parameters.Run.Months;
        var series = new SeriesTable(months, Observables.All.Count);
        for (int month = 0; month < months; month++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int column = 0; column < series.Columns; column++)
            {
                series.Row(month)[column] = Cell(replicate, month, column);
            }

            monthDone(month);
        }

        return new RunResult(replicate, series, options.Ledger ? [Ledger(replicate)] : []);
    }

    public static double Cell(int replicate, int month, int column) => 1000.0 * replicate + month + column / 8.0;

    private static LedgerTable Ledger(int replicate)
    {
        var table = new LedgerTable(
            "exits",
            new LedgerColumn("org_id", ColumnKind.Id), new LedgerColumn("month", ColumnKind.Integer),
            new LedgerColumn("kind", ColumnKind.Word, ["acquisition", "ipo"]), new LedgerColumn("value", ColumnKind.Number),
            new LedgerColumn("seen", ColumnKind.Flag));
        table.Add(Identity.Pack(IdentityKind.StartUp, (ulong)(replicate + 1) << 16), -3, 1, LedgerTable.Cell(0.1), 1);
        table.Add(Identity.Pack(IdentityKind.StartUp, 2UL << 16), 4, 0, LedgerTable.Cell(double.NaN), LedgerTable.Missing);
        return table;
    }
}
