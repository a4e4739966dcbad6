using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EcoSim.Cli.Clustering;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.CommandLine;

/// <summary>Options of <c>sweep</c> for a Slurm cluster.</summary>
internal sealed class SlurmOptions
{
    private const int MostRetries = 100;

    private readonly Option<bool> _slurm = new("--slurm")
    {
        Description = "Run the sweep as a job array of a Slurm cluster: submit it with time and memory from a short pilot, follow it, submit again what failed, and put the parts together.",
    };

    private readonly Option<bool> _dry = new("--slurm-dry") { Description = "With --slurm: write the job's script and submit nothing." };
    private readonly Option<string?> _partition = new("--slurm-partition") { HelpName = "P", Description = "With --slurm: partition; the cluster's usual one unless given." };
    private readonly Option<string?> _tasks = new("--slurm-tasks") { HelpName = "N", Description = "With --slurm: parts, a task each; about five minutes of work each unless given." };
    private readonly Option<string?> _retries = new("--slurm-retries")
    {
        HelpName = "N", Description = $"With --slurm: how many times what ended without a result is submitted again, with twice the time and memory; {SlurmRequest.UsualRetries} unless given.",
    };

    private readonly Option<string[]> _option = new("--slurm-option")
    {
        HelpName = "NAME=VALUE", Description = "With --slurm: any option of sbatch, such as account=A or time=2:00:00; repeatable, and stronger than what the pilot says.",
        DefaultValueFactory = _ => [], Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option[] _needSlurm;

    public SlurmOptions(Command command)
    {
        _needSlurm = [_dry, _partition, _tasks, _retries, _option];
        foreach (Option option in _needSlurm.Prepend(_slurm))
        {
            command.Add(option);
        }

        SweepingOptions.Validate(_tasks, text => Whole(text, 1, Shard.Most) is null, $"allowed is a whole number from 1 to {Shard.Most}");
        SweepingOptions.Validate(_retries, text => Whole(text, 0, MostRetries) is null, $"allowed is a whole number from 0 to {MostRetries}");
        SweepingOptions.Validate(_partition, text => !IsPlain(text), "allowed is the name of a partition; 'sinfo' lists them");
        _option.Validators.Add(result =>
        {
            foreach (string text in (result.GetValueOrDefault<string[]>() ?? []).Where(text => !IsPlain(text.Replace("=", "", StringComparison.Ordinal)) || text.StartsWith('-')))
            {
                result.AddError($"--slurm-option: found '{text}'; allowed is an option of sbatch without its dashes, such as account=mine.");
            }
        });
        command.Validators.Add(result =>
        {
            if (!IsGiven(result) && _needSlurm.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } lonely)
            {
                result.AddError($"{lonely.Name}: found without --slurm; add it.");
            }
        });
    }

    public bool IsGiven(CommandResult result) => result.GetResult(_slurm) is { Implicit: false };

    public SlurmRequest? Read(ParseResult parsed) => parsed.GetValue(_slurm)
        ? new SlurmRequest(
            parsed.GetValue(_partition), parsed.GetValue(_option) ?? [], parsed.GetValue(_tasks) is { } tasks ? Whole(tasks, 1, Shard.Most) : null,
            parsed.GetValue(_retries) is { } retries ? Whole(retries, 0, MostRetries) ?? 0 : SlurmRequest.UsualRetries, parsed.GetValue(_dry))
        : null;

    /// <summary>True for a text that cannot end a line of the script or begin another option.</summary>
    private static bool IsPlain(string text) => text.Length > 0 && text.All(letter => !char.IsControl(letter) && letter is not ('"' or '\'' or '#'));

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null;
}
