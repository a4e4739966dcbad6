using EcoSim.Model.Observation;

namespace EcoSim.Cli.Describing;

/// <summary>All columns of <c>series.csv</c>.</summary>
internal static class ObservableDescription
{
    public static void Write(TextWriter output) => TextColumns.Write(
        output, ["name", "unit", "kind", "meaning"],
        Observables.All.Select(observable => new[]
        {
            observable.Name, observable.Unit, observable.Kind.ToString().ToLowerInvariant(), observable.Meaning,
        }));
}
