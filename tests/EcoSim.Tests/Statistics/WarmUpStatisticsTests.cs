using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.WarmUp;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Statistics;

/// <summary>MSER-5, Welch's average and gaps between warm-ups on paths whose answer is known.</summary>
public sealed class WarmUpStatisticsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(20)]
    public void A_step_is_cut_where_it_is(int batches)
    {
        double[] path = Batches([.. Enumerable.Repeat(100.0, batches), .. Enumerable.Repeat(3.7, 40 - batches)]);
        Assert.Equal(new Truncation(5 * batches, IsSettled: true), MarginalStandardError.Of(path));
    }

    [Fact]
    public void Noise_after_a_transient_is_kept()
    {
        // 9, then 3 and 1 in turn: squares about the mean over the squared count are 1/10 with ten batches, 80/9/81 with nine, and grow from there.
        double[] path = Batches([9, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
        Assert.Equal(new Truncation(5, IsSettled: true), MarginalStandardError.Of(path));
    }

    [Fact]
    public void What_grows_throughout_has_no_steady_state()
    {
        // MSER of a straight line falls with every batch deleted, to the last five.
        Truncation found = MarginalStandardError.Of([.. Enumerable.Range(0, 200).Select(i => (double)i)])!.Value;
        Assert.Equal(new Truncation(175, IsSettled: false), found);
    }

    [Fact]
    public void An_exponential_transient_is_cut_where_it_no_longer_counts()
    {
        // The part of the transient that is kept is small against what is deleted, and nothing of the rest is thrown away.
        double[] path = [.. Enumerable.Range(0, 1000).Select(i => 1 + Math.Exp(-i / 20.0) + 0.02 * (i % 10 < 5 ? 1 : -1))];
        Truncation found = MarginalStandardError.Of(path)!.Value;
        Assert.True(found.IsSettled);
        Assert.InRange(found.Deleted, 60, 200);
    }

    [Fact]
    public void Too_short_a_path_and_a_gap_in_it_give_none()
    {
        Assert.Null(MarginalStandardError.Of(new double[MarginalStandardError.LeastValues - 1]));
        Assert.Equal(new Truncation(0, true), MarginalStandardError.Of(new double[MarginalStandardError.LeastValues]));
        double[] path = new double[100];
        path[50] = double.NaN;
        Assert.Null(MarginalStandardError.Of(path));
    }

    [Fact]
    public void Welchs_average_keeps_a_line_and_smooths_a_pulse()
    {
        double[] line = [.. Enumerable.Range(0, 20).Select(i => 2.0 * i)];
        Assert.Equal([.. line[..17], double.NaN, double.NaN, double.NaN], WelchAverage.Of(line, 3).Select(value => Math.Round(value, 9)));
        Assert.Equal([0, 0, 2, 2, 2, 2, 2, 0, double.NaN, double.NaN], WelchAverage.Of([0, 0, 0, 0, 10, 0, 0, 0, 0, 0], 2));
        Assert.Equal([1, 2, 3], WelchAverage.Of([1, 2, 3], 0));
        Assert.Equal(4, WelchAverage.Of([3, double.NaN, 5, 1], 1)[1]);
    }

    [Fact]
    public void A_gap_is_a_ratio_of_means_with_the_jackknifes_interval()
    {
        // Levels 9, 20 and 44 over 10, 20 and 40, of which only the middle months count: 73 over 70, and without one replicate each 64/60, 53/50 and 29/30.
        double[][] longest = [[7, 10, 10, 7], [7, 20, 20, 7], [7, 40, 40, 7]], paths = [[0, 8, 10, 0], [0, 20, 20, 0], [0, 44, 44, 0]];
        WarmUpGap gap = WarmUpResult.GapOf(paths, longest, 1, 3);
        double[] without = [64 / 60.0, 53 / 50.0, 29 / 30.0];
        double error = Math.Sqrt(2 / 3.0 * without.Sum(one => (one - without.Average()) * (one - without.Average())));
        Assert.Equal(73 / 70.0 - 1, gap.Share, 1e-12);

        // Student's t with two degrees of freedom: 4.30265.
        Assert.Equal(gap.Share + 4.30265 * error, gap.High, 1e-5);
        Assert.Equal(gap.Share, (gap.Low + gap.High) / 2, 1e-12);
        Assert.True(double.IsNaN(WarmUpResult.GapOf([[1]], [[2]], 0, 1).Low));
    }

    [Fact]
    public void A_level_of_nothing_is_told_from_a_missing_one()
    {
        Assert.Equal(WarmUpVerdict.None, WarmUpResult.GapOf([[1], [2]], [[0], [0]], 0, 1).Verdict);
        Assert.Equal(WarmUpVerdict.Missing, WarmUpResult.GapOf([[1], [2]], [[double.NaN], [3]], 0, 1).Verdict);
        Assert.Equal(WarmUpVerdict.Missing, WarmUpResult.GapOf([[double.NaN], [2]], [[1], [3]], 0, 1).Verdict);
        Assert.Equal(WarmUpVerdict.Open, WarmUpResult.GapOf([[double.NaN, 1]], [[1, double.NaN]], 0, 2).Verdict);
    }

    [Fact]
    public void Counts_are_taken_per_worker_and_what_is_an_index_is_not()
    {
        var series = new SeriesTable(2, Observables.All.Count);
        for (int month = 0; month < 2; month++)
        {
            series.Row(month)[Observables.IndexOf("workforce")] = 200_000 * (month + 1);
            series.Row(month)[Observables.IndexOf("startups_alive")] = 50;
            series.Row(month)[Observables.IndexOf("rent")] = 3;
        }

        Assert.Equal([25, 12.5], WarmUpResult.PathIn(series, "startups_alive"));
        Assert.Equal([3, 3], WarmUpResult.PathIn(series, "rent"));
    }

    [Theory]
    [InlineData(-0.05, 0.05, WarmUpVerdict.Same)]
    [InlineData(-0.06, 0.05, WarmUpVerdict.Open)]
    [InlineData(0.051, 0.2, WarmUpVerdict.Differs)]
    [InlineData(-0.2, -0.051, WarmUpVerdict.Differs)]
    [InlineData(double.NaN, double.NaN, WarmUpVerdict.Open)]
    public void A_verdict_looks_at_the_whole_interval(double low, double high, WarmUpVerdict expected) => Assert.Equal(expected, new WarmUpGap(0, low, high).Verdict);

    private static double[] Batches(double[] means) => [.. means.SelectMany(mean => Enumerable.Repeat(mean, 5))];
}
