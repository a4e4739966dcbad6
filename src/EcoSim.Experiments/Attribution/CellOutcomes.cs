namespace EcoSim.Experiments.Attribution;

/// <summary>Headline outcomes of the runs that are done, by world and replicate. Safe to use from several threads.</summary>
public sealed class CellOutcomes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Hash, int Replicate), double[]> _outcomes = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _outcomes.Count;
            }
        }
    }

    public void Add(string hash, int replicate, double[] outcomes)
    {
        lock (_gate)
        {
            _outcomes[(hash, replicate)] = outcomes;
        }
    }

    /// <summary>Outcomes of one run, or null when it is not done.</summary>
    public double[]? Find(string hash, int replicate)
    {
        lock (_gate)
        {
            return _outcomes.GetValueOrDefault((hash, replicate));
        }
    }

    /// <summary>Replicates of which at least one run is done, in order.</summary>
    public int[] Replicates()
    {
        lock (_gate)
        {
            return [.. _outcomes.Keys.Select(key => key.Replicate).Distinct().Order()];
        }
    }

    /// <summary>Replicates that are done in every world of the design, in order.</summary>
    public int[] Complete(FactorialDesign design)
    {
        IReadOnlyList<DesignWorld> worlds = design.Distinct;
        return [.. Replicates().Where(replicate => worlds.All(world => Find(world.Hash, replicate) is not null))];
    }
}
