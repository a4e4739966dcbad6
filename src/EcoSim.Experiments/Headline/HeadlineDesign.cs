using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Headline;

/// <summary>A world with the anchor and its twin in which the anchor never existed.</summary>
public sealed record WorldPair(DesignWorld With, DesignWorld Without);

/// <summary>A contested link at nothing.</summary>
/// <param name="Link">The link, or all of them.</param>
/// <param name="Pair">Both worlds without it.</param>
public sealed record ContestedPair(ContestedLink Link, WorldPair Pair);

/// <summary>A world that the scenario is held against.</summary>
/// <param name="Kind">Which of the three counterfactuals: firm, premium or channel.</param>
/// <param name="Name">What the world is.</param>
/// <param name="World">The world.</param>
public sealed record CounterfactualWorld(string Kind, string Name, DesignWorld World);

/// <summary>A draw of the free parameters.</summary>
/// <param name="Row">Row of the posterior sample, from 0.</param>
/// <param name="Replicate">The replicate whose luck it has.</param>
/// <param name="Pair">Both worlds at these values.</param>
public sealed record DrawnPair(int Row, int Replicate, WorldPair Pair);

/// <summary>All worlds that the headline with its full uncertainty needs.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="AsItIs">The scenario, and the firm counterfactual.</param>
/// <param name="Contested">Each contested link at nothing, and last all of them.</param>
/// <param name="Counterfactuals">Firm, premium, and each channel off.</param>
/// <param name="Draws">Draws from the posterior; none without one.</param>
/// <param name="Sample">The posterior; null without one.</param>
public sealed record HeadlineDesign(
    Scenario Scenario, WorldPair AsItIs, IReadOnlyList<ContestedPair> Contested, IReadOnlyList<CounterfactualWorld> Counterfactuals, IReadOnlyList<DrawnPair> Draws, PosteriorSample? Sample)
{
    public const string Firm = "firm", Premium = "premium", Channel = "channel";

    /// <summary>Replicates of each world; a draw has one of them.</summary>
    public int Replicates => Scenario.Plan.Parameters.Run.Replicates;

    /// <summary>People in the region's workforce at the start.</summary>
    public int Workers => Scenario.Plan.Parameters.Population.Workers;

    /// <summary>Throws <see cref="RefusedException"/> when the scenario has no anchor that could foster anything.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="sample">Draws of its free parameters; null for none.</param>
    /// <param name="draws">How many of them to use.</param>
    public static HeadlineDesign Of(Scenario scenario, PosteriorSample? sample, int draws)
    {
        Plan plan = scenario.Plan;
        int replicates = plan.Parameters.Run.Replicates, all = Channels.Cells - 1;
        WorldPair asItIs = PairOf(scenario, plan);
        return new HeadlineDesign(
            scenario,
            asItIs,
            [.. ContestedLinks.All.Append(ContestedLinks.Together).Select(link => new ContestedPair(link, PairOf(scenario, link.Without(plan))))],
            [
                new(Firm, "anchor absent", asItIs.Without),
                new(Premium, "every channel off", WorldOf(Channels.Cell(plan, 0))),
                .. Channels.Names.Select((name, channel) => new CounterfactualWorld(Channel, $"{name} off", WorldOf(Channels.Cell(plan, all & ~(1 << channel))))),
            ],
            sample is null ? [] : [.. sample.Chosen(draws, plan.Parameters.Run.Seed).Select((row, draw) => new DrawnPair(row, draw % replicates, PairOf(scenario, sample.PlanOf(plan, row))))],
            sample);
    }

    /// <summary>Every run, each once: replicate after replicate through all worlds, then the draws.</summary>
    public IReadOnlyList<(DesignWorld World, int Replicate)> Runs =>
    [
        .. Enumerable.Range(0, Replicates).SelectMany(replicate => OfEachReplicate.Select(world => (world, replicate)))
            .Concat(Draws.SelectMany(draw => ((DesignWorld, int)[])[(draw.Pair.With, draw.Replicate), (draw.Pair.Without, draw.Replicate)]))
            .DistinctBy(run => (run.Item1.Hash, run.Item2)),
    ];

    /// <summary>Worlds of which every replicate is run.</summary>
    public IEnumerable<DesignWorld> OfEachReplicate =>
        [.. Pairs.SelectMany(pair => (DesignWorld[])[pair.With, pair.Without]), .. Counterfactuals.Select(counterfactual => counterfactual.World)];

    private IEnumerable<WorldPair> Pairs => Contested.Select(contested => contested.Pair).Prepend(AsItIs);

    /// <summary>What messages call a world.</summary>
    public string NameOf(DesignWorld world)
    {
        if (Contested.FirstOrDefault(contested => Holds(contested.Pair)) is { } link && !Holds(AsItIs))
        {
            return $"without {link.Link.Name}{Twin(link.Pair)}";
        }

        if (Draws.FirstOrDefault(draw => Holds(draw.Pair)) is { } drawn && !Holds(AsItIs))
        {
            return $"at draw {drawn.Row} of the posterior{Twin(drawn.Pair)}";
        }

        return Counterfactuals.FirstOrDefault(counterfactual => counterfactual.World.Hash == world.Hash) is { } named ? $"with {named.Name}" : "as it is";

        bool Holds(WorldPair pair) => pair.With.Hash == world.Hash || pair.Without.Hash == world.Hash;

        string Twin(WorldPair pair) => pair.Without.Hash == world.Hash ? ", without the anchor" : "";
    }

    private static WorldPair PairOf(Scenario scenario, Plan plan)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        parameters.Run.Counterfactual = true;
        Plan twin = Counterfactual.Of(plan with { Parameters = parameters }) ?? throw new RefusedException(
            $"'{scenario.Name}' has no anchor (anchor.present is false), so nothing is fostered. Name a scenario with the anchor, such as baseline.");
        return new WorldPair(WorldOf(plan), WorldOf(twin));
    }

    /// <summary>Whether a run adds a twin is no part of a world here.</summary>
    private static DesignWorld WorldOf(Plan plan)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        parameters.Run.Counterfactual = false;
        return DesignWorld.Of(plan with { Parameters = parameters });
    }
}
