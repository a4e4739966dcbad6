using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Cli.Comparing;

/// <summary>Adds replicates until the headline is as precise as asked, or it is clear that it will not be.</summary>
internal sealed class PrecisionSearch(
    PrecisionTarget target, OutcomeMeasure headline, WorldSource source, RunRequest request, TextWriter messages)
{
    /// <summary>The worlds with as many replicates as it took; null with a status when there is no comparison to make.</summary>
    public (IReadOnlyList<ComparedWorld>? Worlds, ExitStatus Status, PrecisionResult? Result) Run(
        IReadOnlyList<WorldArgument> arguments, CancellationToken cancel)
    {
        if (arguments.FirstOrDefault(argument => argument.Finished is not null) is { } finished)
        {
            throw new RefusedException($"--precision adds replicates, but '{finished.Text}' is a finished result. Name its scenario instead, or leave --precision out.");
        }

        int asked = arguments.Max(argument => argument.Scenario!.Plan.Parameters.Run.Replicates);
        for (int replicates = Math.Min(Math.Max(asked, PrecisionTarget.FewestPairs), target.MostPairs); ;)
        {
            (IReadOnlyList<ComparedWorld>? worlds, ExitStatus status) = source.Get(arguments, replicates, cancel);
            if (worlds is null || status != ExitStatus.Done)
            {
                // A replicate that fails would fail again: the comparison shows what there is.
                return (worlds, status, null);
            }

            Alignment aligned = Alignment.Of(worlds[0], [.. worlds.Skip(1)]);
            PairedDifference[] differences = [.. aligned.Others.Select(other => PairedComparison.EffectOn(aligned.Baseline, other, headline).Paired)];
            PrecisionVerdict verdict = target.Judge(differences);
            if (verdict.State != PrecisionState.GoOn)
            {
                return (worlds, status, new PrecisionResult(target, headline.Name, verdict, TimeFor(verdict.Needed - replicates, worlds.Count)));
            }

            if (!request.Quiet)
            {
                messages.WriteLine(
                    $"precision: {replicates} pairs give ± {PrecisionText.Share(verdict.HalfWidth)} of the baseline's mean; ± {PrecisionText.Share(target.Share)} needs about {ReadableNumber.Of(verdict.Needed)} pairs"
                    + (TimeFor(verdict.Needed - replicates, worlds.Count) is { } left ? $", about {PrecisionText.Duration(left)} more." : "."));
            }

            replicates = Math.Max(verdict.Next, replicates + 1);
        }
    }

    private TimeSpan? TimeFor(double pairs, int worlds) =>
        source.TimePerRun is { } one && double.IsFinite(pairs) && one.TotalDays * pairs * worlds < TimeSpan.MaxValue.TotalDays ? one * (pairs * worlds) : null;
}
