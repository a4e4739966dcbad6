using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.Comparing;

/// <summary>One side of a comparison as named on the command line: a finished result, or a scenario.</summary>
/// <param name="Text">The argument.</param>
/// <param name="Finished">The world in a results folder, or null.</param>
/// <param name="Scenario">The scenario, or null.</param>
internal sealed record WorldArgument(string Text, ComparedWorld? Finished, Scenario? Scenario)
{
    public int Months => Planned.Setup.Months;

    /// <summary>The world as far as it is known before anything runs.</summary>
    public ComparedWorld Planned =>
        Finished ?? new ComparedWorld(Scenario!.Name, "a scenario", Scenario, [], ProgramVersion.Text, ProgramVersion.ModelBuild);

    /// <summary>Reads every argument before anything runs; null after the problems were written. Throws <see cref="RefusedException"/> naming a damaged file.</summary>
    public static IReadOnlyList<WorldArgument>? Read(IReadOnlyList<string> arguments, RunRequest request, TextWriter problemsTo)
    {
        string[] missing = [.. arguments.Where(MissingResult.IsMeant)];
        if (missing.Length > 0)
        {
            throw new RefusedException(string.Join(Environment.NewLine, missing.Select(MissingResult.Text)));
        }

        string? folder = arguments.FirstOrDefault(IsFolder);
        if (folder is not null && request.Sets.Count > 0)
        {
            throw new RefusedException(
                $"--set, --replicates, --seed and --months change scenarios that are run, but '{folder}' is a finished result. Name its scenario instead, or leave them out.");
        }

        var problems = new List<Problem>();
        var worlds = new List<WorldArgument>();
        foreach (string argument in arguments)
        {
            ScenarioReading? reading = IsFolder(argument) ? null : ScenarioReader.Read(argument, request.Sets);
            problems.AddRange(reading?.Problems ?? []);
            worlds.Add(new WorldArgument(argument, null, reading?.Scenario));
        }

        if (problems.Count == 0)
        {
            ScenarioSet.SayWhatLooksWrong(worlds.Select(world => world.Scenario).OfType<Scenario>(), problemsTo);
            return [.. worlds.Select(world => IsFolder(world.Text) ? world with { Finished = WorldFolder.Read(world.Text) } : world)];
        }

        problemsTo.WriteLine(ProblemText.Write([.. problems.Distinct()]).TrimEnd());
        if (problems.Any(problem => problem is { Path: "", Line: null } && arguments.Contains(problem.File) && !File.Exists(problem.File)))
        {
            problemsTo.WriteLine("A side of a comparison may also be an existing results folder, such as results/baseline; run first: ecosim run baseline");
        }

        return null;
    }

    private static bool IsFolder(string argument) => Directory.Exists(argument);
}
