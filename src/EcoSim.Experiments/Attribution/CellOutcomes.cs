namespace EcoSim.Experiments.Attribution;

/// <summary>Headline outcomes of the runs that are done, by world and replicate. Safe to use from several threads.</summary>
public sealed class CellOutcomes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Hash, int Replicate), double[]> _outcomes = [];
    private readonly Dictionary<(string Hash, int Replicate), double[]> _values = [];

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

    /// <param name="hash">The world.</param>
    /// <param name="replicate">The replicate.</param>
    /// <param name="outcomes">Its headline outcomes.</param>
    /// <param name="value">What its value is made of, in the order of <see cref="Results.ValueParts.All"/>; null when nobody asks.</param>
    public void Add(string hash, int replicate, double[] outcomes, double[]? value = null)
    {
        lock (_gate)
        {
            _outcomes[(hash, replicate)] = outcomes;
            if (value is not null)
            {
                _values[(hash, replicate)] = value;
            }
        }
    }

    /// <summary>What the value of one run is made of, or null when it is not known.</summary>
    public double[]? FindValue(string hash, int replicate)
    {
        lock (_gate)
        {
            return _values.GetValueOrDefault((hash, replicate));
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
