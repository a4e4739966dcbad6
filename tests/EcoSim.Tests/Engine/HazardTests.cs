using EcoSim.Model.Engine;

namespace EcoSim.Tests.Engine;

public sealed class HazardTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(3)]
    public void Twelve_months_of_a_hazard_are_a_year_of_it(double perYear)
    {
        double monthly = Hazard.Probability(Hazard.PerMonth(perYear));
        Assert.Equal(Math.Exp(-perYear), Math.Pow(1 - monthly, 12), 1e-14);
    }

    [Fact]
    public void A_tiny_hazard_is_its_own_probability_to_the_last_bit_of_one() =>
        Assert.Equal(1e-12, Hazard.Probability(1e-12), Math.Pow(2, -53));

    [Fact]
    public void No_hazard_never_and_an_infinite_one_surely()
    {
        Assert.Equal(0, Hazard.Probability(0));
        Assert.Equal(1, Hazard.Probability(double.PositiveInfinity));
    }

    [Fact]
    public void Half_is_left_after_a_half_life() => Assert.Equal(0.5, Math.Pow(Hazard.MonthlySurvival(30), 30), 1e-14);
}
