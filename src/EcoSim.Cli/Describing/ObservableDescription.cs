using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Observation;

namespace EcoSim.Cli.Describing;

/// <summary>The columns of <c>series.csv</c>.</summary>
internal static class ObservableDescription
{
    /// <summary>Writes the observables that <paramref name="filter"/> chooses, or all: that of this name, else those whose name, unit, kind and meaning speak of it.</summary>
    public static ExitStatus Write(Terminal terminal, string? filter)
    {
        Observable[] chosen = Choose(filter);
        if (chosen.Length == 0)
        {
            string meant = NearestName.Among(filter!, Observables.All.Select(observable => observable.Name)) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            terminal.Error.WriteLine($"ecosim: no observable is called or speaks of '{filter}'.{meant}");
            return ExitStatus.Invalid;
        }

        terminal.Output.WriteLine(
            "Columns of series.csv after replicate, month and date. A stock is a level at the end of the month, a flow is what\n"
            + "happened in the month, a mean is an average, a price or a ratio. Of a run, summary.csv sums flows over the months\n"
            + "and takes stocks and means at the last one. An empty cell is missing.\n");
        TextColumns.Write(
            terminal.Output, ["name", "unit", "kind", "meaning"],
            chosen.Select(observable => new[] { observable.Name, observable.Unit, KindOf(observable), observable.Meaning }));
        return ExitStatus.Done;
    }

    private static Observable[] Choose(string? filter)
    {
        if (filter is null)
        {
            return [.. Observables.All];
        }

        Observable[] named = [.. Observables.All.Where(observable => observable.Name == filter)];
        return named.Length > 0 ? named : [.. Observables.All.Where(observable => SpeaksOf(observable, filter))];
    }

    private static bool SpeaksOf(Observable observable, string words) =>
        SearchWords.AreIn(words, observable.Name, observable.Unit, KindOf(observable), observable.Meaning);

    private static string KindOf(Observable observable) => observable.Kind.ToString().ToLowerInvariant();
}
