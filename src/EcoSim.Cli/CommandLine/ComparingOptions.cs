using System.CommandLine;
using System.Globalization;
using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Comparison;

namespace EcoSim.Cli.CommandLine;

/// <summary>Options of <c>compare</c> alone.</summary>
internal sealed class ComparingOptions
{
    private const int DefaultMostReplicates = 1000;
    private const int LargestMostReplicates = 1_000_000;
    private const double FinestShare = 1e-6;

    private readonly Option<string[]> _outcome = new("--outcome")
    {
        HelpName = "NAME[:MEASURE]", DefaultValueFactory = _ => [], Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
        Description = $"Test this outcome instead of every observable; repeatable, the first one is the headline. MEASURE is {MeasureWord.Help}.",
    };

    private readonly Option<string?> _precision = new("--precision")
    {
        HelpName = "SHARE", Description = "Add replicates until the headline's difference is known to plus or minus this share of the baseline's mean (95 % interval), such as 5%.",
    };

    private readonly Option<string?> _most = new("--most-replicates")
    {
        HelpName = "N", Description = $"With --precision: replicates that are not exceeded; {DefaultMostReplicates} unless given.",
    };

    public ComparingOptions(Command command)
    {
        command.Add(_outcome);
        command.Add(_precision);
        command.Add(_most);
        _outcome.Validators.Add(result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (OutcomeText.Read(text, out string problem) is null)
                {
                    result.AddError($"--outcome: {problem}");
                }
            }
        });
        _precision.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadShare(text) is null)
            {
                result.AddError($"--precision: found '{text}'; allowed is a share of the baseline's mean from 0.0001% to 100%, such as 5% or 0.05.");
            }
        });
        _most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadMost(text) is null)
            {
                result.AddError($"--most-replicates: found '{text}'; allowed is a whole number from {PrecisionTarget.FewestPairs} to {LargestMostReplicates}.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_most) is { Implicit: false } && result.GetResult(_precision) is null)
            {
                result.AddError("--most-replicates: found without --precision, which it limits; add --precision 5%, or give --replicates.");
            }
        });
    }

    public CompareRequest Read(ParseResult parsed)
    {
        OutcomeMeasure[] outcomes = [.. (parsed.GetValue(_outcome) ?? []).Select(text => OutcomeText.Read(text, out _)!).DistinctBy(outcome => outcome.Name)];
        int most = parsed.GetValue(_most) is { } count ? ReadMost(count) ?? DefaultMostReplicates : DefaultMostReplicates;
        return new CompareRequest(outcomes, parsed.GetValue(_precision) is { } text && ReadShare(text) is { } share ? new PrecisionTarget(share, most) : null);
    }

    private static double? ReadShare(string text)
    {
        string trimmed = text.Trim();
        bool percent = trimmed.EndsWith('%');
        bool known = double.TryParse(percent ? trimmed[..^1] : trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        double share = percent ? number / 100 : number;
        return known && share is >= FinestShare and <= 1 ? share : null;
    }

    private static int? ReadMost(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most is >= PrecisionTarget.FewestPairs and <= LargestMostReplicates ? most : null;
}
