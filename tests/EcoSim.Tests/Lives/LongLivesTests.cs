using EcoSim.Cli;
using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Lives;

/// <summary>Lives of a small run that is long enough for firms to be listed and to buy hardware.</summary>
public sealed class LongLivesTests : IClassFixture<LongLivesTests.Run>
{
    private readonly Run _run;

    public LongLivesTests(Run run) => _run = run;

    [Fact]
    public void A_listed_firm_that_grew_on_has_its_peak_after_the_listing()
    {
        LifeRow[] listed = [.. _run.Ledger["organizations"].Where("status", "public").Where(firm => FirmPeak.Of(_run.Ledger, firm["org_id"]!, null) is null)];
        int grown = 0;
        foreach (LifeRow firm in listed.Take(4))
        {
            string id = firm["org_id"]!;
            LifeYear peak = FirmPeak.Of(_run.Ledger, id, () => _run.Follow(id))!;
            Assert.Equal(firm.Number("peak_valuation"), peak.Valuation, 1e-9 * peak.Valuation);
            grown += peak.Date.Index > _run.Ledger.Date(firm.Whole("exit_month")!.Value).Index ? 1 : 0;
            string told = CommandLineRun.Of("explain", _run.Path, id).Output.ReplaceLineEndings(" "), value = ReadableNumber.Of(peak.Valuation);
            Assert.Contains($"{value} million at its best in {peak.Date}", told);
            Assert.Matches($@"{peak.Date} +\S.* {value} ", told[told.IndexOf("compute a year")..]);
        }

        Assert.True(grown > 0);
    }

    [Fact]
    public void A_firm_that_turns_to_other_compute_is_told_so_in_that_month()
    {
        string id = _run.Ledger["organizations"].Where("compute_mode", "own").First(firm => firm["hub"] == "home")["org_id"]!;
        FollowedLife life = _run.Follow(id);
        int source = life.IndexOf("compute from");
        Sighting bought = life.Sightings.First(seen => seen.Values[source].Word == "own hardware");
        Assert.Contains(FirmLife.Of(_run.Ledger, id, followed: life).Events, told => told.Date == _run.Ledger.Date(bought.Month) && told.Text == "Buys own hardware.");
        Assert.Contains("Buys own hardware.", CommandLineRun.Of("explain", _run.Path, id).Output);

        // The ledger alone does not know when.
        Assert.DoesNotContain(FirmLife.Of(_run.Ledger, id).Events, told => told.Text == "Buys own hardware.");
    }

    [Fact]
    public void What_an_angel_did_is_what_the_ledger_says()
    {
        LifeRow[] people = [.. _run.Ledger["people"].Rows];
        string[] angels = [.. _run.Ledger["investments"].Where("investor_kind", "angel").GroupBy(part => part["investor_id"]!).OrderByDescending(parts => parts.Count()).Select(parts => parts.Key)];
        bool Worker(string angel) => people.Any(person => person["person_id"] == angel && person.Whole("entered_month") is not null);
        foreach (string angel in new[] { angels.First(Worker), angels.First(angel => !Worker(angel)) })
        {
            FollowedLife life = _run.Follow(angel);
            Assert.Equal(Worker(angel), life.IsWorker);
            (int, string, double)[] told = [.. life.Deeds.Where(deed => deed.Field.Name == "invests in").Select(deed => (deed.Month, deed.Value.Word!, deed.Value.Number))];
            (int, string, double)[] kept =
            [
                .. _run.Ledger["investments"].Where("investor_id", angel).Select(part => (Round: _run.Ledger["funding_rounds"].Where("round_id", part["round_id"]!).Single(), Amount: part.Number("amount")))
                    .Select(part => (part.Round.Whole("month")!.Value, $"start-up {part.Round["org_id"]}", part.Amount)),
            ];
            Assert.Equal(kept, told);
            double back = life.Deeds.Where(deed => deed.Field.Name == "gets back from").Sum(deed => deed.Value.Number);
            double paid = _run.Ledger["investments"].Where("investor_id", angel).Where(part => part.Whole("proceeds_month") is not null).Sum(part => part.Number("proceeds"));
            Assert.True(back >= paid - 1e-9 * (1 + paid), $"{angel}: {back} against {paid}");
            Assert.Equal(life.Sightings[^1].Values[life.IndexOf("got back as an angel")].Number, back, 1e-9 * (1 + back));
        }
    }

    /// <summary>The run, which the tests leave as it is.</summary>
    public sealed class Run : IDisposable
    {
        private const int Months = 300;

        private readonly TemporaryFolder _root = new();

        public Run()
        {
            string file = _root.Write(
                "long.json", $$"""{"name": "long", "population": {"workers": 20000}, "run": {"months": {{Months}}, "replicates": 1, "warmupMonths": 24, "counterfactual": false} }""");
            CommandLineRun run = CommandLineRun.Of("run", file, "--no-plots", "--quiet", "--threads", "1", "--out", _root["out"]);
            Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
            Folder = ResultFolder.Open(Path);
            Ledger = Folder.ReadLedger(0);
        }

        public string Path => System.IO.Path.Combine(_root["out"], "long");

        public ReplicateLedger Ledger { get; }

        private ResultFolder Folder { get; }

        public FollowedLife Follow(string id) => FollowedLife.Of(Folder.Scenario.Plan, 0, id, Months, default);

        public void Dispose() => _root.Dispose();
    }
}
