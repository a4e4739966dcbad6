using EcoSim.Cli;
using EcoSim.Cli.Clustering;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Results;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;
using EcoSim.Tests.Sweeps;

namespace EcoSim.Tests.Clustering;

/// <summary>A sweep through a cluster, which here is this process.</summary>
public sealed class SlurmSweepTests
{
    /// <summary>Runs the tasks of a job at once, except those that are to fail.</summary>
    private sealed class ClusterHere(TemporaryFolder root, Func<int, int, bool> fails) : IBatchSystem
    {
        public List<string> Submitted { get; } = [];

        public Queue<QueuedTasks?> Answers { get; } = [];

        public string Submit(string script)
        {
            string text = File.ReadAllText(script);
            Submitted.Add(text);
            string array = text.Split("--array=")[1].Split('\n')[0];
            int of = int.Parse(text.Split("$SLURM_ARRAY_TASK_ID/")[1].Split('"')[0]);
            foreach (int part in array.Split(',').Select(range => range.Split('-')).SelectMany(ends => Enumerable.Range(int.Parse(ends[0]), int.Parse(ends[^1]) - int.Parse(ends[0]) + 1)))
            {
                if (!fails(Submitted.Count, part))
                {
                    var request = SweepFiles.Request(root, store: root["store"]) with { Out = Path.GetDirectoryName(script)! };
                    SweepFiles.Sweep(root, SweepFiles.Grid, SweepFiles.Simulate, SweepFiles.Part(part, of), request);
                }
                else
                {
                    File.WriteAllText(Path.Combine(Path.GetDirectoryName(script)!, $"part-{part}.log"), "first\nslurmstepd: killed, it took too long\n");
                }
            }

            return $"{100 + Submitted.Count}";
        }

        public QueuedTasks? Queued(string job) => Answers.TryDequeue(out QueuedTasks? answer) ? answer : QueuedTasks.None;
    }

