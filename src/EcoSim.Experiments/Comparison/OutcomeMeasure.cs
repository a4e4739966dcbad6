using System.Globalization;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Comparison;

/// <summary>How a run becomes one number.</summary>
public enum MeasureKind
{
    /// <summary>The last month.</summary>
    Final,

    /// <summary>Mean over months; months without a value are left out.</summary>
    Mean,

    /// <summary>Sum over months.</summary>
    Sum,

    /// <summary>First month at or beyond a threshold.</summary>
    First,
}

/// <summary>An outcome: one number for a whole run, made from an observable.</summary>
/// <param name="Name">Name in tables: the observable, and what is declared of it.</param>
/// <param name="Column">The observable.</param>
/// <param name="Kind">How the number is made.</param>
public sealed record OutcomeMeasure(string Name, int Column, MeasureKind Kind)
{
    /// <summary>What is measured of each observable unless told otherwise: flows summed, the rest at the last month.</summary>
    public static IReadOnlyList<OutcomeMeasure> Usual { get; } =
    [
        .. Observables.All.Select((observable, column) =>
            new OutcomeMeasure(observable.Name, column, observable.Kind == ObservableKind.Flow ? MeasureKind.Sum : MeasureKind.Final)),
    ];

    /// <summary>The outcome that comparisons speak of first, unless another is declared.</summary>
    public static OutcomeMeasure Headline { get; } = Usual[Observables.IndexOf(Headlines.EcosystemValue)];

    /// <summary>First and last month of a mean or sum; null for all months.</summary>
    public (int First, int Last)? Window { get; init; }

    /// <summary>The threshold of a first time.</summary>
    public double Threshold { get; init; }

    /// <summary>True when the first time is that of falling to the threshold.</summary>
    public bool Falling { get; init; }

    public Observable Observable => Observables.All[Column];

    public string Unit => Kind switch
    {
        MeasureKind.First => "months",
        MeasureKind.Sum when Observable.Kind != ObservableKind.Flow => $"{Observable.Unit} x months",
        MeasureKind.Final or MeasureKind.Mean or MeasureKind.Sum => Observable.Unit,
        _ => throw Unknown,
    };

    /// <summary>In words, as written to tables.</summary>
    public string Meaning => Kind switch
    {
        MeasureKind.Final => "last month",
        MeasureKind.Mean => "mean over " + Months,
        MeasureKind.Sum => "sum over " + Months,
        MeasureKind.First => string.Create(CultureInfo.InvariantCulture, $"first month at or {(Falling ? "below" : "above")} {Threshold}; the number of months where never"),
        _ => throw Unknown,
    };

    /// <summary>What is declared of the observable, in words; empty where it is measured as usual.</summary>
    public string Declared => Name == Observable.Name ? "" : Meaning.Split(';')[0];

    /// <summary>For a person who knows the observables by name: "rent, mean over months 180-239".</summary>
    public string Label => Declared.Length == 0 ? Name : $"{Observable.Name}, {Declared}";

    private string Months => Window is { } window ? string.Create(CultureInfo.InvariantCulture, $"months {window.First}-{window.Last}") : "months";

    /// <summary>
    /// The outcome of one run; NaN when missing. A first time that does not come is counted as the number of months: its mean is the
    /// mean time up to the end of the run (restricted mean survival time), which no replicate must be left out of.
    /// </summary>
    public double Of(SeriesTable series)
    {
        (int first, int last) = Window ?? (0, series.Months - 1);
        return Kind switch
        {
            MeasureKind.Final => series[series.Months - 1, Column],
            MeasureKind.Sum => Sum(series, first, last),
            MeasureKind.Mean => Mean(series, first, last),
            MeasureKind.First => FirstMonth(series),
            _ => throw Unknown,
        };
    }

    /// <summary>A new kind must say what it is wherever kinds are told apart.</summary>
    private InvalidOperationException Unknown => new($"The outcome {Name} has a {nameof(MeasureKind)} {Kind} that nothing is said of here.");

    /// <summary>True when a first time comes before the run ends.</summary>
    public bool Reaches(SeriesTable series) => FirstMonth(series) < series.Months;

    /// <summary>Throws <see cref="RefusedException"/> when runs of so many months have no such outcome.</summary>
    public void RequireWithin(int months)
    {
        if (Window is { } window && window.Last >= months)
        {
            throw new RefusedException(
                $"--outcome {Name}: found month {window.Last}, but the runs compared have {months} months; allowed are months 0 to {months - 1}, or longer runs (--months).");
        }
    }

    private double Sum(SeriesTable series, int first, int last)
    {
        double sum = 0;
        for (int month = first; month <= last; month++)
        {
            sum += series[month, Column];
        }

        return sum;
    }

    private double Mean(SeriesTable series, int first, int last)
    {
        double sum = 0;
        int count = 0;
        for (int month = first; month <= last; month++)
        {
            if (!double.IsNaN(series[month, Column]))
            {
                sum += series[month, Column];
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private int FirstMonth(SeriesTable series)
    {
        int month = 0;
        while (month < series.Months && !(Falling ? series[month, Column] <= Threshold : series[month, Column] >= Threshold))
        {
            month++;
        }

        return month;
    }
}
