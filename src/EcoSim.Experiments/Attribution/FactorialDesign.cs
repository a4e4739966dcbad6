using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Attribution;

/// <summary>One world of the design.</summary>
/// <param name="Plan">What is simulated.</param>
/// <param name="Hash">What decides the bytes of a replicate; worlds that do not differ share it and are run once.</param>
public sealed record DesignWorld(Plan Plan, string Hash)
{
    public static DesignWorld Of(Plan plan) => new(plan, ReplicateHash.Of(plan));
}

/// <summary>Every combination of channels on and off, and the world in which the anchor never existed.</summary>
/// <param name="Scenario">The scenario, which is the last cell.</param>
/// <param name="Cells">World of each cell; bit i of its index says that channel i is on.</param>
/// <param name="WithoutAnchor">The firm counterfactual.</param>
public sealed record FactorialDesign(Scenario Scenario, IReadOnlyList<DesignWorld> Cells, DesignWorld WithoutAnchor)
{
    /// <summary>Throws <see cref="RefusedException"/> when the scenario has no anchor whose effect could be shared out.</summary>
    public static FactorialDesign Of(Scenario scenario)
    {
        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = true;
        Plan twin = Counterfactual.Of(scenario.Plan with { Parameters = parameters }) ?? throw new RefusedException(
            $"'{scenario.Name}' has no anchor (anchor.present is false), so there is nothing to attribute. Name a scenario with the anchor, such as baseline.");

        // The twins that a run may add answer the same question as the last world here.
        twin.Parameters.Run.Counterfactual = false;
        parameters.Run.Counterfactual = false;
        Plan whole = scenario.Plan with { Parameters = parameters };
        return new FactorialDesign(scenario, [.. Enumerable.Range(0, Channels.Cells).Select(cell => DesignWorld.Of(Channels.Cell(whole, cell)))], DesignWorld.Of(twin));
    }

    /// <summary>Worlds that differ, each once.</summary>
    public IReadOnlyList<DesignWorld> Distinct => [.. Cells.Append(WithoutAnchor).DistinctBy(world => world.Hash)];

    /// <summary>Fingerprint of the whole design.</summary>
    public string Hash => ContentHash.Of(Cells[^1].Plan);
}
