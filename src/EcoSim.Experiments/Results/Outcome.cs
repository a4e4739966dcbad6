using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>One number for a whole run, made from an observable.</summary>
/// <remarks>Flows are summed over the recorded months; stocks and means are taken at the last month.</remarks>
public static class Outcome
{
    /// <summary>How the number is made, as written to <c>summary.csv</c>.</summary>
    public static string MeasureOf(Observable observable) =>
        observable.Kind == ObservableKind.Flow ? "sum over months" : "last month";

    /// <summary>The outcome of one replicate; NaN when missing.</summary>
    public static double Of(SeriesTable series, int column)
    {
        if (Observables.All[column].Kind != ObservableKind.Flow)
        {
            return series[series.Months - 1, column];
        }

        double sum = 0;
        foreach (double value in series.Column(column))
        {
            sum += value;
        }

        return sum;
    }
}
