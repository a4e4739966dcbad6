using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Experiments.Lives;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Lives;

/// <summary>The command on small real runs: lives, lists, and what cannot be explained.</summary>
public sealed class ExplainTests : IClassFixture<ExplainTests.Runs>
{
    private readonly Runs _runs;

    public ExplainTests(Runs runs) => _runs = runs;

    [Fact]
    public void Without_identity_it_lists_some_and_each_can_be_told()
    {
        CommandLineRun list = CommandLineRun.Of("explain", _runs["one"]);
        Assert.Equal((ExitStatus.Done, ""), (list.Status, list.Error));
        string[] ids = [.. list.Output.Split('\n').Skip(1).Where(line => line.StartsWith("  ")).Select(line => line.Trim().Split(' ')[0])];
        Assert.NotEmpty(ids);
        foreach (string id in ids)
        {
            CommandLineRun life = CommandLineRun.Of("explain", _runs["one"], id);
            Assert.Equal((ExitStatus.Done, ""), (life.Status, life.Error));
            Assert.Contains(id, life.Output);
            Assert.Matches(@"(?m)^\d{4}-\d\d  ", life.Output);
        }
    }

    [Fact]
    public void The_folder_tells_what_the_simulation_told()
    {
        ResultFolder folder = ResultFolder.Open(_runs["one"]);
        ReplicateLedger written = folder.ReadLedger(0), relived = folder.RelivedLedger(0, default);
        foreach (string id in written["organizations"].Where("kind", "startup").Select(row => row["org_id"]!))
        {
            Life one = FirmLife.Of(written, id), other = FirmLife.Of(relived, id);
            Assert.Equal(one.Summary, other.Summary);
            Assert.Equal(one.Events.Select(told => (told.Date, told.Text, string.Join("|", told.Details))), other.Events.Select(told => (told.Date, told.Text, string.Join("|", told.Details))));
            Assert.Equal(one.Years, other.Years);
        }
    }

    [Fact]
    public void A_replicate_without_ledger_is_simulated_again()
    {
        CommandLineRun list = CommandLineRun.Of("explain", _runs["one"], "--replicate", "1");
        Assert.Equal(ExitStatus.Done, list.Status);
        Assert.Contains("simulated again", list.Error);
        Assert.Contains("most valuable", list.Output);
    }

    [Fact]
    public void Against_another_world_it_names_month_and_step()
    {
        string id = CommandLineRun.Of("explain", _runs["one"]).Output.Split('\n')[1].Trim().Split(' ')[0];
        CommandLineRun two = CommandLineRun.Of("explain", _runs["one"], id, "--against", _runs["less"]);
        Assert.Equal((ExitStatus.Done, ""), (two.Status, two.Error));
        Assert.Matches(@"channels\.cloud +1 +0 +share", two.Output);
        Assert.Matches(@"Until \d{4}-\d\d, step '\w+'|does not begin alike", two.Output);
        CommandLineRun same = CommandLineRun.Of("explain", _runs["one"], id, "--against", _runs["one"]);
        Assert.Contains("lives the same life in both", same.Output);
    }

    [Fact]
    public void What_a_table_leaves_out_is_shown_with_all()
    {
        (string Id, string Short)[] cut = [.. StartUps().Select(id => (id, CommandLineRun.Of("explain", _runs["one"], id, "--against", _runs["less"]).Output)).Where(told => told.Output.Contains(" more"))];
        Assert.NotEmpty(cut);
        (string id, string shown) = cut[0];
        Assert.Matches(@"and \d+ more; --all shows them", shown);
        string whole = CommandLineRun.Of("explain", _runs["one"], id, "--against", _runs["less"], "--all").Output;
        Assert.DoesNotContain(" more", whole);
        Assert.True(whole.Split('\n').Length > shown.Split('\n').Length);
    }

    [Fact]
    public void A_firm_that_is_no_more_has_no_people_sales_or_value()
    {
        string[] ends = [.. StartUps().Select(id => InTheEnd(id)).Where(end => Regex.IsMatch(end, @"\n  status +(operating +(failed|acquired)|(failed|acquired) +operating)"))];
        Assert.NotEmpty(ends);
        Assert.All(ends, end =>
        {
            Assert.Matches(@"\n  valuation +(— +[\d.,]+|[\d.,]+ +—) +million RMB", end);
            Assert.Contains("—: the firm was sold or closed in that world.", end);
        });
    }

    /// <summary>The last table of a comparison; empty where there is none.</summary>
    private string InTheEnd(string id)
    {
        string told = CommandLineRun.Of("explain", _runs["one"], id, "--against", _runs["less"], "--all").Output;
        return told.LastIndexOf($"{id} in the end", StringComparison.Ordinal) is >= 0 and var start ? told[start..] : "";
    }

    [Fact]
    public void The_highest_value_has_its_month_and_its_row()
    {
        ResultFolder folder = ResultFolder.Open(_runs["one"]);
        ReplicateLedger ledger = folder.ReadLedger(0);
        string id = NotableLives.MostValuable(ledger).First(firm => firm["status"] == "operating" && FirmPeak.Of(ledger, firm["org_id"]!, null) is null)["org_id"]!;
        FollowedLife life = FollowedLife.Of(folder.Scenario.Plan, 0, id, ledger.Months, default);
        int best = life.IndexOf("value at its best"), now = life.IndexOf("valuation");
        double peak = life.Sightings[^1].Values[best].Number;
        string month = ledger.Date(life.Sightings.First(seen => seen.Values[best].Number == peak).Month).ToString();
        string told = CommandLineRun.Of("explain", _runs["one"], id).Output.ReplaceLineEndings(" ");
        Assert.Contains($"worth {Amount(life.Sightings[^1].Values[now].Number)} million then and {Amount(peak)} million at its best in {month}", told);
        Assert.Matches($@"{month} +\S.*{Amount(peak)}", told[told.IndexOf("compute a year")..]);

        // The yearly figures may hold the month, which then takes no simulation.
        Assert.Equal(ledger.End, FirmPeak.Of(ledger, ledger["panel"].Rows.Last(row => FirmPeak.Of(ledger, row["org_id"]!, null)?.Date == ledger.End)["org_id"]!, null)!.Date);
    }

