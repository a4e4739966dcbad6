using EcoSim.Cli;
using EcoSim.Cli.Querying;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Querying;

public sealed class QueryTests
{
    private const string Firms = "firm,hub,worth\na,home,1.5\nb,home,2.5\nc,beijing,\n";

    [Fact]
    public void Without_a_query_the_tables_are_listed()
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path);
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Matches("firms +3 +firm, hub, worth", run.Output);
        Assert.Matches("deals +1 +firm, money", run.Output);
    }

    [Theory]
    [InlineData("csv", "hub,n,worth\nbeijing,1,\nhome,2,4\n")]
    [InlineData("json", "[\n  {\"hub\": \"beijing\", \"n\": 1, \"worth\": null},\n  {\"hub\": \"home\", \"n\": 2, \"worth\": 4}\n]\n")]
    [InlineData("table", "hub      n  worth\nbeijing  1\nhome     2      4\n")]
    public void Rows_are_written_in_each_format(string format, string expected)
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, "select hub, count(*) as n, sum(worth) as worth from firms group by hub order by hub", "--format", format);
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(expected, run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("select * from firms.csv", "a query names tables, not files such as 'firms.csv'; that one is the table firms: select * from firms")]
    [InlineData("select * from 'ledger/deals.csv'", "that one is the table deals: select * from deals")]
    [InlineData("select * from firm.csv", "the nearest is the table firms: select * from firms")]
    public void A_file_in_place_of_a_table_is_told_the_table(string sql, string said)
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, sql);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.EndsWith(said, run.Error.TrimEnd());
    }

    [Fact]
    public void The_ledger_is_joined()
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, "select hub, money from firms join deals using (firm)", "--format", "csv");
        Assert.Equal("hub,money\nhome,7\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Files_of_subfolders_are_tables_and_equal_names_stay_apart()
    {
        using TemporaryFolder folder = Results();
        Directory.CreateDirectory(Path.Combine(folder.Path, "morris", "deep"));
        folder.Write(Path.Combine("morris", "firms.csv"), "x\n1\n2\n");
        folder.Write(Path.Combine("morris", "deep", "points.csv"), "x\n5\n");
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, "select (select count(*) from firms) as a, (select sum(x) from morris_firms) as b, (select x from points) as c", "--format", "csv");
        Assert.Equal(("", "a,b,c\n3,3,5\n"), (run.Error, run.Output.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("select sum(worth) from firms", true, false)]
    [InlineData("select * from \"Firms\" as f, deals", true, true)]
    [InlineData("with d as (from deals) select count(*) from d", false, true)]
    [InlineData("select firms_deals from x.firms_deals", false, false)]
    [InlineData("select * from query_table('firms')", true, false)]
    [InlineData("show all tables", true, true)]
    [InlineData("select * from information_schema.columns", true, true)]
    public void Only_tables_that_a_query_names_are_looked_through(string sql, bool firms, bool deals) =>
        Assert.Equal((firms, deals), (NamedTables.Of(sql)("firms"), NamedTables.Of(sql)("deals")));

    [Theory]
    [InlineData("pivot firms on place using count(*)", "a pivot must name its values, as in: pivot TABLE on COLUMN in ('a', 'b')")]
    [InlineData("copy (pivot firms on place in ('beijing') using count(*)) to 'x.csv'", "must be a select")]
    public void A_pivot_that_names_no_values_is_told_how_to(string sql, string expected)
    {
        using TemporaryFolder folder = Results();
        Assert.Contains(expected, CommandLineRun.Of("query", folder.Path, sql).Error);
    }

    [Fact]
    public void Pairs_are_set_side_by_side()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pairs.csv", "outcome,replicate,world,value\nx,0,a,5\nx,0,b,2\nx,1,a,7\nx,1,b,2\n");
        CommandLineRun run = CommandLineRun.Of(
            "query", folder.Path, "select outcome, avg(a - b) as d from (pivot pairs on world in ('a', 'b') using first(value)) group by outcome", "--format", "csv");
        Assert.Equal(("", "outcome,d\nx,4\n"), (run.Error, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_column_is_read_whole_before_its_kind_is_chosen()
    {
        using var folder = new TemporaryFolder();
        folder.Write("long.csv", "x\n" + string.Concat(Enumerable.Repeat("1\n", 300_000)) + "0.5\n");
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, "select sum(x) as s from long", "--format", "csv");
        Assert.Equal(("", "s\n300000.5\n"), (run.Error, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_query_that_takes_too_long_can_be_stopped()
    {
        using TemporaryFolder folder = Results();
        using StringWriter output = new(), error = new();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        ExitStatus status = EcoSim.Cli.CommandLine.Dispatcher.Run(
            ["query", folder.Path, "select count(*) from range(100000000) a, range(100000000) b where a.range * b.range = 7"], new Terminal(output, error), stop.Token);
        Assert.Equal((ExitStatus.Interrupted, "", "ecosim: interrupted."), (status, output.ToString(), error.ToString().Trim()));
    }

    [Fact]
    public void A_table_cut_short_says_so()
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, "from firms", "--limit", "2");
        Assert.Contains("The first 2 rows", run.Error);
        Assert.DoesNotContain("beijing", run.Output);
    }

    [Fact]
    public void Parquet_holds_the_same_rows_and_the_same_bytes_each_time()
    {
        using TemporaryFolder folder = Results();
        string before = CommandLineRun.Of("query", folder.Path, "from firms", "--format", "csv").Output;
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of("query", folder.Path, "--parquet").Status);
        string file = Path.Combine(folder.Path, "firms.parquet");
        byte[] bytes = File.ReadAllBytes(file);
        Assert.Equal(before, CommandLineRun.Of("query", folder.Path, "from firms", "--format", "csv").Output);
        File.Delete(Path.Combine(folder.Path, "firms.csv"));
        Assert.Equal(before, CommandLineRun.Of("query", folder.Path, "from firms", "--format", "csv").Output);
        folder.Write("firms.csv", Firms);
        File.Delete(file);
        CommandLineRun.Of("query", folder.Path, "--parquet");
        Assert.Equal(bytes, File.ReadAllBytes(file));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.partial"));
    }

    [Theory]
    [InlineData("from firmz", "Did you mean 'firms'?")]
    [InlineData("selec 1", "syntax error")]
    [InlineData("select wort from firms", "worth")]
    [InlineData("from read_csv('/etc/hostname')", "Cannot access file")]
    public void A_mistake_is_told_and_nothing_is_written(string sql, string expected)
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, sql);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains(expected, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("copy (select 1) to '{0}'")]
    [InlineData("select 1; copy (select 1) to '{0}'")]
    [InlineData("select * from firms); copy (select 1) to '{0}'; select * from (select 1")]
    [InlineData("explain analyze copy (select 1) to '{0}'")]
    [InlineData("export database '{1}'")]
    [InlineData("attach '{1}/firms.db'")]
    [InlineData("create table mine as select 1")]
    [InlineData("prepare p as copy (select 1) to '{0}'; execute p")]
    [InlineData("set enable_external_access = true")]
    [InlineData("pragma enable_profiling")]
    public void Nothing_is_written_whatever_is_asked(string sql)
    {
        using TemporaryFolder folder = Results();
        string[] before = folder.Entries;
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, folder["firms.csv"], folder.Path));
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Empty(run.Output);
        Assert.Equal(Firms, File.ReadAllText(folder["firms.csv"]));
        Assert.Equal(before, folder.Entries);
    }

    [Theory]
    [InlineData("from firms select hub")]
    [InlineData("with home as (from firms where hub = 'home') select count(*) from home")]
    [InlineData("describe firms")]
    [InlineData("values (1), (2)")]
    [InlineData("select hub from firms union all select firm from deals order by 1;")]
    public void Every_way_to_read_is_open(string sql)
    {
        using TemporaryFolder folder = Results();
        CommandLineRun run = CommandLineRun.Of("query", folder.Path, sql);
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitStatus.Invalid, CommandLineRun.Of("query", folder.Path).Status);
        Assert.Equal(ExitStatus.Invalid, CommandLineRun.Of("query", Path.Combine(folder.Path, "none")).Status);
        Assert.Contains("allowed is table, csv or json", CommandLineRun.Of("query", folder.Path, "--format", "xml").Error);
    }

    private static TemporaryFolder Results()
    {
        var folder = new TemporaryFolder();
        folder.Write("firms.csv", Firms);
        Directory.CreateDirectory(Path.Combine(folder.Path, "ledger"));
        folder.Write(Path.Combine("ledger", "deals.csv"), "firm,money\na,7\n");
        return folder;
    }
}
