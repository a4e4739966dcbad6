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
        // So many are sold that some are sold in the last month of a year, and have an account in it.
        var parameters = new Parameters();
        (parameters.Population.Workers, parameters.Run.Months, parameters.Run.WarmupMonths, parameters.Exits.OfferHazard) = (20_000, 66, 24, 1);
        RunResult run = new Simulation(new Plan(parameters), 0, new RunOptions(Ledger: true)).Run();
        LedgerTable panel = Table("panel"), organizations = Table("organizations"), exits = Table("exits");
        int alive = Observables.IndexOf("startups_alive"), sold = 0;
        for (int end = 11; end < parameters.Run.Months; end += 12)
        {
            Assert.Equal(run.Series[end, alive], SizesFigure.Living(panel, organizations, end).Count(firm => firm.Kind == "startup"));
            sold += Enumerable.Range(0, exits.RowCount).Count(row => exits.Number(row, exits.IndexOf("month")) == end && exits.Text(row, exits.IndexOf("kind")) == "acquisition");
        }

        Assert.NotEqual(0, sold);

        LedgerTable Table(string name) => run.Ledger.Single(table => table.Name == name);
    }

    [Theory]
    [InlineData(66, 59)]
    [InlineData(72, 71)]
    [InlineData(12, 11)]
    public void It_looks_at_the_end_of_the_last_full_year(int months, int end) => Assert.Equal(end, SizesFigure.EndOfLastYear(months));
}