    [Fact]
    public void The_highest_value_is_the_same_wherever_it_is_told()
    {
        ReplicateLedger ledger = ResultFolder.Open(_runs["one"]).ReadLedger(0);
        Dictionary<string, LifeRow> firms = ledger["organizations"].Where("kind", "startup").ToDictionary(firm => firm["org_id"]!);
        Assert.Contains(firms.Values, HighestValue.IsPrice);
        foreach ((string id, LifeRow firm) in firms)
        {
            string best = LifeNames.Money(HighestValue.Of(firm)), told = FirmLife.Of(ledger, id).Summary[1];
            if (firm["status"] == "acquired" && HighestValue.Of(firm) > 0)
            {
                Assert.Contains(HighestValue.IsPrice(firm) ? $"for {best}, its highest value" : $"worth {best} at its best", told);
            }
        }

        Assert.All(NotableLives.Of(ledger).Where(life => firms.ContainsKey(life.Id)), life => Assert.Contains($"{LifeNames.Money(HighestValue.Of(firms[life.Id]))} at its best", life.Why));
        Assert.All(ShortLives.Of(ledger), life => Assert.Contains(life.Lines, line => line.Contains($"worth {LifeNames.Money(HighestValue.Of(firms[life.Id]))} at its best")));
        Assert.Equal((3, 5, 3), (HighestValue.Of(3, double.NaN), HighestValue.Of(3, 5), HighestValue.Of(3, 0)));
    }

    private static string Amount(double million) => Experiments.Results.ReadableNumber.Of(million);

    private IEnumerable<string> StartUps() => ResultFolder.Open(_runs["one"]).ReadLedger(0)["organizations"].Where("kind", "startup").Select(row => row["org_id"]!);

    [Theory]
    [InlineData("zz", "knows no person or start-up")]
    [InlineData("s", "knows no person or start-up")]
    [InlineData("", "knows no person or start-up")]
    public void An_unknown_identity_is_refused(string id, string said) => Refused(said, "explain", _runs["one"], id);

    [Fact]
    public void A_slip_is_answered_with_the_nearest_identity()
    {
        string id = CommandLineRun.Of("explain", _runs["one"]).Output.Split('\n')[1].Trim().Split(' ')[0];
        Refused($"Did you mean '{id}'?", "explain", _runs["one"], id[..^1] + (id[^1] == '0' ? '1' : '0'));
    }

    [Fact]
    public void An_organisation_without_a_life_is_named()
    {
        string anchor = File.ReadLines(Path.Combine(_runs["one"], "ledger", "organizations.csv")).First(line => line.Contains(",anchor,")).Split(',')[1];
        Refused("is an anchor", "explain", _runs["one"], anchor);
    }

    [Fact]
    public void What_is_no_result_is_refused()
    {
        Refused("'ecosim describe scenarios' lists what can be run", "explain", _runs["nowhere"]);
        Refused("manifest.json", "explain", _runs.Root);
        Refused("allowed is a whole number", "explain", _runs["one"], "--replicate", "-1");
        Refused("has replicates 0 to 1", "explain", _runs["one"], "--replicate", "2");
        Refused(
            $"run.seed is 1 in the one and 2 in the other. Run the scenario of '{_runs["seed"]}' again with --seed 1, or that of '{_runs["one"]}' with --seed 2.",
            "explain", _runs["one"], "p0", "--against", _runs["seed"]);
    }

    [Fact]
    public void A_damaged_ledger_is_named_and_left_alone()
    {
        using var root = new TemporaryFolder();
        string copy = root["copy"];
        foreach (string file in Directory.EnumerateFiles(_runs["one"], "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(_runs["one"], file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string damaged = Path.Combine(copy, "ledger", "organizations.csv");
        File.WriteAllText(damaged, "replicate,org_id\n0,s0\n");
        Refused("organizations.csv' is damaged", "explain", copy);
        File.Delete(damaged);
        Refused("organizations.csv' is missing", "explain", copy);
    }

    private static void Refused(string said, params string[] args)
    {
        CommandLineRun run = CommandLineRun.Of(args);
        Assert.Equal((ExitStatus.Invalid, ""), (run.Status, run.Output));
        Assert.Contains(said, run.Error);
    }

    /// <summary>Small runs that the tests read and leave as they are.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly TemporaryFolder _root = new();

        public Runs()
        {
            Run("one");
            Run("less", "--set", "channels.cloud=0");
            Run("seed", "--seed", "2");
        }

        public string Root => _root.Path;

        public string this[string name] => Path.Combine(_root["out"], name);

        public void Dispose() => _root.Dispose();

        private void Run(string name, params string[] more)
        {
            string file = _root.Write(
                name + ".json", $$"""{"name": "{{name}}", "population": {"workers": 4000}, "run": {"months": 48, "replicates": 2, "warmupMonths": 24, "counterfactual": false} }""");
            CommandLineRun run = CommandLineRun.Of(["run", file, "--no-plots", "--quiet", "--threads", "1", "--out", _root["out"], .. more]);
            Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
            Assert.Contains("Most valuable start-ups", run.Output);
        }
    }
}
