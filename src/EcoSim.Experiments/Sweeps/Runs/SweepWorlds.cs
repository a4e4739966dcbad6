using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>The worlds of a sweep: one for each point, and points that do not differ share one, which is run once.</summary>
/// <remarks>All have the seed of the scenario, so replicate r has the same luck at every point and points differ by their parameters alone.</remarks>
public sealed class SweepWorlds
{
    private readonly int[] _worldOf;
    private readonly int[] _firstPoint;

    public SweepWorlds(Experiment experiment, DesignTable table)
    {
        Experiment = experiment;
        Table = table;
        var keys = new string[table.Rows.Count];
        Parallel.For(0, keys.Length, point => keys[point] = KeyOf(table.PlanOf(experiment.Scenario.Plan, point)));
        var worlds = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new List<int>();
        _worldOf = new int[keys.Length];
        for (int point = 0; point < keys.Length; point++)
        {
            if (!worlds.TryGetValue(keys[point], out int world))
            {
                worlds[keys[point]] = world = first.Count;
                first.Add(point);
            }

            _worldOf[point] = world;
        }

        _firstPoint = [.. first];
        Keys = [.. first.Select(point => keys[point])];
        Hash = HashOf(keys);
    }

    public Experiment Experiment { get; }

    public DesignTable Table { get; }

    public int Points => _worldOf.Length;

    /// <summary>Worlds that differ.</summary>
    public int Count => _firstPoint.Length;

    /// <summary>What decides the outcomes of a replicate, for each world.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Fingerprint of the whole sweep: points, replicates, outcomes, version.</summary>
    public string Hash { get; }

    public int WorldOf(int point) => _worldOf[point];

    public Plan PlanOf(int world) => Table.PlanOf(Experiment.Scenario.Plan, _firstPoint[world]);

    /// <summary>Fingerprint of everything that decides the outcomes of a replicate of this plan beside its number.</summary>
    public static string KeyOf(Plan plan) =>
        PlanText.Fingerprint(string.Create(CultureInfo.InvariantCulture, $"{ReplicateHash.Of(plan)}\nmonths={plan.Parameters.Run.Months}\n"));

    private string HashOf(string[] keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in keys.Concat(Experiment.Outcomes.Select(outcome => outcome.Name)).Append($"replicates={Experiment.Replicates}"))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
