using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.Comparing;

/// <summary>Gets the worlds of a comparison: from results folders, from earlier runs of the same scenarios, or by running.</summary>
internal sealed class WorldSource(RunRequest request, Terminal terminal, Simulate? simulate)
{
    /// <summary>The worlds in the order of the arguments; null with a status when there is no comparison to make.</summary>
    public (IReadOnlyList<ComparedWorld>? Worlds, ExitStatus Status) Get(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        string? folder = arguments.FirstOrDefault(IsFolder);
        if (folder is not null && request.Sets.Count > 0)
        {
            throw new RefusedException(
                $"--set, --replicates, --seed and --months change scenarios that are run, but '{folder}' is a finished result. Name its scenario instead, or leave them out.");
        }

        if (ReadScenarios(arguments) is not { } scenarios)
        {
            return (null, ExitStatus.Invalid);
        }

        // Folders are read before anything runs, so that a damaged one costs no time.
        ComparedWorld?[] worlds = [.. arguments.Select(argument => IsFolder(argument) ? WorldFolder.Read(argument) : null)];
        var status = ExitStatus.Done;
        for (int i = 0; i < worlds.Length; i++)
        {
            if (worlds[i] is null)
            {
                (worlds[i], ExitStatus one) = Earlier(scenarios[arguments[i]]) is { } earlier ? (earlier, ExitStatus.Done) : RunNow(scenarios[arguments[i]], cancel);
                status = one > status ? one : status;
            }

            if (worlds[i] is null)
            {
                return (null, status);
            }
        }

        return (Unique([.. worlds.OfType<ComparedWorld>()]), status);
    }

    private static bool IsFolder(string argument) => Directory.Exists(argument);

    private Dictionary<string, Scenario>? ReadScenarios(IReadOnlyList<string> arguments)
    {
        var problems = new List<Problem>();
        var scenarios = new Dictionary<string, Scenario>();
        foreach (string argument in arguments.Where(argument => !IsFolder(argument)).Distinct())
        {
            ScenarioReading reading = ScenarioReader.Read(argument, request.Sets);
            problems.AddRange(reading.Problems);
            if (reading.Scenario is { } scenario)
            {
                scenarios.Add(argument, scenario);
            }
        }

        if (problems.Count == 0)
        {
            return scenarios;
        }

        terminal.Error.WriteLine(ProblemText.Write([.. problems.Distinct()]).TrimEnd());
        if (arguments.Any(argument => !IsFolder(argument) && !File.Exists(argument)))
        {
            terminal.Error.WriteLine("A side of a comparison may also be an existing results folder, such as results/baseline.");
        }

        return null;
    }

    private ComparedWorld? Earlier(Scenario scenario)
    {
        if (request.Force)
        {
            return null;
        }

        ComparedWorld? earlier = WorldFolder.Find(Path.Combine(request.Out, scenario.Name), scenario, new EnsembleOptions(Ledger: LedgerScope.None, Check: request.Check));
        if (earlier is not null)
        {
            Say($"{scenario.Name}: taken from '{earlier.Origin}' (same parameters, seed and version); --force runs it again.");
        }

        return earlier;
    }

    private (ComparedWorld? World, ExitStatus Status) RunNow(Scenario scenario, CancellationToken cancel)
    {
        // What the anchor fostered is another question: the twins are left out, which changes no number of the world itself.
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = false;
        Scenario alone = scenario with { Plan = scenario.Plan with { Parameters = parameters } };
        EnsembleOptions options = Resources.Fit(alone.Plan, new EnsembleOptions(request.Threads, LedgerScope.None, request.Check), request.Out);
        EnsembleResult result = RunProgress.Show(
            terminal, request.Quiet, scenario.Name, observer => EnsembleRunner.Run(alone, options, observer, cancel, simulate));
        foreach (RunFailure failure in result.Failures)
        {
            terminal.Error.WriteLine($"{scenario.Name}: replicate {failure.Replicate} failed: {RunSession.Why(failure.Cause)}");
        }

        if (result.Interrupted)
        {
            terminal.Error.WriteLine($"{scenario.Name}: interrupted; nothing was compared and nothing was written.");
            return (null, ExitStatus.Interrupted);
        }

        ExitStatus status = result.Failures.Count > 0 ? ExitStatus.ReplicateFailed : ExitStatus.Done;
        if (result.Replicates.Count == 0)
        {
            terminal.Error.WriteLine($"{scenario.Name}: no replicate finished, so nothing was compared and nothing was written.");
            return (null, status);
        }

        return (new ComparedWorld(scenario.Name, "run now", scenario, result.Replicates, ProgramVersion.Text, ProgramVersion.ModelBuild), status);
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

    private void Say(string message)
    {
        if (!request.Quiet)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
