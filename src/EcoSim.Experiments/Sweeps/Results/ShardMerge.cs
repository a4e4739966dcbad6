using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>Puts the parts of a sweep together: the tables are those of a sweep that was run in one piece, byte for byte.</summary>
public sealed class ShardMerge
{
    private readonly IReadOnlyList<string> _folders;
    private readonly Manifest _manifest;
    private CalendarMonth _start;

    private ShardMerge(IReadOnlyList<string> folders, SweepDescription sweep, Manifest manifest, bool isChecked)
    {
        IsChecked = isChecked;
        _folders = folders;
        Sweep = sweep;
        _manifest = manifest;
    }

    /// <summary>The sweep as a whole.</summary>
    public SweepDescription Sweep { get; }

    /// <summary>True when the conservation laws were verified in the runs of every part.</summary>
    public bool IsChecked { get; }

    /// <summary>Runs that failed; known once it is written.</summary>
    public int Failed { get; private set; }

    /// <summary>Reads what the parts say of themselves. Throws <see cref="RefusedException"/> when they are not all the parts of one sweep.</summary>
    public static ShardMerge Open(IReadOnlyList<string> folders)
    {
        SweepDescription[] parts = [.. folders.Select(SweepDescription.Read)];
        Manifest[] manifests = [.. folders.Select(folder => ManifestText.Read(Path.Combine(folder, Manifest.FileName))!)];
        for (int i = 1; i < parts.Length; i++)
        {
            string? other = manifests[i].ModelBuild != manifests[0].ModelBuild || manifests[i].Version != manifests[0].Version ? "another version of the program"
                : manifests[i].ContentHash != manifests[0].ContentHash ? $"another sweep ('{parts[i].Experiment}', or other parameters, points, replicates or outcomes)"
                : parts[i].Shard.Of != parts[0].Shard.Of ? $"{parts[i].Shard.Of} parts and not {parts[0].Shard.Of}"
                : null;
            if (other is not null)
            {
                throw new RefusedException($"'{folders[i]}' is of {other}, so it cannot be merged with '{folders[0]}'. Nothing was written.");
            }
        }

        int of = parts[0].Shard.Of;
        int[] missing = [.. Enumerable.Range(1, of).Except(parts.Select(part => part.Shard.Number))];
        if (missing.Length > 0)
        {
            throw new RefusedException(
                $"Of {of} parts, {string.Join(", ", missing.Select(number => new Shard(number, of)))} {(missing.Length == 1 ? "is" : "are")} not among the folders. "
                + "Nothing was written; run what is missing with --shard, and name all folders.");
        }

        string[] distinct = [.. folders.Zip(parts).DistinctBy(pair => pair.Second.Shard.Number).OrderBy(pair => pair.Second.Shard.Number).Select(pair => pair.First)];
        return new ShardMerge(distinct, parts[0] with { Shard = Shard.Whole }, manifests[0], manifests.All(manifest => manifest.Checked));
    }

    /// <summary>Replaces the folder by the merged sweep. Throws <see cref="RefusedException"/> when a run is missing or there twice.</summary>
    public void Write(ResultsFolder folder, RunCircumstances how)
    {
        SweepRow[] rows = ReadRows();
        Failed = rows.Count(row => row.Failure is not null);
        OutcomeMeasure[] outcomes = [.. Sweep.Outcomes.Select(name => OutcomeText.Read(name, out _)!)];
        using var file = new RunFile(folder.Scratch, rows.Length, Sweep.Months);
        KeyedSeries?[]? series = ReadSeries(file, rows);
        folder.Replace(staging =>
        {
            File.Copy(Path.Combine(_folders[0], SweepCsv.DesignName), Path.Combine(staging, SweepCsv.DesignName));
            SweepFolder.Put(staging, SweepCsv.RunsName, file => SweepCsv.WriteRuns(file, Sweep.Outcomes, rows));
            SweepFolder.Put(staging, SweepCsv.SummaryName, file => SweepCsv.WriteSummary(file, outcomes, rows));
            SweepFolder.PutInteractions(staging, Interaction.Of(SweepTable.Of(Sweep, FinishedSweep.ReadDesign(_folders[0], Sweep), outcomes, rows)));
            if (series is not null)
            {
                SweepFolder.PutSeries(staging, series.OfType<KeyedSeries>(), _start);
            }

            SweepFolder.WriteManifest(staging, Sweep, _manifest.ContentHash, Failed, Sweep.Worlds * Sweep.Replicates, how);
        });
    }

    /// <summary>The series of all runs in their order, out of memory; null where the parts have none. Throws <see cref="RefusedException"/> when only some have.</summary>
    private KeyedSeries?[]? ReadSeries(RunFile file, SweepRow[] rows)
    {
        string[] paths = [.. _folders.Select(folder => Path.Combine(folder, SeriesParquet.Name))];
        string? without = paths.FirstOrDefault(path => !File.Exists(path));
        if (without is not null)
        {
            return paths.Any(File.Exists)
                ? throw new RefusedException($"'{without}' is missing, though other parts have it. Nothing was written; run that part again with --series.")
                : null;
        }

        var series = new KeyedSeries?[rows.Length];
        foreach (string path in paths)
        {
            _start = SeriesParquet.StartOf(path) ?? _start;
            SeriesParquet.ReadRuns(path, SweepFolder.SeriesKeys, Sweep.Months, run =>
            {
                int place = run.Keys[0] * Sweep.Replicates + run.Keys[1];
                series[place] = run with { Series = file.Keep(place, new RunResult(run.Keys[1], run.Series, [])).Series };
            });
        }

        int missing = Array.FindIndex(rows, row => row.Failure is null && series[row.Point * Sweep.Replicates + row.Replicate] is null);
        return missing < 0 ? series
            : throw new RefusedException($"The parts hold no series of replicate {rows[missing].Replicate} of point {rows[missing].Point}. Nothing was written; run them again with --series.");
    }

    /// <summary>All runs, point by point. Throws <see cref="RefusedException"/> when one is missing or there twice.</summary>
    public SweepRow[] ReadRows()
    {
        var rows = new SweepRow?[Sweep.Points * Sweep.Replicates];
        foreach (string folder in _folders)
        {
            foreach (SweepRow row in RunsFile.Read(folder, Sweep.Outcomes.Count))
            {
                if (row.Point >= Sweep.Points || row.Replicate >= Sweep.Replicates || rows[row.Point * Sweep.Replicates + row.Replicate] is not null)
                {
                    throw new RefusedException($"'{folder}' holds replicate {row.Replicate} of point {row.Point}, which is not one of its part. Nothing was written.");
                }

                rows[row.Point * Sweep.Replicates + row.Replicate] = row;
            }
        }

        int missing = Array.IndexOf(rows, null);
        return missing < 0
            ? [.. rows.OfType<SweepRow>()]
            : throw new RefusedException(
                $"{rows.Count(row => row is null)} of {rows.Length} runs are missing, the first one replicate {missing % Sweep.Replicates} of point {missing / Sweep.Replicates}. "
                + "Nothing was written; give the commands of the parts again.");
    }
}
