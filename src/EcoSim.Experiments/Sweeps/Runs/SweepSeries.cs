using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;
using EcoSim.Model;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>The series of the runs of a sweep, for who wants them beside the outcomes. Safe to use from several threads.</summary>
/// <remarks>Each lies in the store as soon as it is done, so that a kill loses none, and in a scratch file from which the table is written.</remarks>
/// <param name="worlds">The worlds.</param>
/// <param name="outcomes">Their outcomes.</param>
/// <param name="store">Keeps them for the next command; null for none.</param>
/// <param name="file">Takes them out of memory; it has a place for each run.</param>
/// <param name="check">True when only runs with verified conservation laws will do.</param>
public sealed class SweepSeries(SweepWorlds worlds, SweepOutcomes outcomes, IReplicateStore? store, RunFile file, bool check)
{
    private readonly SeriesTable?[] _series = new SeriesTable?[outcomes.Runs];
    private readonly string[] _hashes = [.. Enumerable.Range(0, worlds.Count).Select(world => ReplicateHash.Of(worlds.PlanOf(world)))];

    /// <summary>Keeps a run that was simulated.</summary>
    public void Keep(int run, RunResult result)
    {
        store?.Keep(Wanted(run), result);
        _series[run] = file.Keep(run, result).Series;
    }

    /// <summary>Takes from the store what is there of these runs, and returns those of which nothing is.</summary>
    public int[] Recall(IEnumerable<int> runs, int threads)
    {
        int[] asked = [.. runs];
        Parallel.ForEach(asked, new ParallelOptions { MaxDegreeOfParallelism = threads }, run =>
        {
            if (_series[run] is null && store?.Find(Wanted(run)) is { } found)
            {
                _series[run] = file.Keep(run, found).Series;
            }
        });
        return [.. asked.Where(run => _series[run] is null)];
    }

    /// <summary>The runs of a shard that are there, point by point.</summary>
    public IEnumerable<KeyedSeries> Rows(Shard shard) =>
        from point in Enumerable.Range(0, worlds.Points)
        from replicate in Enumerable.Range(0, outcomes.Replicates)
        let run = outcomes.RunOf(worlds.WorldOf(point), replicate)
        where shard.Owns(run) && _series[run] is not null
        select new KeyedSeries([point, replicate], _series[run]!);

    private WantedReplicate Wanted(int run) => new(
        _hashes[run % outcomes.Worlds], run / outcomes.Worlds, worlds.Experiment.Scenario.Plan.Parameters.Run.Months, new RunOptions(Ledger: false, check));
}
