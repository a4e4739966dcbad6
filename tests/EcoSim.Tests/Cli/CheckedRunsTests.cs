using EcoSim.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Cli;

/// <summary>Every command that takes <c>--check</c> says of how many runs the laws held.</summary>
public sealed class CheckedRunsTests : IDisposable
{
    private static readonly string[] Small = ["--no-plots", "--quiet"];

    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_comparison_counts_each_run_that_was_checked_and_no_other()
    {
        string tiny = Tiny(), other = _root.Write("other.json", """{"extends": "tiny.json", "name": "other", "channels": {"talent": 0}}""");
        string same = _root.Write("same.json", """{"extends": "tiny.json", "name": "same"}""");
        Assert.DoesNotContain("Conservation laws", Of("run", tiny).Output);
        Assert.DoesNotContain("Conservation laws", Of("compare", tiny, other).Output);

        // What is in the store unchecked is simulated again; a world named twice is run once; a finished result is not run at all.
        Assert.Equal(6, Checked("compare", tiny, other, "--check"));
        Assert.Equal(6, Checked("compare", tiny, other, same, "--check"));
        Assert.Equal(3, Checked("compare", Path.Combine(_root["out"], "tiny"), other, "--check"));
    }

    [Fact]
    public void A_sweep_counts_its_runs()
    {
        string file = _root.Write(
            "swept.json",
            """{"name": "swept", "run": {"months": 6, "replicates": 2, "warmupMonths": 2}, "population": {"workers": 1500}, "parameters": {"channels.talent": {"from": 0, "to": 1, "steps": 2}}, "design": "grid"}""");
        Assert.DoesNotContain("Conservation laws", Of("sweep", file).Output);
        Assert.Equal(4, Checked("sweep", file, "--check"));
        Assert.Equal(2, Checked("sweep", file, "--check", "--shard", "1/2"));
    }

    [Theory]
    [InlineData("validate {0} --replicates 2", 2)]
    [InlineData("validate {0} --warm-up --replicates 2", 0)]
    [InlineData("validate {0} --contested --replicates 1", 0)]
    [InlineData("headline {0} --replicates 1", 0)]
    [InlineData("attribute {0} --replicates 1", 0)]
    public void Others_count_theirs(string words, int runs)
    {
        string tiny = Tiny();
        int found = Checked([.. string.Format(System.Globalization.CultureInfo.InvariantCulture, words, tiny).Split(' '), "--check"]);
        Assert.True(runs == 0 ? found > 0 : found == runs, $"{found} runs");
    }

    private string Tiny() => _root.Write(
        "tiny.json", """{"name": "tiny", "run": {"months": 6, "replicates": 3, "warmupMonths": 2}, "population": {"workers": 1500}}""");

    private int Checked(params string[] args)
    {
        CommandLineRun run = Of(args);
        Assert.True(run.Status == ExitStatus.Done, run.Error);
        string line = Assert.Single(run.Output.Split('\n'), said => said.StartsWith("Conservation laws verified in every month of ", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private CommandLineRun Of(params string[] args) => CommandLineRun.Of([.. args, .. Small, "--out", _root["out"]]);
}
