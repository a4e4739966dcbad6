using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Attribution;

/// <summary>A mean over replicates.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Its Monte Carlo standard error; NaN for one replicate.</param>
/// <param name="Count">Replicates with a value.</param>
public readonly record struct Estimate(double Mean, double StandardError, int Count)
{
    /// <summary>Half the width of the 95 % confidence interval (Student's t); NaN for one replicate.</summary>
    public double HalfWidth => StudentInterval.HalfWidth(Count - 1) * StandardError;

    public double Low => Mean - HalfWidth;

    public double High => Mean + HalfWidth;

    /// <summary>True when the interval leaves out 0, so that the sign is told from chance.</summary>
    public bool IsClear => Math.Abs(Mean) > HalfWidth;

    public static Estimate Of(PairedDifference difference) => new(difference.Difference, difference.StandardError, difference.Pairs);

    /// <summary>Missing values (NaN) are left out.</summary>
    public static Estimate Of(IEnumerable<double> values)
    {
        Spread spread = Spread.Of([.. values]);
        return new Estimate(spread.Mean, spread.StandardError, spread.Count);
    }
}

/// <summary>The scenario less a named world without something, paired by replicate.</summary>
/// <param name="Kind">Which of the three counterfactuals: premium, channel or firm.</param>
/// <param name="Name">What the counterfactual world is called in tables for programs, which rely on it.</param>
/// <param name="World">What is so in the counterfactual world, for people.</param>
/// <param name="Effect">Scenario less counterfactual.</param>
public sealed record NamedCounterfactual(string Kind, string Name, string World, PairedDifference Effect);

/// <summary>How one outcome is shared out among the channels.</summary>
/// <param name="Outcome">Name of the observable.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="None">Mean with every channel at 0: the premium counterfactual.</param>
/// <param name="All">Mean of the scenario.</param>
/// <param name="Total">The whole effect: scenario less premium counterfactual.</param>
/// <param name="Values">Shapley value of each channel; they sum to the whole effect.</param>
/// <param name="Interactions">Shapley interaction index of each pair.</param>
/// <param name="Counterfactuals">Premium, each channel off alone, each channel on alone, firm.</param>
public sealed record OutcomeAttribution(
    string Outcome,
    string Unit,
    double None,
    double All,
    Estimate Total,
    IReadOnlyList<Estimate> Values,
    Estimate[,] Interactions,
    IReadOnlyList<NamedCounterfactual> Counterfactuals)
{
    /// <inheritdoc cref="Lead.FewestForOrder"/>
    public const int FewestForOrder = Lead.FewestForOrder;

    /// <summary>For each of <see cref="Channels.Pairs"/> the p-value of no interaction, adjusted by Holm over all of them; NaN where there is no test.</summary>
    public IReadOnlyList<double> InteractionPs { get; init; } = [];

    /// <summary>Which of <see cref="Channels.Pairs"/> interacts most, and which ones the replicates do not tell from it.</summary>
    public required Lead InteractionLead { get; init; }

    /// <summary>True when the interaction of a pair is told from 0 after correction for all pairs.</summary>
    /// <param name="pair">Place in <see cref="Channels.Pairs"/>.</param>
    public bool TellsInteraction(int pair) => InteractionOf(pair) is var index && HolmAdjustment.Tells(InteractionPs[pair], index.Mean, index.StandardError, index.Count);

    /// <summary>Interaction index of a pair by its place in <see cref="Channels.Pairs"/>.</summary>
    public Estimate InteractionOf(int pair) => Interactions[Channels.Pairs[pair].One, Channels.Pairs[pair].Other];

    /// <summary>The channel whose mean is farthest from 0.</summary>
    public int Leader => Enumerable.Range(0, Values.Count).MaxBy(channel => Math.Abs(Values[channel].Mean));

    /// <summary>Channels that the replicates do not tell from the leader (<see cref="Lead"/>).</summary>
    public IReadOnlyList<int> Contenders { get; init; } = [];

    /// <summary>True when the leader may be called the strongest.</summary>
    public bool IsOrdered => Contenders.Count == 0 && Values[Leader].Count >= FewestForOrder;

    /// <summary>A channel's part of the whole effect; NaN when that is 0.</summary>
    public double ShareOf(int channel) => Total.Mean == 0 ? double.NaN : Values[channel].Mean / Total.Mean;

    /// <summary>Scenario less the world in which the anchor never existed.</summary>
    public PairedDifference Firm => Counterfactuals[^1].Effect;
}

