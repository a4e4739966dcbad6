using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Validation;

namespace EcoSim.Tests.Calibration;

/// <summary>Scales on which figures are compared.</summary>
public sealed class MomentTests
{
    [Theory]
    [InlineData("%", 75, 79.6, LinkKind.Logit)]
    [InlineData("years", 1.1, 1.6, LinkKind.Logarithm)]
    [InlineData("1", -2, 0.5, LinkKind.Identity)]
    public void A_link_goes_there_and_back_and_knows_its_slope(string unit, double low, double value, LinkKind kind)
    {
        Link link = Link.For(unit, low, value);
        Assert.Equal(kind, link.Kind);
        Assert.Equal(value, link.From(link.To(value)), 1e-9);
        const double step = 1e-5;
        Assert.Equal((link.To(value + step) - link.To(value - step)) / (2 * step), link.Slope(value), 1e-6);
        Assert.True(double.IsNaN(link.To(double.NaN)));
    }

    [Fact]
    public void Nothing_and_everything_are_far_but_not_infinitely()
    {
        Link link = Link.For("%", 12, 15);
        Assert.True(double.IsFinite(link.To(0)) && double.IsFinite(link.To(100)));
        Assert.Equal(link.To(0), -link.To(100), 1e-9);
    }

    [Fact]
    public void The_end_of_a_band_is_as_far_as_the_end_of_a_central_95_percent()
    {
        Moment moment = Moment.Of(new CalibrationTarget("C1a", "survival_share_age_1", 79.6, 75, 98, "", "emergent", "", "", "", ""));
        Assert.Equal(1.959964 * 1.959964, moment.SquaredDistance(moment.Link.To(75), 0), 1e-6);
        Assert.Equal(1.959964 * 1.959964, moment.SquaredDistance(moment.Link.To(98), 0), 1e-6);
        Assert.Equal(0, moment.SquaredDistance(moment.Target, 0));
        Assert.True(moment.SquaredDistance(moment.Link.To(75), 0.1) < moment.SquaredDistance(moment.Link.To(75), 0));
    }

    [Fact]
    public void The_density_of_two_pieces_is_one_in_all()
    {
        // Midpoint rule over ten deviations on either side; what is left out beyond is below 1e-20.
        var moment = new Moment("x", "", new Link(LinkKind.Identity), 0, 0.5, 2);
        double sum = 0;
        const double step = 1e-3;
        for (double value = -20; value < 20; value += step)
        {
            sum += step * Math.Exp((moment with { Target = value + step / 2 }).LogDensity(0, 0)) * Math.Sqrt(2 / Math.PI);
        }

        Assert.Equal(1, sum, 1e-6);
    }
}