    [Fact]
    public void The_tables_are_those_of_a_sweep_without_it_and_nothing_of_the_parts_is_left()
    {
        using TemporaryFolder here = new(), there = new();
        SweepFiles.Sweep(here, SweepFiles.Grid, SweepFiles.Simulate);
        var cluster = new ClusterHere(there, (_, _) => false);
        cluster.Answers.Enqueue(null);
        cluster.Answers.Enqueue(new QueuedTasks(1, 2, "Resources"));
        Assert.Equal(ExitStatus.Done, Sweep(there, cluster).Status);
        Assert.All(SweepFiles.Tables, name => Assert.Equal(SweepFiles.Text(here, name), SweepFiles.Text(there, name)));
        Assert.Single(cluster.Submitted);
        Assert.Equal(["job.sh"], Directory.EnumerateFileSystemEntries(Path.Combine(there["out"], "slurm-tiny")).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void What_ended_without_a_result_is_submitted_again_alone_with_more_time_and_memory()
    {
        using TemporaryFolder root = new();
        var cluster = new ClusterHere(root, (submission, part) => submission == 1 && part == 2);
        (ExitStatus status, string error) = Sweep(root, cluster);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Contains("part 2/3 of job 101 ended without a result: slurmstepd: killed, it took too long", error);
        Assert.Equal(2, cluster.Submitted.Count);
        Assert.Contains("--array=1-3\n", cluster.Submitted[0]);
        Assert.Contains("--array=2\n", cluster.Submitted[1]);
        Assert.Equal(2 * Megabytes(cluster.Submitted[0]), Megabytes(cluster.Submitted[1]));
    }

    [Fact]
    public void It_gives_up_after_the_retries_and_the_same_command_goes_on()
    {
        using TemporaryFolder root = new();
        bool broken = true;
        var cluster = new ClusterHere(root, (_, part) => broken && part == 3);
        (ExitStatus status, string error) = Sweep(root, cluster);
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("3 times submitted, 1 of 3 parts are still without a result", error);
        Assert.False(Directory.Exists(Path.Combine(root["out"], "sweep-tiny")));
        broken = false;
        Assert.Equal(ExitStatus.Done, Sweep(root, cluster).Status);
        Assert.Contains("--array=3\n", cluster.Submitted[^1]);
    }

    [Fact]
    public void Interrupted_it_leaves_the_job_and_the_same_command_follows_it()
    {
        using TemporaryFolder root = new();
        using var stop = new CancellationTokenSource();
        bool held = true;
        ClusterHere cluster = new(root, (_, _) =>
        {
            stop.Cancel();
            return held;
        });
        (ExitStatus status, string error) = Sweep(root, cluster, cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("job 101 goes on. The same command follows it again, 'scancel 101' ends it", error);

        held = false;
        cluster.Answers.Enqueue(new QueuedTasks(3, 0, ""));
        (status, error) = Sweep(root, cluster);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Contains("job 101, submitted earlier, is still in the queue; following it", error);
    }

    [Fact]
    public void A_job_of_another_sweep_that_is_still_at_work_is_not_joined_by_a_second()
    {
        using TemporaryFolder root = new();
        var cluster = new ClusterHere(root, (_, _) => true);
        Sweep(root, cluster);
        cluster.Answers.Enqueue(new QueuedTasks(2, 0, ""));
        RefusedException refused = Assert.Throws<RefusedException>(() => Sweep(root, cluster, SweepFiles.Grid.Replace("\"replicates\": 3", "\"replicates\": 4")));
        Assert.Contains("still has 2 tasks in the queue", refused.Message);
    }

    [Fact]
    public void Written_only_the_script_has_what_was_asked_for()
    {
        using TemporaryFolder root = new();
        var cluster = new ClusterHere(root, (_, _) => true);
        SlurmRequest asked = SlurmRequest.Usual with { Dry = true, Tasks = 4, Partition = "short", Options = ["account=mine"] };
        Assert.Equal(ExitStatus.Done, Sweep(root, cluster, slurm: asked).Status);
        Assert.Empty(cluster.Submitted);
        string script = File.ReadAllText(Path.Combine(root["out"], "slurm-tiny", "job.sh"));
        Assert.All(new[] { "--array=1-4\n", "--partition=short\n", "--account=mine\n", "--cpus-per-task=1\n", "--shard \"$SLURM_ARRAY_TASK_ID/4\"\n" }, text => Assert.Contains(text, script));
    }

    [Theory]
    [InlineData(1000, 10, 1, 34, 20)]
    [InlineData(1000, 10, 4, 9, 19)]
    [InlineData(3, 0.1, 1, 1, 6)]
    [InlineData(1_000_000, 60, 1, 1000, 3005)]
    public void Tasks_and_time_follow_from_the_time_of_a_run(int runs, double seconds, int cpus, int tasks, int minutes)
    {
        SlurmNeeds needs = SlurmNeeds.Of(runs, TimeSpan.FromSeconds(seconds), 200, 2, 40, cpus, null);
        // Five minutes to start and write, and three times the work of a task: in 34 tasks of 1,000 runs 30 runs of 10 s, 5 + 3 · 5 = 20.
        int rounds = (int)Math.Ceiling(Math.Ceiling((double)runs / tasks) / cpus);
        Assert.Equal((tasks, cpus), (needs.Tasks, needs.Cpus));
        Assert.InRange(needs.Minutes, rounds * seconds / 60, double.MaxValue);
        Assert.Equal(minutes, needs.Minutes);
    }

    [Fact]
    public void Numbers_are_written_as_ranges() => Assert.Equal("1-3,7,9-10", SlurmScript.Ranges([9, 2, 1, 3, 10, 7]));

    [Theory]
    [InlineData("--slurm-tasks 3", "--slurm-tasks: found without --slurm")]
    [InlineData("--slurm --shard 1/2", "--slurm: found beside --shard")]
    [InlineData("--slurm --slurm-tasks none", "allowed is a whole number from 1")]
    [InlineData("--slurm --slurm-option --account=x", "without its dashes")]
    public void Options_that_do_not_go_together_are_refused(string options, string expected)
    {
        CommandLineRun run = CommandLineRun.Of(["sweep", "first-try", .. options.Split(' ')]);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains(expected, run.Error);
    }

    private static int Megabytes(string script) => int.Parse(script.Split("--mem=")[1].Split("M\n")[0]);

    private static (ExitStatus Status, string Error) Sweep(
        TemporaryFolder root, ClusterHere cluster, string experiment = SweepFiles.Grid, SlurmRequest? slurm = null, CancellationToken cancel = default)
    {
        using StringWriter output = new(), error = new();
        SweepRequest asked = SweepRequest.Usual with { Slurm = slurm ?? SlurmRequest.Usual with { Tasks = 3 } };
        var session = new SweepSession(SweepFiles.Request(root, store: "none"), new Terminal(output, error), "ecosim sweep tiny.json", SweepFiles.Simulate, asked, cluster);
        return (session.Run(root.Write("tiny.json", experiment), cancel), error.ToString());
    }
}