/// <summary>Shares the effect of the anchor out among its channels, over replicates done in every world.</summary>
public static class AttributionResult
{
    /// <summary>One for each headline outcome; the replicates must be done in every world.</summary>
    public static IReadOnlyList<OutcomeAttribution> Of(FactorialDesign design, CellOutcomes cells, IReadOnlyList<int> replicates) =>
        [.. Headlines.Outcomes.Select((name, position) => Of(design, cells, replicates, name, position))];

    private static OutcomeAttribution Of(FactorialDesign design, CellOutcomes cells, IReadOnlyList<int> replicates, string name, int position)
    {
        double[][] worths = [.. replicates.Select(replicate => design.Cells.Select(cell => cells.Find(cell.Hash, replicate)![position]).ToArray())];
        double[] without = [.. replicates.Select(replicate => cells.Find(design.WithoutAnchor.Hash, replicate)![position])];
        double[][] values = [.. worths.Select(worth => ShapleyValue.Of(worth))];
        double[][,] indices = [.. worths.Select(worth => ShapleyValue.Interactions(worth))];
        int channels = Channels.Names.Count;
        var interactions = new Estimate[channels, channels];
        for (int one = 0; one < channels; one++)
        {
            for (int other = 0; other < channels; other++)
            {
                interactions[one, other] = Estimate.Of(indices.Select(index => index[one, other]));
            }
        }

        return new OutcomeAttribution(
            name,
            Observables.All[Observables.IndexOf(name)].Unit,
            Estimate.Of(worths.Select(worth => worth[0])).Mean,
            Estimate.Of(worths.Select(worth => worth[^1])).Mean,
            Estimate.Of(worths.Select(worth => worth[^1] - worth[0])),
            [.. Enumerable.Range(0, channels).Select(channel => Estimate.Of(values.Select(value => value[channel])))],
            interactions,
            Named(worths, without))
        {
            InteractionPs = HolmAdjustment.Of([.. Channels.Pairs.Select(pair => interactions[pair.One, pair.Other]).Select(index => PairedEvidence.PValueOf(index.Mean, index.StandardError, index.Count))]),
            InteractionLead = Lead.Of([.. Channels.Pairs.Select(pair => indices.Select(index => index[pair.One, pair.Other]).ToArray())]),
            Contenders = Lead.Of([.. Enumerable.Range(0, channels).Select(channel => values.Select(value => value[channel]).ToArray())]).Contenders,
        };
    }

    private static NamedCounterfactual[] Named(double[][] worths, double[] without)
    {
        int all = Channels.Cells - 1;
        return
        [
            new("premium", "every channel off", "no channel works", Against([.. worths.Select(worth => worth[0])])),
            .. Channels.Names.Select((name, channel) => new NamedCounterfactual("channel", $"{name} off", $"all but {name} work", AgainstCell(all & ~(1 << channel)))),
            .. Channels.Names.Select((name, channel) => new NamedCounterfactual("channel", $"only {name} on", $"only {name} works", AgainstCell(1 << channel))),
            new("firm", "anchor absent", "the anchor never existed", Against(without)),
        ];

        PairedDifference AgainstCell(int cell) => Against([.. worths.Select(worth => worth[cell])]);

        PairedDifference Against(double[] other) => PairedDifference.Of([.. worths.Select(worth => worth[^1])], other);
    }
}
