using EcoSim.Experiments.Results;

namespace EcoSim.Tests.Results;

/// <summary>Two numbers are written with as many digits as it takes to tell them apart.</summary>
public sealed class ReadableNumberTests
{
    [Theory]
    [InlineData(352, 272, "352", "272")]
    [InlineData(1318.59309, 1310.2, "1,320", "1,310")]
    [InlineData(0.982059717, 0.9816, "0.9821", "0.9816")]
    [InlineData(13.4512, 13.4507, "13.451", "13.451, 0.000500 less")]
    [InlineData(5, 5.001, "5", "5.001")]
    [InlineData(1.2648, 1.26475, "1.2648", "1.2648, 5.00E-5 less")]
    [InlineData(2, 2, "2", "2")]
    [InlineData(double.NaN, 2, "-", "2")]
    public void Digits_are_as_many_as_the_difference_needs(double one, double other, string first, string second)
    {
        (string mine, string theirs) = ReadableNumber.Apart(one, other);
        Assert.Equal((first, second), (mine, theirs));
    }
}
