using System.Globalization;
using EcoSim.Cli.Comparing;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Cli.Sweeping;

/// <summary>What a sweep will take, told from a few of its runs.</summary>
internal static class SweepEstimate
{
    private const double Mib = 1 << 20;

    /// <summary>Bytes of figures and manifest.</summary>
    private const double FigureBytes = 3 * Mib;

    /// <summary>Bytes of a number as text, with its comma.</summary>
    private const double NumberBytes = 18;

    public static void Write(TextWriter output, SweepWork work, Shard shard, SweepProgress pilot)
    {
        Experiment experiment = work.Worlds.Experiment;
        int runs = work.Outcomes.Runs, left = work.Runner.Missing(shard).Count();
        string shared = work.Worlds.Count == work.Worlds.Points ? "" : $" ({work.Worlds.Count} of them differ)";
        output.WriteLine($"{experiment.Name}: what it takes, from a pilot of {pilot.Simulated} {(pilot.Simulated == 1 ? "run" : "runs")}, which {(pilot.Simulated == 1 ? "is" : "are")} kept");
        TextColumns.Write(output, ["", ""],
        [
            ["points", $"{work.Worlds.Points:#,0}{shared}, {DesignText.Of(experiment.Design)} over {string.Join(", ", work.Worlds.Table.Parameters.Select(parameter => parameter.Path))}"],
            ["rows", $"{(long)work.Worlds.Points * experiment.Replicates:#,0} in {Experiments.Sweeps.Results.SweepCsv.RunsName}: {experiment.Replicates} replicate{(experiment.Replicates == 1 ? "" : "s")} of each point"],
            ["runs", $"{left:#,0} left to do{(shard.IsWhole ? "" : $" in part {shard}")}, {runs:#,0} in all"],
            ["time", TimeText(pilot, left, work.Threads)],
            ["memory", string.Create(CultureInfo.InvariantCulture, $"about {Environment.WorkingSet / Mib:#,0} MiB, whatever the number of runs")],
            ["disk", string.Create(CultureInfo.InvariantCulture, $"about {DiskBytes(work) / Mib:#,0.0} MiB")],
        ]);
    }

    private static string TimeText(SweepProgress pilot, int left, int threads) => pilot.TimePerRun is { } one
        ? $"about {PrecisionText.Duration(one * left / threads)} with {threads} {(threads == 1 ? "thread" : "threads")}: {ReadableNumber.Of(one.TotalSeconds)} s a run"
        : "nothing is left to run";

    /// <summary>The table of runs with its means, and a line for each run in the log.</summary>
    private static double DiskBytes(SweepWork work)
    {
        int kept = Experiments.Comparison.OutcomeMeasure.Usual.Count;
        double rows = (double)work.Worlds.Points * work.Outcomes.Replicates;
        return NumberBytes * (rows * (4 + work.Outcomes.Outcomes) + work.Outcomes.Runs * (double)kept + 7.0 * work.Worlds.Points * work.Outcomes.Outcomes) + FigureBytes;
    }
}
