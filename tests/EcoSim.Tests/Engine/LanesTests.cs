using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;

namespace EcoSim.Tests.Engine;

/// <summary>Functions of four numbers at once are those of the library, to a few units of the last place.</summary>
public sealed class LanesTests
{
    /// <summary>Rounding of a dozen steps, each half a unit of the last place.</summary>
    private const double Rounding = 12 * 1.1e-16;

    [Fact]
    public void Exponentials_are_right()
    {
        for (double x = -690; x < 690; x += 0.37)
        {
            // An argument's own rounding is worth |x| units of the last place of the result.
            Near(Math.Exp(x), Lanes.Exp(Vector256.Create(x)), Rounding + Math.Abs(x) * 1.1e-16, $"exp({x})");
        }
    }

    [Fact]
    public void Logarithms_are_right()
    {
        for (double x = 1e-9; x < 1e12; x *= 1.01)
        {
            Vector256<double> log = Lanes.Log(Vector256.Create(x));
            Assert.True(Math.Abs(log[0] - Math.Log(x)) <= Rounding * Math.Max(1, Math.Abs(Math.Log(x))), $"ln({x}) was {log[0]}, is {Math.Log(x)}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(2.7)]
    public void Powers_are_right(double exponent)
    {
        for (double x = 0.01; x < 50; x *= 1.1)
        {
            Near(Math.Pow(x, exponent), Lanes.Pow(Vector256.Create(x), exponent), 10 * Rounding, $"{x}^{exponent}");
        }
    }

    [Fact]
    public void Each_lane_stands_alone()
    {
        Vector256<double> x = Vector256.Create(0.5, 1, 2, 3);
        Vector256<double> together = Lanes.Exp(Lanes.Log(x));
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            Assert.Equal(Lanes.Exp(Lanes.Log(Vector256.Create(x[lane])))[0], together[lane]);
        }

        Assert.Equal(6.5, Lanes.Sum(x));
    }

    private static void Near(double expected, Vector256<double> found, double share, string what) =>
        Assert.True(Math.Abs(found[0] - expected) <= share * expected, $"{what} was {found[0]:R}, is {expected:R}");
}
