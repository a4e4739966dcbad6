using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>How a table tells the spread of outcomes over replicates: by quantiles, or where there are few values by the least and the greatest.</summary>
/// <param name="rows">Rows of the table. An outcome that some replicates lack may have few values where the others have enough.</param>
public sealed class SpreadText(IReadOnlyList<SummaryRow> rows)
{
    private readonly bool _quantiles = rows.Any(row => row.Spread.HasQuantiles), _ranges = rows.Any(row => row.Spread is { HasQuantiles: false, Count: > 0 });

    /// <summary>Heading of the lower end.</summary>
    public string Low => _quantiles ? "5 %" : "least";

    /// <summary>Heading of the upper end.</summary>
    public string High => _quantiles ? "95 %" : "most";

    /// <summary>How the ends are to be read, up to the full stop.</summary>
    /// <param name="replicates">Replicates of the table.</param>
    public string Reading(int replicates)
    {
        string few = $"more than {Spread.MostForRange} have 5 % and 95 % quantiles";
        return !_quantiles ? $"Least and most of {replicates} replicates (spread, not a confidence interval); {few}"
            : _ranges ? $"5 % and 95 % are quantiles over replicates (spread, not a confidence interval); an outcome with {Spread.MostForRange} values or fewer has its least and most there, and is marked so"
            : "5 % and 95 % are quantiles over replicates (spread, not a confidence interval)";
    }

    /// <summary>How the outcome is measured, with a mark where the ends are not those of the heading.</summary>
    public string Measure(SummaryRow row) =>
        _quantiles && row.Spread is { HasQuantiles: false, Count: > 0 } ? $"{row.Measure} (least and most of {row.Spread.Count})" : row.Measure;
}
