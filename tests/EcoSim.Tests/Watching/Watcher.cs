using System.Collections.Concurrent;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Watching;
using EcoSim.Experiments.Ensembles;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Watching;

/// <summary>A watching session on a thread of its own, driven by what it says it has done.</summary>
internal sealed class Watcher : IDisposable
{
    /// <summary>Far beyond what a loaded machine needs; reached only when nothing comes at all.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<Watched> _done = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _output = new(), _error = new();
    private readonly Task<ExitStatus> _session;

    public Watcher(TemporaryFolder root, string file, Simulate? simulate = null, bool plots = false, params string[] sets)
    {
        var request = new RunRequest(sets, 1, null, Check: false, root["out"], plots, Quiet: true, Force: false);
        var session = new WatchSession(
            request, new Terminal(TextWriter.Synchronized(_output), TextWriter.Synchronized(_error)), "ecosim watch", simulate ?? PlainRuns.Simulate, _done.Add);
        _session = Task.Factory.StartNew(() => session.Run(file, _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>The next thing done, first looks apart: whether one comes before the last replicate is a matter of timing.</summary>
    public Watched Next()
    {
        Watched done;
        while ((done = NextOfAll()) == Watched.FirstLook)
        {
        }

        return done;
    }

    /// <summary>The next thing done.</summary>
    public Watched NextOfAll()
    {
        Assert.True(_done.TryTake(out Watched done, Long), $"Nothing was done. It said:\n{Error}");
        return done;
    }

    public ExitStatus Stop()
    {
        _stop.Cancel();
        Assert.True(_session.Wait(Long), "It does not stop.");
        return _session.Result;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _session.Wait(Long);
        _stop.Dispose();
        _done.Dispose();
    }
}
