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
    [InlineData(1.2648, 1.26475, "1.2648", "1.2648, 0.0000500 less")]
    [InlineData(2, 2, "2", "2")]
    [InlineData(double.NaN, 2, "-", "2")]
    public void Digits_are_as_many_as_the_difference_needs(double one, double other, string first, string second)
    {
        (string mine, string theirs) = ReadableNumber.Apart(one, other);
        Assert.Equal((first, second), (mine, theirs));
    }

    [Theory]
    [InlineData(-2.24e-5, "-0.0000224")]
    [InlineData(1.5e-7, "0.000000150")]
    [InlineData(1.5e-9, "1.50E-9")]
    public void Small_numbers_are_written_out_as_long_as_they_can_be_read(double value, string expected) => Assert.Equal(expected, ReadableNumber.Of(value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-2.1e-5, "-0.002")]
    [InlineData(0.0004, "+0.04")]
    [InlineData(-2.24e-7, "-0.00002")]
    [InlineData(-0.0006, "-0.1")]
    [InlineData(0.0421, "+4.2")]
    [InlineData(-0.99949, "-99.9")]
    [InlineData(12.4, "+1,240")]
    [InlineData(1e-17, "0")]
    public void A_percentage_that_is_not_nothing_is_not_written_as_nothing(double share, string expected) => Assert.Equal(expected, ReadableNumber.Percent(share));
}
