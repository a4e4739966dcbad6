using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Contested;

/// <summary>The headline outcome of one world, replicate by replicate, with the anchor and without it.</summary>
public sealed record HeadlinePairs(IReadOnlyList<int> Replicates, IReadOnlyList<double> With, IReadOnlyList<double> Without)
{
    private static readonly int Column = Observables.IndexOf(Headlines.EcosystemValue);

    /// <summary>Pairs of the replicates that are done in both worlds.</summary>
    public static HeadlinePairs Of(IReadOnlyList<RunResult> with, IReadOnlyList<RunResult> without)
    {
        var pairs = with.Join(
            without, run => run.Replicate, run => run.Replicate,
            (one, other) => (one.Replicate, With: Outcome.Of(one.Series, Column), Without: Outcome.Of(other.Series, Column))).OrderBy(pair => pair.Replicate).ToArray();
        return new HeadlinePairs([.. pairs.Select(pair => pair.Replicate)], [.. pairs.Select(pair => pair.With)], [.. pairs.Select(pair => pair.Without)]);
    }

    /// <summary>Only these replicates, each of which must be there.</summary>
    public HeadlinePairs Only(IReadOnlyList<int> replicates)
    {
        int[] places = [.. replicates.Select(replicate => Replicates.ToList().IndexOf(replicate))];
        return new HeadlinePairs(replicates, [.. places.Select(place => With[place])], [.. places.Select(place => Without[place])]);
    }

    /// <summary>What the anchor fostered, replicate by replicate.</summary>
    public double[] Fostered => [.. With.Zip(Without, (with, without) => with - without)];
}

/// <summary>A world in which some contested link is at nothing, against the scenario as it is.</summary>
/// <param name="Link">The link at nothing; null for the scenario as it is.</param>
/// <param name="Changes">What was changed, such as "capital.signalPrecision 0.4 to 0"; empty when nothing was.</param>
/// <param name="Value">The headline with the anchor: mean and its change (paired with the scenario).</param>
/// <param name="Fostered">With less without the anchor.</param>
/// <param name="Share">Fostered over the headline with the anchor, pooled; 0-1.</param>
/// <param name="ValueChange">Headline less that of the scenario as it is, paired.</param>
/// <param name="FosteredChange">Fostered less that of the scenario as it is, paired.</param>
public sealed record ContestedRow(
    ContestedLink? Link, IReadOnlyList<string> Changes, Spread Value, PairedDifference Fostered, PooledEstimate Share,
    PairedDifference ValueChange, PairedDifference FosteredChange)
{
    public string Name => Link?.Name ?? "as it is";

    /// <summary>True when something differs from the scenario as it is, so that there is a change to test.</summary>
    public bool IsTested => Link is not null && Changes.Count > 0;

    /// <summary>P-value of no change of what is fostered, adjusted by Holm over all rows that are tested; NaN where there is no test.</summary>
    public double AdjustedP { get; init; } = double.NaN;

    /// <summary>True when the change of what is fostered is told from chance after correction.</summary>
    public bool IsTold => IsTested && HolmAdjustment.Tells(AdjustedP, FosteredChange.Difference, FosteredChange.StandardError, FosteredChange.Pairs);

    /// <summary>Fostered less that of the scenario as it is, replicate by replicate.</summary>
    public IReadOnlyList<double> FosteredChanges { get; init; } = [];
}

/// <summary>The headline with each contested link as the scenario has it and at nothing.</summary>
public static class ContestedResult
{
    /// <summary>Rows over the replicates that are done in every world: the scenario, each link at nothing, all at nothing; none when no replicate is.</summary>
    /// <param name="plan">The scenario's plan.</param>
    /// <param name="worlds">Link (null for the scenario as it is, which comes first) and outcomes.</param>
    public static IReadOnlyList<ContestedRow> Of(Plan plan, IReadOnlyList<(ContestedLink? Link, HeadlinePairs Pairs)> worlds)
    {
        int[] common = [.. worlds.Select(world => (IEnumerable<int>)world.Pairs.Replicates).Aggregate((known, next) => known.Intersect(next)).Order()];
        if (common.Length == 0)
        {
            return [];
        }

        HeadlinePairs asItIs = worlds[0].Pairs.Only(common);
        return Adjusted([.. worlds.Select(world => Row(plan, world.Link, world.Pairs.Only(common), asItIs))]);
    }

    private static IReadOnlyList<ContestedRow> Adjusted(ContestedRow[] rows)
    {
        double[] adjusted = HolmAdjustment.Of(
            [.. rows.Select(row => row.IsTested ? PairedEvidence.PValueOf(row.FosteredChange.Difference, row.FosteredChange.StandardError, row.FosteredChange.Pairs) : double.NaN)]);
        return [.. rows.Zip(adjusted, (row, p) => row with { AdjustedP = p })];
    }

    private static ContestedRow Row(Plan plan, ContestedLink? link, HeadlinePairs pairs, HeadlinePairs asItIs) => new(
        link,
        link is null ? [] : [.. ChangesOf(plan, link)],
        Spread.Of([.. pairs.With]),
        PairedDifference.Of([.. pairs.With], [.. pairs.Without]),
        Jackknife.Of<(double With, double Fostered)>(
            [.. pairs.With.Zip(pairs.Fostered)], some => some.Sum(pair => pair.With) is var total && total != 0 ? some.Sum(pair => pair.Fostered) / total : double.NaN),
        PairedDifference.Of([.. pairs.With], [.. asItIs.With]),
        PairedDifference.Of(pairs.Fostered, asItIs.Fostered))
    {
        FosteredChanges = [.. pairs.Fostered.Zip(asItIs.Fostered, (fostered, before) => fostered - before)],
    };

    private static IEnumerable<string> ChangesOf(Plan plan, ContestedLink link)
    {
        foreach ((string path, double value) in link.Nothing)
        {
            ParameterDeclaration parameter = Catalogue.Get(path);
            double before = parameter.Get(plan.Parameters);
            bool driven = plan.Series.Any(series => series.Path == path) || plan.Shocks.Any(shock => shock.Settings.Any(setting => setting.Path == path));
            if (before != value || driven)
            {
                yield return $"{path} {parameter.Format(before)}{(driven ? " and its changes" : "")} to {parameter.Format(value)}";
            }
        }
    }
}
