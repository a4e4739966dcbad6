using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Sweeping;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.CommandLine;

/// <summary>Options of <c>sweep</c> alone.</summary>
internal sealed class SweepingOptions
{
    private static readonly TimeSpan LongestBudget = TimeSpan.FromDays(366);

    private static readonly (string Ending, TimeSpan Unit)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1))];

    private readonly Option<string?> _points = new("--points") { HelpName = "N", Description = "Points of a latin-hypercube or sobol design, instead of the experiment's own." };
    private readonly Option<string?> _budget = new("--budget")
    {
        HelpName = "TIME", Description = "Choose the size so that all is done in this time, such as 10m or 2h: points of a latin-hypercube or sobol design, replicates of others.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Run only a short pilot, and say what the sweep takes: rows, runs, time, memory, disk." };
    private readonly Option<string?> _shard = new("--shard") { HelpName = "I/N", Description = "Run only the I-th of N parts, for several machines; 'ecosim merge' puts them together." };

    private readonly Option<bool> _series = new("--series") { Description = "Keep the series of every run too: series.parquet, a row for each point, replicate and month. 60 kB a run in the store." };

    private readonly SlurmOptions _slurm;

    public SweepingOptions(Command command)
    {
        command.Add(_points);
        command.Add(_budget);
        command.Add(_dryRun);
        command.Add(_shard);
        command.Add(_series);
        _slurm = new SlurmOptions(command);
        Validate(_points, text => ReadPoints(text) is null, $"allowed is a whole number from 1 to {ExperimentLimits.MostPoints}");
        Validate(_budget, text => ReadTime(text) is null, "allowed is a time such as 90s, 10m, 2h or 1d");
        Validate(_shard, text => Shard.Read(text) is null, "allowed is a part and the number of parts, such as 1/3");
        command.Validators.Add(result =>
        {
            if (result.GetResult(_budget) is { Implicit: false } && (result.GetResult(_points) is { Implicit: false } || result.GetResult(_shard) is { Implicit: false }))
            {
                result.AddError("--budget: found beside --points or --shard, which fix the size; use one of them. With --dry-run it tells the size to use.");
            }

            if (_slurm.IsGiven(result) && (result.GetResult(_shard) is { Implicit: false } || result.GetResult(_dryRun) is { Implicit: false }))
            {
                result.AddError("--slurm: found beside --shard or --dry-run; it makes the parts itself, and --slurm-dry tells what would be submitted.");
            }
        });
    }

    public SweepRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_points) is { } points ? ReadPoints(points) : null,
        parsed.GetValue(_budget) is { } budget ? ReadTime(budget) : null,
        parsed.GetValue(_dryRun),
        parsed.GetValue(_shard) is { } shard ? Shard.Read(shard) ?? Shard.Whole : Shard.Whole,
        _slurm.Read(parsed),
        parsed.GetValue(_series));

    internal static void Validate(Option<string?> option, Func<string, bool> wrong, string allowed) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && wrong(text))
        {
            result.AddError($"{option.Name}: found '{text}'; {allowed}.");
        }
    });

    private static int? ReadPoints(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int points) && points is >= 1 and <= ExperimentLimits.MostPoints ? points : null;

    /// <summary>A time such as "10m"; null when the text is none.</summary>
    internal static TimeSpan? ReadTime(string text)
    {
        string trimmed = text.Trim();
        (string ending, TimeSpan unit) = Units.FirstOrDefault(known => trimmed.EndsWith(known.Ending, StringComparison.Ordinal));
        return ending is not null
            && double.TryParse(trimmed[..^ending.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number > 0 && number * unit.TotalDays <= LongestBudget.TotalDays
                ? unit * number
                : null;
    }
}
