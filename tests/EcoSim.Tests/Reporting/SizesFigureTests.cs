using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Reporting;

namespace EcoSim.Tests.Reporting;

/// <summary>The size distribution holds the firms that live, as many as the series counts.</summary>
public sealed class SizesFigureTests
{
    [Fact]
    public void Its_start_ups_are_those_alive_at_the_end_of_a_year()
    {
        var parameters = new Parameters();
        (parameters.Population.Workers, parameters.Run.Months, parameters.Run.WarmupMonths) = (20_000, 66, 24);
        RunResult run = new Simulation(new Plan(parameters), 0, new RunOptions(Ledger: true)).Run();
        LedgerTable panel = Table("panel"), organizations = Table("organizations");
        int alive = Observables.IndexOf("startups_alive"), rowsOfSales = 0;
        for (int end = 11; end < parameters.Run.Months; end += 12)
        {
            Assert.Equal(run.Series[end, alive], SizesFigure.Living(panel, organizations, end).Count(firm => firm.Kind == "startup"));
            rowsOfSales += Enumerable.Range(0, panel.RowCount).Count(row => panel.Number(row, panel.IndexOf("month")) is var month && month > end - 12 && month < end);
        }

        // Firms sold during a year have an account in it as well, so the year alone would not do.
        Assert.True(rowsOfSales > 0);

        LedgerTable Table(string name) => run.Ledger.Single(table => table.Name == name);
    }
}
