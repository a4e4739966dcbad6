using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Headline;

/// <summary>What the anchor fostered, with each kind of uncertainty by itself.</summary>
/// <param name="Design">The worlds.</param>
/// <param name="Replicates">Replicates that are done in every world.</param>
/// <param name="AsItIs">The headline: luck alone.</param>
/// <param name="Posterior">Over the draws; null without any.</param>
/// <param name="Contested">Each contested link at nothing, in the order of the model's description.</param>
/// <param name="NoContested">All of them at nothing.</param>
/// <param name="Counterfactuals">Firm, premium, each channel off.</param>
/// <param name="Draws">The draws that are done.</param>
/// <param name="Rivals">Value of the rival hubs' start-ups with the anchor less without it.</param>
/// <param name="LuckShare">Share of the variance over draws that the luck of a single replicate makes up, judged by the replicates at the scenario's own values; 0-1, NaN when it cannot be told.</param>
public sealed record HeadlineResult(
    HeadlineDesign Design, int Replicates, HeadlineRow AsItIs, HeadlineRow? Posterior, IReadOnlyList<HeadlineRow> Contested, HeadlineRow NoContested,
    IReadOnlyList<HeadlineRow> Counterfactuals, IReadOnlyList<HeadlineDraw> Draws, PairedDifference Rivals, double LuckShare)
{
    /// <summary>What the value is made of, and what was fostered of each part against the firm counterfactual; empty when the runs do not tell.</summary>
    public IReadOnlyList<ValueRow> Value { get; private init; } = [];

    private const string RivalValue = "rival_ecosystem_value";

    private static readonly int OfHub = Headlines.Outcomes.ToList().IndexOf(Headlines.EcosystemValue), OfRivals = Headlines.Outcomes.ToList().IndexOf(RivalValue);

    /// <summary>Every row, in the order in which tables write them: first what all the rest is part of.</summary>
    public IEnumerable<HeadlineRow> Rows =>
        [.. Posterior is null ? (HeadlineRow[])[] : [Posterior], AsItIs, .. Contested, NoContested, .. Counterfactuals];

    /// <summary>Parameters about which the interval over draws says something; none without such an interval.</summary>
    public IReadOnlyList<ParameterDeclaration> Drawn => Posterior is { Fostered.HasInterval: true } ? Design.Sample!.Parameters : [];

    /// <summary>Over the replicates that are done in every world; null when none is.</summary>
    /// <param name="design">The worlds.</param>
    /// <param name="cells">Outcomes of the runs that are done.</param>
    public static HeadlineResult? Of(HeadlineDesign design, CellOutcomes cells)
    {
        int[] whole = [.. Enumerable.Range(0, design.Replicates).Where(replicate => design.OfEachReplicate.All(world => cells.Find(world.Hash, replicate) is not null))];
        if (whole.Length == 0)
        {
            return null;
        }

        double[] with = Of(design.AsItIs.With, OfHub), without = Of(design.AsItIs.Without, OfHub);
        HeadlineDraw[] draws =
        [
            .. design.Draws.Where(draw => Done(draw.Pair.With, draw.Replicate) && Done(draw.Pair.Without, draw.Replicate)).Select(draw => new HeadlineDraw(
                draw.Row, draw.Replicate, cells.Find(draw.Pair.With.Hash, draw.Replicate)![OfHub], cells.Find(draw.Pair.Without.Hash, draw.Replicate)![OfHub])),
        ];
        HeadlineRow[] contested =
        [
            .. design.Contested.Select(one => OverReplicates(
                HeadlinePart.Contested, one.Link.Name, string.Join("; ", one.Link.Nothing.Select(to => $"{to.Path} at {to.Value}")), Of(one.Pair.With, OfHub), Of(one.Pair.Without, OfHub))),
        ];
        return new HeadlineResult(
            design, whole.Length, OverReplicates(HeadlinePart.Replicates, "as it is", "", with, without), OverDraws(draws), contested[..^1], contested[^1],
            [.. design.Counterfactuals.Select(one => OverReplicates(HeadlinePart.Counterfactual, one.Kind == HeadlineDesign.Channel ? one.Name : one.Kind, one.Name, with, Of(one.World, OfHub)))],
            draws, PairedDifference.Of(Of(design.AsItIs.With, OfRivals), Of(design.AsItIs.Without, OfRivals)), LuckOf(with, without, draws))
        {
            Value = ValueOf(design.AsItIs, whole, cells),
        };

        double[] Of(DesignWorld world, int outcome) => [.. whole.Select(replicate => cells.Find(world.Hash, replicate)![outcome])];

        bool Done(DesignWorld world, int replicate) => cells.Find(world.Hash, replicate) is not null;
    }

    private static IReadOnlyList<ValueRow> ValueOf(WorldPair pair, int[] replicates, CellOutcomes cells)
    {
        (double[]? With, double[]? Without)[] parts = [.. replicates.Select(replicate => (cells.FindValue(pair.With.Hash, replicate), cells.FindValue(pair.Without.Hash, replicate)))];
        return parts.Any(run => run.With is null || run.Without is null) ? [] : ValueCsv.Of([.. parts.Select(run => run.With!)], [.. parts.Select(run => (run.With!, run.Without!))]);
    }

    /// <summary>Mean with its interval by Student's t; the share is pooled over replicates, its error the jackknife's.</summary>
    internal static HeadlineRow OverReplicates(HeadlinePart part, string name, string meaning, double[] with, double[] without)
    {
        PairedDifference fostered = PairedDifference.Of(with, without);
        PooledEstimate share = Jackknife.Of<(double With, double Without)>(
            [.. with.Zip(without)], some => some.Sum(pair => pair.With) is var total && total != 0 ? some.Sum(pair => pair.With - pair.Without) / total : double.NaN);
        double half = StudentInterval.HalfWidth(share.Replicates - 1) * share.StandardError;
        return new HeadlineRow(
            part, name, meaning, fostered.First, fostered.Second, new Ranged(fostered.Difference, fostered.Low, fostered.High),
            new Ranged(share.Value, share.Value - half, share.Value + half), fostered.Pairs);
    }

    /// <summary>Median and 5 % and 95 % quantiles over draws, of few (<see cref="Spread.MostForRange"/>) the least and the most; null without any, no interval for one.</summary>
    internal static HeadlineRow? OverDraws(IReadOnlyList<HeadlineDraw> draws)
    {
        return draws.Count == 0
            ? null
            : new HeadlineRow(
                HeadlinePart.Posterior, "posterior", "free parameters as drawn", Median(draw => draw.With), Median(draw => draw.Without), Over(draw => draw.Fostered), Over(draw => draw.Share), draws.Count);

        double Median(Func<HeadlineDraw, double> of) => Spread.Of([.. draws.Select(of)]).Median;

        Ranged Over(Func<HeadlineDraw, double> of)
        {
            Spread spread = Spread.Of([.. draws.Select(of)]);
            return spread.Count < 2 ? new Ranged(spread.Median, double.NaN, double.NaN) : new Ranged(spread.Median, spread.Ends.Low, spread.Ends.High);
        }
    }

    /// <summary>By the law of total variance the draws vary by parameters and, with one replicate each, by luck.</summary>
    internal static double LuckOf(double[] with, double[] without, IReadOnlyList<HeadlineDraw> draws)
    {
        double luck = Math.Pow(Spread.Of([.. with.Zip(without, (one, other) => one - other)]).StandardDeviation, 2);
        double all = Math.Pow(Spread.Of([.. draws.Select(draw => draw.Fostered)]).StandardDeviation, 2);
        return all > 0 ? Math.Min(1, luck / all) : double.NaN;
    }
}
