using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>Experiments of tests, and sweeps over them on made-up runs.</summary>
internal static class SweepFiles
{
    public static readonly string[] Tables = ["design.csv", "runs.csv", "summary.csv"];

    /// <summary>Two parameters, three levels each.</summary>
    public const string Grid =
        """
        { "name": "tiny", "question": "?", "run": { "months": 6, "warmupMonths": 2 }, "replicates": 3,
          "parameters": { "channels.talent": [0, 0.5, 1], "channels.cloud": { "from": 0, "to": 1, "steps": 3 } },
          "design": "grid", "outcomes": ["ecosystem_value", "rent:mean:0-3"] }
        """;

    /// <summary>The last month answers to talent and cloud in a known way, and to the replicate.</summary>
    public static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        ChannelParameters on = plan.Parameters.Channels;
        foreach (ref double cell in run.Series.Row(run.Series.Months - 1))
        {
            cell += 8 * on.Talent + 4 * on.Cloud;
        }

        return run;
    }

    public static RunRequest Request(TemporaryFolder root, int threads = 1, bool force = false, string? store = null, params string[] sets) =>
        new(sets, threads, LedgerScope.None, Check: false, root["out"], Plots: false, Quiet: true, force, store);

    public static (ExitStatus Status, string Output, string Error) Sweep(
        TemporaryFolder root, string experiment, Simulate? simulate, SweepRequest? asked = null, RunRequest? request = null, CancellationToken cancel = default)
    {
        using StringWriter output = new(), error = new();
        string file = root.Write("tiny.json", experiment);
        var session = new SweepSession(request ?? Request(root), new Terminal(output, error), "ecosim sweep tiny.json", simulate, asked);
        return (session.Run(file, cancel), output.ToString(), error.ToString());
    }

    public static SweepRequest Part(int number, int of) => SweepRequest.Usual with { Shard = new Shard(number, of) };

    public static string Text(TemporaryFolder root, string name, string folder = "sweep-tiny") => File.ReadAllText(Path.Combine(root["out"], folder, name));

    public static string[][] Rows(TemporaryFolder root, string name, string folder = "sweep-tiny") =>
        [.. Text(root, name, folder).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
}
