using System.Diagnostics;
using EcoSim.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Cli;

/// <summary>A bare name means the result of that name in the folder for results, where there is no other folder of that name.</summary>
public sealed class NamedResultTests
{
    [Fact]
    public void A_name_is_found_among_the_results()
    {
        using var root = new TemporaryFolder();
        string scenario = CommandLineRun.TinyScenario(root);
        Assert.Equal(ExitStatus.Done, CommandLineRun.Of("run", scenario, "--replicates", "1", "--no-plots", "--quiet", "--out", root["results"], "--store", "none").Status);
        (int status, string output, string error) = In(root.Path, ["explain", "tiny"]);
        Assert.Equal((0, $"ecosim: 'tiny' is taken for the result '{Path.Combine("results", "tiny")}'."), (status, error.Trim()));
        Assert.Equal(In(root.Path, ["explain", Path.Combine("results", "tiny")]), (status, output, ""));
        Directory.CreateDirectory(Path.Combine(root["results"], "empty"));
        Assert.Contains($"'{Path.Combine("results", "empty")}' has no CSV or Parquet file.", In(root.Path, ["query", "empty"]).Error);
        Assert.Equal("", In(root.Path, ["explain", "tiny", "--quiet"]).Error);
        Assert.Contains($"Did you mean '{Path.Combine("results", "tiny")}'?", In(root.Path, ["query", "tinny"]).Error);

        // A folder of that name is what was typed.
        Directory.CreateDirectory(root["tiny"]);
        Assert.Contains("'tiny' has no CSV or Parquet file.", In(root.Path, ["query", "tiny"]).Error);
    }

    /// <summary>A real process, since the current folder is the whole test program's.</summary>
    private static (int Status, string Output, string Error) In(string folder, string[] args)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
