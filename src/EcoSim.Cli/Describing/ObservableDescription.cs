using EcoSim.Model.Observation;

namespace EcoSim.Cli.Describing;

/// <summary>All columns of <c>series.csv</c>.</summary>
internal static class ObservableDescription
{
    public static void Write(TextWriter output)
    {
        output.WriteLine(
            "Columns of series.csv after replicate, month and date. A stock is a level at the end of the month, a flow is what\n"
            + "happened in the month, a mean is an average, a price or a ratio. Of a run, summary.csv sums flows over the months\n"
            + "and takes stocks and means at the last one. An empty cell is missing.\n");
        TextColumns.Write(
            output, ["name", "unit", "kind", "meaning"],
            Observables.All.Select(observable => new[]
            {
                observable.Name, observable.Unit, observable.Kind.ToString().ToLowerInvariant(), observable.Meaning,
            }));
    }
}
