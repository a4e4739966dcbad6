using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Running;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Analysis;

namespace EcoSim.Cli.Sweeping;

/// <summary>Shows a finished sweep: a table on the terminal, figures in its folder.</summary>
internal static class SweepReport
{
    public static void Show(Terminal terminal, RunRequest request, ResultsFolder folder, SweepTable table, int failed)
    {
        EffectsTable.Write(terminal.Output, table, failed);
    }
}
