using EcoSim.Model.Observation;

namespace EcoSim.Tests.Documentation;

/// <summary>The columns of <c>series.csv</c> as Markdown.</summary>
public static class ObservablesTable
{
    /// <summary>A row per observable in the order of the columns.</summary>
    public static string Write() => MarkdownTable.Of(
        ["observable", "unit", "kind", "meaning"],
        Observables.All.Select(observable => new[]
        {
            MarkdownTable.Code(observable.Name), observable.Unit, observable.Kind.ToString().ToLowerInvariant(), observable.Meaning,
        }));
}
