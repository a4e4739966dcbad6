using System.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Cli.CommandLine;

/// <summary>Options that all running commands share.</summary>
public sealed class RunningOptions
{
    /// <summary>Where the number of replicates comes from when none is asked for.</summary>
    public const string OfScenario = "run.replicates of the scenario unless given", OfExperiment = "those of the file, or else of its scenario, unless given";

    private const int MostThreads = 4096;

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "PATH=VALUE", Description = "Set a parameter; repeatable, the last one wins.", DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _replicates;
    private readonly Option<string?> _seed = Text("--seed", "N", "Seed of all draws.");
    private readonly Option<string?> _months = Text("--months", "N", "Months recorded after warm-up.");
    private readonly Option<string?> _threads = Text("--threads", "N", "Replicates run at the same time; one per processor unless given.");
    private readonly Option<string?> _out = Text("--out", "DIR", "Folder for results; 'results' unless given.");
    private readonly Option<string?> _ledger = Text("--ledger", "none|first|all", "Replicates that keep the ledger of people, firms and money; 'first' unless given, 'none' above 300,000 workers.");
    private readonly Option<bool> _noPlots = new("--no-plots") { Description = "Draw no figures." };
    private readonly Option<bool> _check = new("--check") { Description = "Verify the conservation laws every month." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress; only results and problems." };
    private readonly Option<bool> _force = new("--force") { Description = "Simulate again even what exists, and replace it." };
    private readonly Option<string?> _store = Text("--store", "DIR|none", "Folder of replicates that all commands share; '.store' in the folder for results unless given here or in ECOSIM_STORE; none keeps nothing.");

    /// <param name="command">The command that gets them.</param>
    /// <param name="replicates">How many replicates are run when none are asked for, such as "30 unless given".</param>
    public RunningOptions(Command command, string replicates = OfScenario)
    {
        _replicates = Text("--replicates", "N", $"Replicates: same parameters, other luck; {replicates}.");
        Option[] all = [_set, _replicates, _seed, _months, _threads, _out, _ledger, _noPlots, _check, _quiet, _force, _store];
        foreach (Option option in all)
        {
            command.Add(option);
        }

        foreach ((Option<string?> option, string path) in Shortcuts)
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } text && CommandLineSets.Problem(path, text) is { } problem)
                {
                    result.AddError($"{option.Name}: {problem}");
                }
            });
        }

        _threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadThreads(text) is null)
            {
                result.AddError($"--threads: found '{text}'; allowed is a whole number from 1 to {MostThreads}.");
            }
        });
        _ledger.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadLedger(text) is null)
            {
                result.AddError($"--ledger: found '{text}'; allowed is none, first or all.");
            }
        });
        _out.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && string.IsNullOrWhiteSpace(text))
            {
                result.AddError("--out: found an empty name; allowed is the path of a folder.");
            }
        });
        _store.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && string.IsNullOrWhiteSpace(text))
            {
                result.AddError("--store: found an empty name; allowed is the path of a folder, or none.");
            }
        });
    }

    /// <summary>What was asked for.</summary>
    public RunRequest Read(ParseResult parsed)
    {
        var sets = new List<string>(parsed.GetValue(_set) ?? []);
        foreach ((Option<string?> option, string path) in Shortcuts)
        {
            Append(sets, path, parsed.GetValue(option));
        }

        int threads = parsed.GetValue(_threads) is { } count ? ReadThreads(count) ?? 0 : 0;
        LedgerScope? ledger = parsed.GetValue(_ledger) is { } scope ? ReadLedger(scope) : null;
        return new RunRequest(
            sets, threads, ledger, parsed.GetValue(_check), parsed.GetValue(_out) ?? "results", !parsed.GetValue(_noPlots), parsed.GetValue(_quiet), parsed.GetValue(_force),
            parsed.GetValue(_store) ?? Environment.GetEnvironmentVariable(OpenStore.FolderVariable));
    }

    /// <summary>Options that are short for <c>--set</c>, and the parameter that each sets.</summary>
    private (Option<string?> Option, string Path)[] Shortcuts => [(_replicates, "run.replicates"), (_seed, "run.seed"), (_months, "run.months")];

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    private static void Append(List<string> sets, string path, string? value)
    {
        if (value is not null)
        {
            sets.Add($"{path}={value}");
        }
    }

    private static int? ReadThreads(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out int threads) && threads is >= 1 and <= MostThreads ? threads : null;

    private static LedgerScope? ReadLedger(string text) => text switch
    {
        "none" => LedgerScope.None,
        "first" => LedgerScope.First,
        "all" => LedgerScope.All,
        _ => null,
    };
}

/// <summary>What the options of a running command ask for.</summary>
/// <param name="Sets">Settings PATH=VALUE, the last one wins.</param>
/// <param name="Threads">Replicates run at the same time; 0 for as many as there are processors and memory for.</param>
/// <param name="Ledger">Replicates that keep their ledger; null for what suits the size of the scenario.</param>
/// <param name="Check">Verify the conservation laws every month.</param>
/// <param name="Out">Folder that holds the results folders.</param>
/// <param name="Plots">Draw figures.</param>
/// <param name="Quiet">No progress.</param>
/// <param name="Force">Simulate again even what exists.</param>
/// <param name="Store">Folder of the store, or "none"; null or empty for the one in <paramref name="Out"/>.</param>
/// <param name="Format">How <c>run</c> writes series and ledger.</param>
public sealed record RunRequest(
    IReadOnlyList<string> Sets, int Threads, LedgerScope? Ledger, bool Check, string Out, bool Plots, bool Quiet, bool Force,
    string? Store = null, TableFormat Format = TableFormat.Csv)
{
    /// <summary>How the replicates of this scenario are run.</summary>
    public EnsembleOptions EnsembleFor(Plan plan) =>
        new(Threads, Ledger ?? EnsembleOptions.LedgerThatSuits(plan.Parameters), Check);
}
