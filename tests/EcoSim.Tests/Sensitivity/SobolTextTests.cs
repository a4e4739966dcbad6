using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Sensitivity;
using EcoSim.Experiments.Sweeps;
using EcoSim.Model.Declaration;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sensitivity;

/// <summary>What is said of Sobol indices: no interaction that luck may be, and nothing kept back of what was left out.</summary>
public sealed class SobolTextTests
{
    private static readonly string[] Paths = ["channels.talent", "channels.cloud", "channels.hub", "channels.capital", "channels.signal"];

    [Theory]
    [InlineData(0.652, 0.895, 0.257, false)] // 0.243 above, below the floor
    [InlineData(0.652, 0.895, 0.242, false)] // above it, but not all of the interval
    [InlineData(0.652, 0.895, 0.142, true)]
    [InlineData(0.652, 0.656, 0, false)] // the same to a hundredth, as shown
    [InlineData(0.652, 0.600, 0, false)]
    [InlineData(0.652, 0.895, double.NaN, false)] // one replicate
    public void An_interaction_is_told_only_above_the_floor(double first, double total, double floor, bool tells)
    {
        SobolIndex index = Index(0, first, total, floor);
        Assert.Equal(tells, SobolText.TellsInteractions(index));
        Assert.Equal(tells, SobolText.Explains(Result([0, 1], [5, 4, 3, 2, 1], index), index).Contains("with its interactions."));
    }

    [Fact]
    public void The_sentence_has_intervals_and_the_condition()
    {
        SobolIndex index = Index(0, 0.652, 0.895, 0.257);
        string answer = SensitivityReport.Answer(Result([0, 1], [5, 4, 3, 2, 1], index));
        Assert.Contains(
            "Of the variance when 2 parameters vary (the 3 others held at the scenario’s values), channels.talent explains 65.2\u00A0% (95 % CI 55.2 to 75.2\u00A0%) by itself; "
            + "its total, 89.5\u00A0%, is higher by 24.3\u00A0% (95 % CI 14.3 to 34.3\u00A0%), not clearly above what the luck of the replicates gives (noise floor 25.7\u00A0%), so no interaction is told.", answer);
        Assert.EndsWith("3 parameters of the 5 screened had no part in these indices: channels.hub, channels.capital, channels.signal.", answer);
    }

    [Fact]
    public void No_share_is_told_beyond_0_and_100_per_cent()
    {
        SobolIndex beyond = Index(0, 0.75, 0.98, 0) with { First = new SensitivityIndex(0.75, -0.05, 0.94, 0) };
        Assert.Contains(
            "channels.talent explains 75.0\u00A0% (95 % CI 0.0 to 94.0\u00A0%) by itself and 98.0\u00A0% (95 % CI 88.0 to 100.0\u00A0%) with its interactions.",
            SobolText.Explains(Result([0, 1], [5, 4, 3, 2, 1], beyond), beyond));

        SobolIndex vague = beyond with { First = new SensitivityIndex(0.75, -0.359, 1.859, 0) };
        Assert.EndsWith(
            "channels.talent has the largest total, but 64 base points and 4 replicates are too few to give its share: the 95 % interval of what it explains by itself is wider than from 0 to 100\u00A0% (--points and --replicates give more).",
            SobolText.Explains(Result([0, 1], [5, 4, 3, 2, 1], vague), vague));
    }

    [Fact]
    public void The_sentence_names_how_the_outcome_is_made()
    {
        SensitivityResult result = Result([0, 1], [5, 4, 3, 2, 1], Index(0, 0.652, 0.895, 0.257));
        OutcomeMeasure sum = OutcomeMeasure.Headline with { Name = "ecosystem_value:sum", Kind = MeasureKind.Sum };
        Assert.Contains("ecosystem value (sum over months) by more than luck", SensitivityReport.Answer(result with { Effects = [result.Effects[0] with { Outcome = sum }] }));
    }

    [Fact]
    public void One_left_out_that_ranks_above_one_kept_is_named()
    {
        // Hub moves this outcome by 3 and signal by 2.5, more than cloud with 1, which was kept.
        string? left = SobolText.LeftOut(Result([0, 1], [5, 1, 3, 0.5, 2.5], Index(0, 0.6, 0.7, 0)), 0);
        Assert.Contains("Of these channels.hub, channels.signal move this outcome more in the screening than channels.cloud", left);
        Assert.Null(SobolText.LeftOut(Result([0, 1, 2, 3, 4], [5, 1, 3, 0.5, 2.5], Index(0, 0.6, 0.7, 0)), 0));
    }

    private static SensitivityResult Result(int[] kept, double[] sizes, SobolIndex index)
    {
        var experiment = new Experiment(PlainRuns.Scenario(4), [], DesignKind.Sobol, null, 1, [OutcomeMeasure.Headline]);
        MorrisEffect[] effects = [.. sizes.Select((size, parameter) => new MorrisEffect(parameter, size, new SensitivityIndex(size, size - 0.1, size + 0.1, 0.1), default))];
        return new SensitivityResult(experiment, [.. Paths.Select(path => Catalogue.Get(path))], 10, [new OutcomeEffects(OutcomeMeasure.Headline, effects)])
        {
            Kept = kept,
            BasePoints = 64,
            Indices = [new OutcomeIndices(OutcomeMeasure.Headline, [index])],
        };
    }

    /// <summary>Intervals reach 0.1 to either side.</summary>
    private static SobolIndex Index(int parameter, double first, double total, double floor) => new(
        parameter, new SensitivityIndex(first, first - 0.1, first + 0.1, 0), new SensitivityIndex(total, total - 0.1, total + 0.1, floor),
        new SensitivityIndex(total - first, total - first - 0.1, total - first + 0.1, floor));
}
