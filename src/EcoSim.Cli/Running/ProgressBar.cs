using EcoSim.Experiments.Ensembles;
using Spectre.Console;

namespace EcoSim.Cli.Running;

/// <summary>Progress on a terminal: a bar with the time left, gone when the run is over.</summary>
internal static class ProgressBar
{
    public static T Show<T>(string name, Func<IEnsembleObserver?, T> run)
    {
        // That messages reach a terminal is known; left to itself the library would also ask where the results go.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name), maxValue: 1);
                return run(new BarFiller(task));
            });
    }

    private sealed class BarFiller(ProgressTask task) : MonthCount
    {
        /// <summary>The bar takes a lock for every change, so it hears of thousandths, not of months.</summary>
        private const double Step = 0.001;

        private double _shown;

        protected override void Changed()
        {
            double share = Share;
            if (share >= Volatile.Read(ref _shown) + Step)
            {
                Volatile.Write(ref _shown, share);
                task.Value = share;
            }
        }
    }
}
