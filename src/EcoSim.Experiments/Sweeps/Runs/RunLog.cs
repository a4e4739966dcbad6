using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;

namespace EcoSim.Experiments.Sweeps.Runs;

/// <summary>The runs of an experiment that are done, a line each, in files that only grow. Append is safe to use from several threads.</summary>
/// <remarks>
/// A whole series takes 60 kB, the outcomes of a run half of one, so experiments keep these: every observable as usually measured, and what
/// the experiment declares beside. A process writes a file of its own; all are read, so that several may work on one experiment. Each line ends in
/// a checksum, so that a line which a kill cut off is no run. A run is found by the fingerprint of what decides it, build of the model included.
/// </remarks>
public sealed class RunLog : IDisposable
{
    private readonly List<string> _problems = [];
    private readonly RunLogLines _lines;

    /// <summary>Opens the log of an experiment; nothing is written before the first run is done.</summary>
    /// <param name="store">Folder of the store.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="outcomes">What the experiment declares.</param>
    public RunLog(string store, string experiment, IReadOnlyList<OutcomeMeasure> outcomes)
    {
        Folder = Path.Combine(store, ProgramVersion.ModelBuild[..8], "experiments", experiment);
        Columns = [.. OutcomeMeasure.Usual.Concat(outcomes).DistinctBy(outcome => outcome.Name)];
        _lines = new RunLogLines(Folder, [.. Columns.Select(column => column.Name)]);
    }

    public string Folder { get; }

    /// <summary>What is kept of each run.</summary>
    public IReadOnlyList<OutcomeMeasure> Columns { get; }

    /// <summary>What was found damaged, a sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Bytes written by this process.</summary>
    public long Written => _lines.Written;

    public int ColumnOf(string outcome)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == outcome)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{outcome}' is not kept.", nameof(outcome));
    }

    /// <summary>Takes what is done of these worlds from the files.</summary>
    /// <param name="worlds">The worlds wanted.</param>
    /// <param name="outcomes">Takes the numbers.</param>
    /// <param name="check">True when only runs with verified conservation laws will do.</param>
    public void Recall(SweepWorlds worlds, SweepOutcomes outcomes, bool check)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        var wanted = worlds.Keys.Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal);
        string[] names = [.. worlds.Experiment.Outcomes.Select(outcome => outcome.Name)];
        foreach (string path in Directory.EnumerateFiles(Folder, "*" + RunLogLines.Ending).Order(StringComparer.Ordinal))
        {
            var file = new RunLogFile(path, names);
            file.Read((key, replicate, isChecked, values) =>
            {
                if ((isChecked || !check) && replicate < outcomes.Replicates && wanted.TryGetValue(key, out int world))
                {
                    outcomes.Add(outcomes.RunOf(world, replicate), values);
                }
            });
            if (file.Problem is { } problem)
            {
                _problems.Add(problem);
            }

            StoreBound.MarkUsed(path);
        }
    }

    /// <summary>Keeps a run. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when it cannot be written.</summary>
    public void Append(string key, int replicate, bool isChecked, ReadOnlySpan<double> values) => _lines.Append(key, replicate, isChecked, values);

    public void Dispose() => _lines.Dispose();
}
