using EcoSim.Cli;
using EcoSim.Cli.Watching;
using EcoSim.Model;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Comparison;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Watching;

/// <summary>Saving runs again, a mistake is shown and survived, and a run that is overtaken is dropped.</summary>
public sealed class WatchSessionTests
{
    private static string Scenario(TemporaryFolder root, double talent) => root.Write(
        "one.json", $$"""{"extends": "parent.json", "name": "one", "channels": {"talent": {{talent.ToString(System.Globalization.CultureInfo.InvariantCulture)}}} }""");

    private static TemporaryFolder Root()
    {
        var root = new TemporaryFolder();
        root.Write("parent.json", """{"name": "parent", "run": {"months": 6, "replicates": 3, "warmupMonths": 2} }""");
        return root;
    }

    [Fact]
    public void Saving_shows_the_difference_to_the_run_before()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1), ShiftedRuns.Simulate);
        Assert.Equal(Watched.Shown, watcher.Next());
        Scenario(root, 0.5);
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("channels.talent: 1 -> 0.5", watcher.Output);

        Assert.Matches("outcome +mean before +mean now +difference", watcher.Output);

        // Half of talent missing adds 1, 3 and 5 in the three replicates.
        Assert.Matches(@"startups_alive +[\d,]+ +[\d,]+ +\+3", watcher.Output);
        Assert.Equal(ExitStatus.Interrupted, watcher.Stop());
    }

    [Fact]
    public void The_first_replicates_are_shown_while_the_others_run()
    {
        using TemporaryFolder root = Root();
        using var looked = new ManualResetEventSlim();
        using var watcher = new Watcher(root, Scenario(root, 1), (plan, replicate, options, month, cancel) =>
        {
            if (replicate == 2)
            {
                looked.Wait(cancel);
            }

            return PlainRuns.Simulate(plan, replicate, options, month, cancel);
        });
        Assert.Equal(Watched.FirstLook, watcher.NextOfAll());
        Assert.Contains("one, run 1: first look after 2 of 3 replicates", watcher.Output);
        Assert.Contains("2 of 3 replicates", File.ReadAllText(Path.Combine(root["out"], "watch-one", "status.js")));
        looked.Set();
        Assert.Equal(Watched.Shown, watcher.NextOfAll());
        Assert.Contains("one, run 1: 3 replicates", watcher.Output);
        Assert.StartsWith("show(1, \"done\"", File.ReadAllText(Path.Combine(root["out"], "watch-one", "status.js")));
    }

    [Fact]
    public void A_first_look_gives_the_difference_without_an_interval()
    {
        using TemporaryFolder root = Root();
        using var saved = new ManualResetEventSlim();
        using var looked = new ManualResetEventSlim();
        using var watcher = new Watcher(root, Scenario(root, 1), (plan, replicate, options, month, cancel) =>
        {
            if (replicate == 2 && saved.IsSet)
            {
                looked.Wait(cancel);
            }

            return ShiftedRuns.Simulate(plan, replicate, options, month, cancel);
        });
        Assert.Equal(Watched.Shown, watcher.Next());
        saved.Set();
        Scenario(root, 0.5);
        Assert.Equal(Watched.FirstLook, watcher.NextOfAll());
        Assert.Matches(@"startups_alive +[\d,]+ +[\d,]+ +\+2 +- ", watcher.Output);
        int first = watcher.Output.Length;
        looked.Set();
        Assert.Equal(Watched.Shown, watcher.NextOfAll());
        Assert.Matches(@"startups_alive +[\d,]+ +[\d,]+ +\+3 +\S+ to ", watcher.Output[first..]);
    }

    [Fact]
    public void A_mistake_is_shown_and_the_mended_file_runs()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("one.json", """{"extends": "parent.json", "chanels": {"talent": 0} }""");
        Assert.Equal(Watched.Problem, watcher.Next());
        Assert.Contains("did you mean \"channels\"", watcher.Error);
        Assert.Contains("chanels", File.ReadAllText(Path.Combine(root["out"], "watch-one", "status.js")));
        Scenario(root, 0);
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("run 2", watcher.Output);
    }

    [Fact]
    public void A_file_that_is_wrong_at_first_is_waited_for()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, root.Write("one.json", "{"));
        Assert.Equal(Watched.Problem, watcher.Next());
        Scenario(root, 1);
        Assert.Equal(Watched.Shown, NextWithoutProblem(watcher));
    }

    [Fact]
    public void Editors_that_save_by_renaming_are_seen()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        foreach (string talent in new[] { "0.25", "0.5" })
        {
            File.Move(root["one.json"], root["one.json~"], overwrite: true);
            File.Move(root.Write("new", $$"""{"extends": "parent.json", "name": "one", "channels": {"talent": {{talent}}} }"""), root["one.json"], overwrite: true);
            Assert.Equal(Watched.Shown, NextWithoutProblem(watcher));
        }
    }

    /// <summary>What is done next; the moment in which the file was gone or half written may be seen, and what counts is that the new one is.</summary>
    private static Watched NextWithoutProblem(Watcher watcher)
    {
        const int moments = 10;
        return Enumerable.Range(0, moments).Select(_ => watcher.Next()).FirstOrDefault(done => done != Watched.Problem, Watched.Problem);
    }

    [Fact]
    public void A_parent_is_watched_too()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("parent.json", """{"name": "parent", "run": {"months": 5, "replicates": 3, "warmupMonths": 2} }""");
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("of 5 months", watcher.Output);
    }

    [Fact]
    public void A_series_that_was_missing_is_waited_for()
    {
        using TemporaryFolder root = Root();
        string file = root.Write("one.json", """{"extends": "parent.json", "name": "one", "series": {"channels.cloud": "cloud.csv"} }""");
        using var watcher = new Watcher(root, file);
        Assert.Equal(Watched.Problem, watcher.Next());
        root.Write("cloud.csv", "date,value\n2005-01,1\n2005-06,0.5\n");
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("cloud.csv", "date,value\n2005-01,1\n2005-06,0.25\n");
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("series channels.cloud", watcher.Output);
    }

    [Fact]
    public void Saving_the_same_again_runs_nothing()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("one.json", """{"extends": "parent.json", "name": "one", /* the default */ "channels": {"talent": 1} }""");
        Assert.Equal(Watched.Unchanged, watcher.Next());
        Assert.DoesNotContain("run 2", watcher.Output);
    }

    [Fact]
    public void A_run_that_is_overtaken_is_dropped()
    {
        using TemporaryFolder root = Root();
        using var begun = new ManualResetEventSlim();
        string file = Scenario(root, 1);
        using var watcher = new Watcher(root, file, (plan, replicate, options, month, cancel) =>
        {
            if (plan.Parameters.Channels.Talent == 1)
            {
                // A run without end, until it is told that nobody waits for it.
                begun.Set();
                cancel.WaitHandle.WaitOne();
                cancel.ThrowIfCancellationRequested();
            }

            return PlainRuns.Simulate(plan, replicate, options, month, cancel);
        });
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        Scenario(root, 0.5);
        Assert.Equal(Watched.Dropped, watcher.Next());
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("run 1", watcher.Output);
        Assert.Equal(ExitStatus.Interrupted, watcher.Stop());
    }

    [Fact]
    public void A_failing_replicate_does_not_end_it()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1), (plan, replicate, options, month, cancel) =>
            plan.Parameters.Channels.Talent == 1 ? throw new InvalidOperationException("broken") : PlainRuns.Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(Watched.Problem, watcher.Next());
        Assert.Contains("broken", watcher.Error);
        Scenario(root, 0.5);
        Assert.Equal(Watched.Shown, watcher.Next());
    }

    [Fact]
    public void A_change_of_seed_is_shown_without_difference()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("one.json", """{"extends": "parent.json", "name": "one", "run": {"seed": 7} }""");
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("No difference is shown", watcher.Output);
        Assert.Contains("run.seed", watcher.Output);
    }

    [Fact]
    public void The_picture_is_renewed_as_a_whole()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1), ShiftedRuns.Simulate, plots: true);
        Assert.Equal(Watched.Shown, watcher.Next());
        string picture = Path.Combine(root["out"], "watch-one", "overview.png");
        byte[] first = File.ReadAllBytes(picture);
        Scenario(root, 0);
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.NotEqual(first, File.ReadAllBytes(picture));
        Assert.Equal(["manifest.json", "overview-narrow.png", "overview.png", "status.js", "watch.html"], Directory.GetFiles(Path.GetDirectoryName(picture)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string status = File.ReadAllText(Path.Combine(root["out"], "watch-one", "status.js"));
        Assert.StartsWith("show(2, \"done\"", status);
        Assert.Contains("Per cent: change of the mean over replicates", status);
        string page = File.ReadAllText(Path.Combine(root["out"], "watch-one", "watch.html"));
        Assert.All(["overview.png", "overview-narrow.png", "<source id=\"narrow\" media=\"(max-width: 800px)\">"], part => Assert.Contains(part, page));
    }

    [Fact]
    public void A_change_that_changes_nothing_is_said_to()
    {
        using TemporaryFolder root = Root();
        using var watcher = new Watcher(root, Scenario(root, 1));
        Assert.Equal(Watched.Shown, watcher.Next());
        root.Write("one.json", """{"extends": "parent.json", "name": "one", "mobility": {"workersPerSubmarket": 9000} }""");
        Assert.Equal(Watched.Shown, watcher.Next());
        Assert.Contains("That changes nothing: every outcome is the same", watcher.Output);
    }

    [Fact]
    public void What_saving_cannot_mend_is_refused()
    {
        using TemporaryFolder root = Root();
        string file = Scenario(root, 1);
        Refused("no file", "watch", root["nowhere.json"], "--out", root["out"]);
        Refused("--set", "watch", file, "--set", "chanels.talent=1", "--out", root["out"]);
        Refused("unknown option", "watch", file, "--aganist", "x");
        Assert.False(Directory.Exists(root["out"]));
        root.Write("taken", "");
        Refused("cannot be written", "watch", file, "--out", root["taken"]);
    }

    private static void Refused(string said, params string[] args)
    {
        CommandLineRun run = CommandLineRun.Of(args);
        Assert.Equal((ExitStatus.Invalid, ""), (run.Status, run.Output));
        Assert.Contains(said, run.Error);
    }
}
