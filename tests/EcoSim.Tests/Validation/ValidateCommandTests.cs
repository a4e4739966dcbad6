using EcoSim.Cli;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Validation;

/// <summary>The command from its arguments to its tables, on a world small enough for a test.</summary>
public sealed class ValidateCommandTests
{
    private static readonly string[] Small = ["--set", "population.workers=3000", "--months", "24", "--set", "run.warmupMonths=12", "--replicates", "2", "--threads", "1", "--quiet"];

    [Fact]
    public void AFailingFactIsShownAndIsNoError()
    {
        using var root = new TemporaryFolder();
        string targets = root.Write("mine.csv", "id,measure,value,low,high,kind,source\nX1,anchor_turnover,90,80,95,input,nobody\nX2,externally_funded_share,37,30,45,emergent,\nX3,spin_out_share_of_new_firms,50,0,100,emergent,\n");
        CommandLineRun run = Validate(root, "--targets", targets, "--no-plots");
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        Assert.Contains("OUT OF BAND", run.Output);
        string counted = run.Output.ReplaceLineEndings(" ");
        Assert.Contains("no test of the model: 0 of 1 in band; out of band: X1; measured, with luck in it: X1.", counted);
        Assert.Contains("1 of 2 in band; not measurable here: X2.", counted);
        Assert.Matches(@"startup_value_herfindahl +[\d.]+ +[\d.]+ +[\d.]+\n", run.Output);

        string[] lines = File.ReadAllLines(Path.Combine(root["out"], "validate-baseline", "scorecard.csv"));
        Assert.StartsWith("id,measure,value,standard_error,target,low,high,unit,verdict,naive_value,source", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.Contains(",out of band,", lines[1]);
        Assert.Contains(",not measurable,", lines[2]);
        Assert.Contains(",in band,", lines[3]);
    }

    [Fact]
    public void TheSameCommandSimulatesNothingAndWritesTheSameBytes()
    {
        using var root = new TemporaryFolder();
        Validate(root, "--no-plots");
        string folder = Path.Combine(root["out"], "validate-baseline");
        byte[] first = File.ReadAllBytes(Path.Combine(folder, "scorecard.csv")), patterns = File.ReadAllBytes(Path.Combine(folder, "measures.csv"));
        CommandLineRun again = Validate(root, "--no-plots", quiet: false);
        Assert.Contains("2 of 2 replicates came from the store with their ledger; none was simulated.", again.Error);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(folder, "scorecard.csv")));
        Assert.Equal(patterns, File.ReadAllBytes(Path.Combine(folder, "measures.csv")));
    }

    [Fact]
    public void OtherTargetsOrParametersInTheSameFolderAreSaid()
    {
        using var root = new TemporaryFolder();
        const string targets = "id,measure,value,low,high,kind\nX1,anchor_turnover,14,11,17,input\n";
        string mine = root.Write("mine.csv", targets);
        Assert.DoesNotContain("replaces", Validate(root, ["--no-plots"], quiet: false).Error);
        Assert.Contains("held a result with other targets (calibration-targets.csv), which this one replaces; --out DIR keeps both.", Again());
        Assert.DoesNotContain("replaces", Again());
        root.Write("mine.csv", targets.Replace("17", "18"));
        Assert.Matches(@"with other targets \(\S+mine\.csv, as it then was\), which", Again());
        Assert.Contains("with other parameters, which", Again("--set", "channels.hub=0"));
        Assert.Matches(@"with other parameters and other targets \(\S+mine\.csv\), which", Validate(root, ["--no-plots"], quiet: false).Error);

        string Again(params string[] more) => Validate(root, ["--no-plots", "--targets", mine, .. more], quiet: false).Error;
    }

    [Fact]
    public void ReplicatesWithoutLedgerAreSaidToBeSimulatedAgain()
    {
        using var root = new TemporaryFolder();
        string[] same = ["--set", "population.workers=4000", "--months", "24", "--replicates", "2", "--no-plots", "--threads", "1", "--out", root["out"]];
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of(["run", "baseline", "--quiet", .. same]).Status);
        CommandLineRun run = CommandLineRun.Of(["validate", "baseline", .. same]);
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("1 of 2 replicates came from the store with their ledger; 1 was simulated, since the store keeps no ledger of it.", run.Error);
    }

    [Fact]
    public void TheFigureAndThePageArePartOfTheResult()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, Validate(root).Status);
        string folder = Path.Combine(root["out"], "validate-baseline"), manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"));
        Assert.All(new[] { "figures/scorecard.png", "figures/scorecard.svg", "report.html", "scorecard.csv", "measures.csv" }, name =>
        {
            Assert.True(new FileInfo(Path.Combine(folder, name)).Length > 1000, name);
            Assert.Contains($"\"{name}\"", manifest);
        });
    }

    [Fact]
    public void AWorldWithoutAnchorIsMeasuredAsFarAsItGoes()
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = Validate(root, "--no-plots", "--set", "anchor.present=false");
        Assert.Equal(ExitStatus.Done, run.Status);
        string[] hazard = File.ReadAllLines(Path.Combine(root["out"], "validate-baseline", "scorecard.csv")).Single(line => line.StartsWith("C2,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(("", "not measurable"), (hazard[2], hazard[8]));
    }

    [Fact]
    public void ImpossibleFiguresAreRefusedAndDoubtfulOnesWarnedOf()
    {
        using var root = new TemporaryFolder();
        CommandLineRun impossible = Validate(root, "--targets", root.Write("impossible.csv", "id,measure,value,low,high\nX1,survival_share_age_1,180,170,190\n"));
        Assert.Equal(ExitStatus.Invalid, impossible.Status);
        Assert.Contains("found 180 % for survival_share_age_1", impossible.Error);
        CommandLineRun doubtful = Validate(root, "--no-plots", "--targets", root.Write("doubtful.csv", "id,measure,value,low,high\nX1,survival_share_age_1,0.8,0.7,0.9\n"));
        Assert.Equal(ExitStatus.Done, doubtful.Status);
        Assert.Contains("X1: survival_share_age_1 is in %", doubtful.Error);
    }

    [Fact]
    public void ASlipInTheTableIsRefusedBeforeAnythingRuns()
    {
        using var root = new TemporaryFolder();
        string targets = root.Write("mine.csv", "id,measure,value,low,high\nX1,anchor_turnovr,14,11,17\n");
        CommandLineRun run = Validate(root, "--targets", targets);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains("mine.csv:2:4", run.Error);
        Assert.Contains("did you mean \"anchor_turnover\"?", run.Error);
        Assert.False(Directory.Exists(root["out"]));
        Assert.Equal(ExitStatus.Invalid, Validate(root, "--targets", root["none.csv"]).Status);
        Assert.Equal(ExitStatus.Invalid, Validate(root, "--targets", targets, "--contested").Status);
    }

    private static CommandLineRun Validate(TemporaryFolder root, params string[] more) => Validate(root, more, quiet: true);

    private static CommandLineRun Validate(TemporaryFolder root, string more, bool quiet) => Validate(root, [more], quiet);

    private static CommandLineRun Validate(TemporaryFolder root, string[] more, bool quiet) =>
        CommandLineRun.Of(["validate", "baseline", "--out", root["out"], .. quiet ? Small : Small[..^1], .. more]);
}
