using EcoSim.Cli;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Results;
using EcoSim.Tests.Scenarios;

namespace EcoSim.Tests.Cli;

/// <summary>What must not change a byte of <c>series.csv</c>, seen from the command line.</summary>
public sealed class SameBytesTests
{
    private static readonly string[] Small =
        ["--set", "population.workers=3000", "--set", "run.warmupMonths=12", "--months", "30", "--replicates", "4"];

    private static readonly Lazy<string> Plain = new(() => Series("--threads", "1", "--ledger", "none"));

    [Fact]
    public void Run_twice() => Same("--threads", "1", "--ledger", "none");

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    public void Threads(string threads) => Same("--threads", threads, "--ledger", "none");

    [Theory]
    [InlineData("first")]
    [InlineData("all")]
    public void Ledger(string scope) => Same("--threads", "1", "--ledger", scope);

    [Fact]
    public void Checks() => Same("--check", "--ledger", "none");

    [Fact]
    public void Everything_set_to_what_it_is() => Same([.. Held(Catalogue.All).SelectMany(pair => new[] { "--set", $"{pair.Path}={pair.Value}" })]);

    [Fact]
    public void A_shock_that_sets_what_already_holds() => Same(
    [
        "--set", "shocks.still.month=6", "--set", "shocks.still.until=20",
        .. Held(Catalogue.All.Where(p => !p.AtStart)).SelectMany(pair => new[] { "--set", $"shocks.still.set.{pair.Path}={pair.Value}" }),
    ]);

    [Fact]
    public void A_change_does_change_it() => Assert.NotEqual(Plain.Value, Series("--set", "channels.talent=0"));

    private static void Same(params string[] options) => Assert.True(Plain.Value == Series(options), "series.csv differs.");

    /// <summary>Parameters with the values that hold in the scenario under test.</summary>
    private static IEnumerable<(string Path, string Value)> Held(IEnumerable<ParameterDeclaration> parameters)
    {
        string[] sets = ["population.workers=3000", "run.warmupMonths=12", "run.months=30", "run.replicates=4"];
        Scenario scenario = ScenarioFolder.Valid(ScenarioReader.Read(File, sets));
        return parameters.Select(p => (p.Path, p.Format(p.Get(scenario.Plan.Parameters))));
    }

    private static string File => Path.Combine(Repository.Root, "scenarios", "baseline.json");

    private static string Series(params string[] options)
    {
        using var root = new TemporaryFolder();
        CommandLineRun run = CommandLineRun.Of(["run", File, .. Small, .. options, "--no-plots", "--quiet", "--out", root["out"]]);
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        return System.IO.File.ReadAllText(Path.Combine(root["out"], "baseline", SeriesCsv.Name));
    }
}
