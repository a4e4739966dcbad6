using System.Globalization;
using EcoSim.Experiments.Calibration;

namespace EcoSim.Cli.Calibrating;

/// <summary>How often the intervals held the truth, for the terminal.</summary>
internal static class RecoveryTable
{
    public static void Write(TextWriter output, RecoveryResult result)
    {
        CalibrationTask task = result.Task;
        output.WriteLine(
            $"{task.Name}: {CalibrationSize.Counted(result.Trials, "trial")}{(result.Trials < result.Asked ? $" of {result.Asked}; in the others a figure could not be measured" : "")}, {task.Scenario.Plan.Parameters.Population.Workers:#,0} workers, {task.Choice.AllPoints} points a trial");
        output.WriteLine();
        TextColumns.Write(
            output, ["parameter", "held the truth", "identified in", "of which held", "mean width"],
            result.Summaries.Select(summary => new[]
            {
                task.Space.NameOf(summary.Parameter), $"{summary.Held} of {result.Trials}", $"{summary.Identified}", summary.Identified == 0 ? "-" : $"{summary.HeldWhenIdentified} of {summary.Identified}",
                summary.MeanWidthRatio.ToString("0.00", CultureInfo.InvariantCulture),
            }),
            2, 4);
        output.WriteLine("Mean width: of the 90 % interval over the prior's. The data are simulated with other luck; the doubt about them is that of the published bands, which is");
        output.WriteLine("wider than the luck of the data, so the intervals of what is identified should hold the truth at least in nine of ten trials.");
        output.WriteLine();
    }
}
