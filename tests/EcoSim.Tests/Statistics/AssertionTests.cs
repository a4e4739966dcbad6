using Xunit.Sdk;

namespace EcoSim.Tests.Statistics;

/// <summary>The statistical assertions must bite: each is shown a case that it has to refuse.</summary>
public sealed class AssertionTests
{
    [Fact]
    public void A_mean_six_standard_errors_off_is_refused_with_its_distance()
    {
        Sigma.Mean(1.05, 1, 1, 10_000, 6);
        var refused = Assert.Throws<TrueException>(() => Sigma.Mean(1.061, 1, 1, 10_000, 6, "wage"));
        Assert.Contains("wage: found 1.061", refused.Message);
        Assert.Contains("6.1 sigma, allowed is 6", refused.Message);
    }

    [Fact]
    public void Nothing_that_is_not_a_number_passes()
    {
        Assert.Throws<TrueException>(() => Sigma.Mean(double.NaN, 1, 1, 100, 6));
        Assert.Throws<TrueException>(() => Sigma.Sign([double.NaN, 1, 2], 1, 2, "value"));
    }

    [Fact]
    public void A_change_without_a_clear_sign_is_refused()
    {
        Sigma.Sign([1, 2, 3, 2], 1, 2, "value");
        Assert.Throws<TrueException>(() => Sigma.Sign([1, 2, 3, 2], -1, 2, "value"));
        Assert.Throws<TrueException>(() => Sigma.Sign([-1, 2, -3, 2], 1, 2, "value"));
        Assert.Throws<TrueException>(() => Sigma.Sign([0, 0, 0, 0], 1, 2, "value"));
    }

    [Fact]
    public void The_cube_root_deviate_agrees_with_the_chi_square_law()
    {
        // Fisher's table: 99.865 % (three sigma, one side) of chi-square on 10 degrees lies below 28.1.
        double exact = MathNet.Numerics.Distributions.ChiSquared.InvCDF(10, MathNet.Numerics.Distributions.Normal.CDF(0, 1, 3));
        Assert.Equal(3, Sigma.OfChiSquare(exact, 10), 0.03);
    }

    [Fact]
    public void Uneven_counts_are_refused()
    {
        Distribution.Uniform([100, 104, 97, 99], 5, "die");
        Assert.Throws<TrueException>(() => Distribution.Uniform([100, 160, 70, 70], 5, "die"));
    }

    [Fact]
    public void Two_samples_of_one_law_pass_and_of_two_laws_do_not()
    {
        double[] grid = [.. Enumerable.Range(0, 2000).Select(i => (i + 0.5) / 2000)];
        double[] coarse = [.. Enumerable.Range(0, 500).Select(i => (i + 0.5) / 500)];
        double[] bent = [.. grid.Select(u => u * u)];
        Distribution.Same(grid, coarse, 5, "grids");
        Assert.Throws<TrueException>(() => Distribution.Same(grid, bent, 5, "bent"));
        Distribution.Follows(grid, u => u, 5, "grid");
        Assert.Throws<TrueException>(() => Distribution.Follows(bent, u => u, 5, "bent"));
        Distribution.SameCounts([100, 200, 300], [51, 99, 150], 5, "counts");
        Assert.Throws<TrueException>(() => Distribution.SameCounts([100, 200, 300], [300, 200, 100], 5, "counts"));
    }
}
