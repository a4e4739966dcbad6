using System.Diagnostics;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Comparing;

/// <summary>Gets the worlds of a comparison: from results folders, from the store, or by running.</summary>
internal sealed class WorldSource(RunRequest request, Terminal terminal, OpenStore store, Simulate? simulate)
{
    /// <summary>A world that is asked for twice, or with more replicates than before, is not simulated twice within one command.</summary>
    private readonly MemoryStore _done = new(store.Replicates);

    private readonly Stopwatch _simulating = new();
    private readonly HashSet<string> _said = [];
    private readonly HashSet<(string World, int Replicate)> _runs = [];
    private int _simulated;

    /// <summary>Finished runs so far, simulated or from the store, each once; those of finished results are not among them.</summary>
    public int Runs => _runs.Count;

    /// <summary>Time that a run takes in the mean, other runs beside it included; null before the first.</summary>
    public TimeSpan? TimePerRun => _simulated == 0 ? null : _simulating.Elapsed / _simulated;

    /// <summary>The worlds in the order of the arguments; null with a status when there is no comparison to make.</summary>
    /// <param name="arguments">Sides of the comparison, the baseline first.</param>
    /// <param name="replicates">Replicates of each scenario; null for its own number.</param>
    /// <param name="cancel">Stops; what is done stays in the store.</param>
    public (IReadOnlyList<ComparedWorld>? Worlds, ExitStatus Status) Get(
        IReadOnlyList<WorldArgument> arguments, int? replicates, CancellationToken cancel)
    {
        var worlds = new List<ComparedWorld>();
        var status = ExitStatus.Done;
        foreach (WorldArgument argument in arguments)
        {
            (ComparedWorld? world, ExitStatus one) = argument.Finished is { } finished
                ? (finished, ExitStatus.Done)
                : Run(argument.Scenario!, replicates ?? argument.Scenario!.Plan.Parameters.Run.Replicates, cancel);
            status = one > status ? one : status;
            if (world is null)
            {
                return (null, status);
            }

            worlds.Add(world);
        }

        return (Unique([.. worlds]), status);
    }

    private (ComparedWorld? World, ExitStatus Status) Run(Scenario scenario, int replicates, CancellationToken cancel)
    {
        // What the anchor fostered is another question: the twins are left out, which changes no number of the world itself.
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = false;
        parameters.Run.Replicates = replicates;
        Scenario alone = scenario with { Plan = scenario.Plan with { Parameters = parameters } };
        EnsembleOptions options = Resources.Fit(alone.Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        _simulating.Start();
        EnsembleResult result = RunProgress.Show(
            terminal, request.Quiet, scenario.Name, observer => EnsembleRunner.Run(alone, options, observer, cancel, simulate, _done));
        _simulating.Stop();
        _simulated += result.Runs - result.FromStore;
        _runs.UnionWith(result.Replicates.Select(run => (ReplicateHash.Of(alone.Plan), run.Replicate)));
        foreach (RunFailure failure in result.Failures)
        {
            terminal.Error.WriteLine($"{scenario.Name}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        if (result.Interrupted)
        {
            string kept = store.Replicates is null ? " Nothing is kept, since the store is switched off." : " What is done is in the store; the same command goes on from there.";
            terminal.Error.WriteLine($"{scenario.Name}: interrupted, so nothing was compared.{kept}");
            return (null, ExitStatus.Interrupted);
        }

        ExitStatus status = result.Failures.Count > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
        if (result.Replicates.Count == 0)
        {
            terminal.Error.WriteLine($"{scenario.Name}: no replicate finished, so nothing was compared and nothing was written.");
            return (null, status);
        }

        if (_said.Add(scenario.Name))
        {
            store.SayFound(scenario.Name, result);
        }

        string origin = result.FromStore == result.Runs ? "the store" : "run now";
        return (new ComparedWorld(scenario.Name, origin, scenario, result.Replicates, ProgramVersion.Text, ProgramVersion.ModelBuild), status);
    }

    /// <summary>Two worlds of one name would be one row in tables and one line in figures.</summary>
    private static ComparedWorld[] Unique(ComparedWorld[] worlds)
    {
        for (int i = 0; i < worlds.Length; i++)
        {
            string name = worlds[i].Label;
            for (int copy = 2; worlds.Take(i).Any(earlier => earlier.Label == worlds[i].Label); copy++)
            {
                worlds[i] = worlds[i] with { Label = $"{name}-{copy}" };
            }
        }

        return worlds;
    }
}
