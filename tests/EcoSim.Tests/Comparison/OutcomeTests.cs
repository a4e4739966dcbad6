using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Reporting;

namespace EcoSim.Tests.Comparison;

/// <summary>Outcomes as a person declares them, and the numbers they make.</summary>
public sealed class OutcomeTests
{
    /// <summary>Alternates between missing and 1, 2, 3, …: month 1 is 1, month 3 is 2.</summary>
    private static readonly double[] Path = [double.NaN, 1, double.NaN, 2, double.NaN, 3];

    [Theory]
    [InlineData("dragons_total", "dragons_total", 3)]
    [InlineData("dragons_total:final", "dragons_total:final", 3)]
    [InlineData("dragons_total:mean", "dragons_total:mean", 2)]
    [InlineData("dragons_total:mean:1-3", "dragons_total:mean:1-3", 1.5)]
    [InlineData(" dragons_total : mean : 3-3 ", "dragons_total:mean:3-3", 2)]
    [InlineData("dragons_total:mean:2-2", "dragons_total:mean:2-2", double.NaN)]
    [InlineData("dragons_total:sum:3-3", "dragons_total:sum:3-3", 2)]
    [InlineData("dragons_total:first>=2", "dragons_total:first>=2", 3)]
    [InlineData("dragons_total:first:1.5", "dragons_total:first>=1.5", 3)]
    [InlineData("dragons_total:first<=1", "dragons_total:first<=1", 1)]
    [InlineData("dragons_total:first>=4", "dragons_total:first>=4", 6)]
    public void Written_read_and_reckoned(string text, string name, double expected)
    {
        OutcomeMeasure outcome = OutcomeText.Read(text, out string problem)!;
        Assert.Equal("", problem);
        Assert.Equal((name, expected), (outcome.Name, outcome.Of(Series())));
    }

    [Theory]
    [InlineData("dragons_totle", "Did you mean 'dragons_total'?")]
    [InlineData("dragons", "Did you mean 'dragons_total'?")]
    [InlineData("value:mean", "Did you mean 'ecosystem_value'?")]
    [InlineData("dragons_total:men", "Did you mean 'mean'?")]
    [InlineData("dragons_total:frist:5", "Did you mean 'first'?")]
    [InlineData("dragons_total:", "allowed are final, mean, sum and first")]
    [InlineData("dragons_total:mean:9-3", "a first and a last month")]
    [InlineData("dragons_total:mean:3", "a first and a last month")]
    [InlineData("dragons_total:mean>=3", "a first and a last month")]
    [InlineData("dragons_total:sum:-1-3", "a first and a last month")]
    [InlineData("dragons_total:final:3", "nothing")]
    [InlineData("dragons_total:first", "a threshold")]
    [InlineData("dragons_total:first>=", "a threshold")]
    [InlineData("dragons_total:first:NaN", "a threshold")]
    [InlineData("dragons_total:first=5", "a threshold")]
    [InlineData("", "'ecosim describe observables'")]
    public void A_slip_is_named_with_what_is_allowed(string text, string said)
    {
        Assert.Null(OutcomeText.Read(text, out string problem));
        Assert.Contains(said, problem);
    }

    [Fact]
    public void The_usual_outcomes_are_those_of_the_summary()
    {
        SeriesTable series = Series();
        foreach (OutcomeMeasure outcome in OutcomeMeasure.Usual)
        {
            Assert.Equal(Outcome.Of(series, outcome.Column), outcome.Of(series));
            Assert.Equal((Outcome.MeasureOf(outcome.Observable), outcome.Observable.Unit), (outcome.Meaning, outcome.Unit));
        }
    }

    [Fact]
    public void A_time_that_never_comes_counts_as_the_horizon_and_is_known_as_such()
    {
        OutcomeMeasure never = OutcomeText.Read("dragons_total:first:4", out _)!, once = OutcomeText.Read("dragons_total:first:3", out _)!;
        Assert.Equal((false, true), (never.Reaches(Series()), once.Reaches(Series())));
    }

    [Theory]
    [InlineData("rent", "rent", "Rent", "rent")]
    [InlineData("rent:mean:180-239", "rent, mean over months 180-239", "Rent, mean over months 180-239", "rent (mean over months 180-239)")]
    [InlineData("spin_outs_founded:sum", "spin_outs_founded, sum over months", "Spin-outs founded, sum over months", "spin-outs founded (sum over months)")]
    [InlineData("dragons_total:first:5", "dragons_total, first month at or above 5", "Dragons total, first month at or above 5", "dragons total (first month at or above 5)")]
    [InlineData("ai_service_revenue:final", "ai_service_revenue, last month", "AI service revenue, last month", "AI service revenue (last month)")]
    public void What_is_declared_of_an_outcome_is_said_in_words(string typed, string label, string words, string within)
    {
        OutcomeMeasure outcome = OutcomeText.Read(typed, out _)!;
        Assert.Equal((label, words, within), (outcome.Label, OutcomeWords.Of(outcome.Name), OutcomeWords.Within(outcome.Name)));
    }

    [Fact]
    public void A_window_beyond_the_end_is_refused()
    {
        OutcomeMeasure outcome = OutcomeText.Read("rent:mean:100-119", out _)!;
        outcome.RequireWithin(120);
        Assert.Contains("months 0 to 118", Assert.Throws<RefusedException>(() => outcome.RequireWithin(119)).Message);
    }

    private static SeriesTable Series()
    {
        var series = new SeriesTable(Path.Length, Observables.All.Count);
        for (int month = 0; month < Path.Length; month++)
        {
            series.Row(month).Fill(Path[month]);
        }

        return series;
    }
}
