using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Sweeps;

/// <summary>Designs have the properties that their names promise.</summary>
public sealed class DesignTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(96)]
    public void A_latin_hypercube_has_one_point_in_each_part_of_each_coordinate(int points)
    {
        double[][] design = LatinHypercube.Points(points, 5, new DesignLuck(3));
        for (int dimension = 0; dimension < 5; dimension++)
        {
            Assert.Equal(Enumerable.Range(0, points), design.Select(point => (int)(point[dimension] * points)).Order());
        }

        double[][] half = points % 2 == 0 ? LatinHypercube.Points(points / 2, 5, new DesignLuck(3)) : [];
        Assert.Equal(half, design.Take(half.Length));
    }

    [Fact]
    public void The_first_dimensions_of_the_sequence_are_the_published_ones()
    {
        // The first points of the unscrambled sequence, in eighths, as any text on it lists them (binary order).
        uint[][] eighths = [[0, 0, 0], [4, 4, 4], [2, 6, 6], [6, 2, 2], [1, 5, 3], [5, 1, 7], [3, 3, 5], [7, 7, 1]];
        for (int index = 0; index < eighths.Length; index++)
        {
            for (int dimension = 0; dimension < 3; dimension++)
            {
                Assert.Equal(eighths[index][dimension], SobolSequence.Plain(index, dimension) >> 29);
            }
        }
    }

    [Fact]
    public void Every_dimension_of_the_sequence_is_even_in_every_block()
    {
        Assert.Equal(60, SobolSequence.MostDimensions);
        const int size = 512;
        var sequence = new SobolSequence(SobolSequence.MostDimensions, new DesignLuck(11));
        double[][] second = [.. Enumerable.Range(size, size).Select(sequence.Point)];
        for (int dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
        {
            Assert.Equal(Enumerable.Range(0, size), second.Select(point => (int)(point[dimension] * size)).Order());
        }
    }

    [Fact]
    public void Pairs_of_the_first_two_dimensions_are_even_in_every_shape()
    {
        // A (0, m, 2)-net: each of the 2^m boxes of equal shape holds one point, scrambled or not.
        const int m = 8;
        var sequence = new SobolSequence(2, new DesignLuck(5));
        double[][] points = [.. Enumerable.Range(0, 1 << m).Select(sequence.Point)];
        for (int across = 0; across <= m; across++)
        {
            Assert.Equal(1 << m, points.Select(point => ((int)(point[0] * (1 << across)), (int)(point[1] * (1 << (m - across))))).Distinct().Count());
        }
    }

    [Fact]
    public void No_two_dimensions_of_the_sequence_are_alike()
    {
        uint[][] columns = [.. Enumerable.Range(0, SobolSequence.MostDimensions).Select(dimension => Enumerable.Range(0, 1024).Select(index => SobolSequence.Plain(index, dimension)).ToArray())];
        for (int one = 0; one < columns.Length; one++)
        {
            for (int other = one + 1; other < columns.Length; other++)
            {
                Assert.False(columns[one].AsSpan().SequenceEqual(columns[other]), $"{one} and {other}");
            }
        }
    }

    [Fact]
    public void Scrambled_points_are_uniform_over_scrambles()
    {
        // One point, many scrambles: mean 1/2 and variance 1/12 of a uniform, within 4 standard errors.
        double[] values = [.. Enumerable.Range(0, 4000).Select(seed => new SobolSequence(3, new DesignLuck(seed)).Point(5)[2])];
        Assert.InRange(values.Average(), 0.5 - 4 * Math.Sqrt(1 / 12.0 / 4000), 0.5 + 4 * Math.Sqrt(1 / 12.0 / 4000));
        double square = values.Average(value => value * value);
        Assert.InRange(square, 1 / 3.0 - 4 * Math.Sqrt(4 / 45.0 / 4000), 1 / 3.0 + 4 * Math.Sqrt(4 / 45.0 / 4000));
    }

    [Fact]
    public void Variations_reach_their_ends_and_follow_their_distribution()
    {
        ParameterDeclaration number = Catalogue.Get("anchor.researchIntensity"), whole = Catalogue.Get("population.workers"), onOff = Catalogue.Get("anchor.present");
        var range = new Variation(number, VariationKind.Uniform) { From = 0.1, To = 0.3, Steps = 3 };
        Assert.Equal([0.1, 0.2, 0.3], range.Levels);
        var log = new Variation(number, VariationKind.LogUniform) { From = 0.001, To = 0.1, Steps = 3 };
        Assert.Equal([0.001, 0.01, 0.1], log.Levels);
        Assert.Equal(0.01, (log with { Steps = null }).At(0.5), 1e-12);
        var normal = new Variation(number, VariationKind.Normal) { From = 0, To = 1, Mean = 0.5, StandardDeviation = 0.1 };
        Assert.Equal(0.5, normal.At(0.5), 1e-9);
        Assert.Equal(0.5 + 0.1 * 1.959964, normal.At(0.975), 1e-5);
        var people = new Variation(whole, VariationKind.Uniform) { From = 1000, To = 1003 };
        Assert.Equal([1000.0, 1001.0, 1002.0, 1003.0], new[] { 0.1, 0.3, 0.6, 0.9 }.Select(people.At));
        Assert.Equal([0.0, 1.0], new[] { 0.2, 0.8 }.Select(new Variation(onOff, VariationKind.Uniform).At));
    }
}
