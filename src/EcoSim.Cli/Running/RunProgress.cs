using System.Runtime.CompilerServices;
using EcoSim.Experiments.Ensembles;

namespace EcoSim.Cli.Running;

/// <summary>Shows how a run comes along: a bar on a terminal, lines elsewhere, or nothing.</summary>
internal static class RunProgress
{
    public static T Show<T>(Terminal terminal, bool quiet, string name, Func<IEnsembleObserver?, T> run) =>
        quiet ? run(null)
        : terminal.ShowsProgress ? ShowBar(name, run)
        : run(new ProgressLines(terminal.Error, name, TimeProvider.System));

    /// <summary>Kept apart so that the terminal library is loaded only on a terminal.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ShowBar<T>(string name, Func<IEnsembleObserver?, T> run) => ProgressBar.Show(name, run);
}
