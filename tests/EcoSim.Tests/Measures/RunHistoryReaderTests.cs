using EcoSim.Experiments.Measures;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Measures;

/// <summary>What is read from a ledger agrees with what the series of the same run say.</summary>
public sealed class RunHistoryReaderTests
{
    private static readonly Lazy<(RunResult Run, RunHistory History)> Small = new(() =>
    {
        var parameters = new Parameters();
        parameters.Population.Workers = 8000;
        parameters.Run.Months = 96;
        parameters.Run.WarmupMonths = 24;
        var plan = new Plan(parameters);
        RunResult run = new Simulation(plan, 0, new RunOptions(Ledger: true)).Run();
        return (run, RunHistoryReader.Of(run, plan));
    });

    [Fact]
    public void FirmsFoundedAndEndedAreThoseOfTheSeries()
    {
        RunHistory history = Small.Value.History;
        FirmHistory[] recorded = [.. history.Firms.Where(firm => firm.Founded >= 0)];
        Assert.Equal(Sum("startups_founded"), recorded.Length);
        Assert.Equal(Sum("spin_outs_founded"), recorded.Count(firm => firm.IsSpinOut));
        Assert.Equal(Sum("startups_failed"), history.Firms.Count(firm => firm.Fate == Fate.Failed && firm.Ended >= 0));
        Assert.Equal(Sum("startups_acquired"), history.Firms.Count(firm => firm.Fate == Fate.Sold && firm.Ended >= 0));
        Assert.Equal(Last("startups_alive"), history.Firms.Count(firm => firm.Fate is Fate.Operating or Fate.Listed));
        Assert.Equal(Last("dragons_total"), history.Firms.Count(firm => firm.Dragon));
    }

    [Fact]
    public void Parents_are_read_from_a_table_of_organisations_made_by_hand()
    {
        string[] kinds = ["startup", "anchor", "incumbent", "university"], sectors = ["robotics", "consumer"];
        var table = new LedgerTable(
            "organizations", new LedgerColumn("org_id", ColumnKind.Id), new LedgerColumn("kind", ColumnKind.Word, kinds), new LedgerColumn("sector", ColumnKind.Word, sectors));
        table.Add(1, 1, LedgerTable.Missing);
        table.Add(2, 2, 0);
        table.Add(3, 2, LedgerTable.Missing);
        table.Add(4, 3, LedgerTable.Missing);
        table.Add(5, 0, 0);
        IncumbentSectors incumbents = IncumbentSectors.Of(new TableReader(table));
        (long Parent, ParentFirm Expected)[] known =
        [
            (1, ParentFirm.IncumbentOfSector),    // the anchor
            (2, ParentFirm.IncumbentOfSector),    // an ordinary firm of robotics
            (3, ParentFirm.IncumbentElsewhere),   // a rival hub's ordinary firms, of all trades
            (4, ParentFirm.Other),                // a laboratory
            (5, ParentFirm.Other),                // a start-up
            (LedgerTable.Missing, ParentFirm.Other),
        ];
        Assert.All(known, one => Assert.Equal(one.Expected, incumbents.ParentOf(one.Parent, "robotics")));
        Assert.Equal(ParentFirm.IncumbentElsewhere, incumbents.ParentOf(2, "consumer"));
        Assert.Equal(ParentFirm.IncumbentOfSector, incumbents.ParentOf(1, "consumer"));
    }

    [Fact]
    public void Spin_outs_have_an_anchor_as_parent_and_some_others_an_ordinary_firm()
    {
        FirmHistory[] firms = [.. Small.Value.History.Firms];
        Assert.All(firms.Where(firm => firm.IsSpinOut), firm => Assert.Equal(ParentFirm.IncumbentOfSector, firm.Parent));
        Assert.All(firms.Where(firm => firm.Origin == "university"), firm => Assert.Equal(ParentFirm.Other, firm.Parent));
        Assert.Contains(firms, firm => !firm.IsSpinOut && firm.Parent == ParentFirm.IncumbentOfSector);
        Assert.Contains(firms, firm => firm.Parent == ParentFirm.IncumbentElsewhere);
    }

    [Fact]
    public void RoundsBelongToTheirFirmsAndArePaidOutWhenTheyEnd()
    {
        RunHistory history = Small.Value.History;
        Assert.NotEmpty(history.Financings);
        Assert.Equal(history.Financings.Count, history.Firms.Sum(firm => firm.Rounds.Count));
        foreach (Financing round in history.Financings)
        {
            FirmHistory firm = history.Firms[round.Firm];
            Assert.Contains(round.Month, firm.Rounds);
            Assert.InRange(round.SoldShare, 1e-6, 1);
            Assert.Equal(firm.Fate != Fate.Operating, round.Realised is not null);
            Assert.True(round.Multiple >= 0);
            if (firm.Fate is Fate.Sold)
            {
                Assert.Equal(firm.Ended, round.Realised);
            }
        }
    }

    [Fact]
    public void StaffYearsAreTheHeadcountsAndSeparationsWithinThem()
    {
        RunHistory history = Small.Value.History;
        Assert.Equal(Sum("anchor_headcount") / 12, history.AnchorPersonYears, 6);

        // Whoever joined and did not leave is there at the end. The first count is taken after the moves of its month, of a twentieth of the staff at most.
        LedgerTable flows = Small.Value.Run.Ledger.Single(table => table.Name == "flows");
        int from = flows.IndexOf("from_state"), to = flows.IndexOf("to_state"), count = flows.IndexOf("count");
        double joined = Enumerable.Range(0, flows.RowCount)
            .Where(row => flows.Text(row, to) == "anchor" && flows.Text(row, from) != "anchor").Sum(row => flows.Number(row, count));
        Assert.Equal(Last("anchor_headcount") - First("anchor_headcount"), joined - history.AnchorSeparations, 0.05 * First("anchor_headcount"));
    }

    [Fact]
    public void AReplicateWithoutLedgerIsRefused() =>
        Assert.Throws<ArgumentException>(() => RunHistoryReader.Of(new RunResult(0, new SeriesTable(1, Observables.All.Count), []), new Plan(new Parameters())));

    private static double Sum(string observable) => Small.Value.Run.Series.Column(Observables.IndexOf(observable)).Sum();

    private static double First(string observable) => Small.Value.Run.Series[0, Observables.IndexOf(observable)];

    private static double Last(string observable) => Small.Value.Run.Series.Column(Observables.IndexOf(observable))[^1];
}
