namespace EcoSim.Experiments.Sweeps.Designs;

/// <summary>Points of a Sobol sequence with Owen's nested scrambling: each is uniform on the unit cube, together they are far more even than chance.</summary>
/// <remarks>
/// Every block of 2ᵐ points from a multiple of 2ᵐ has one point in each of the 2ᵐ equal parts of every coordinate. Scrambling (Owen 1995) keeps
/// that, and makes means over the points unbiased with a spread that can be measured over several scrambles. More points continue the sequence.
/// </remarks>
/// <param name="dimensions">Coordinates of a point, at most <see cref="MostDimensions"/>.</param>
/// <param name="luck">Luck of the scrambling.</param>
internal sealed class SobolSequence(int dimensions, DesignLuck luck)
{
    private const double TwoToMinus32 = 1.0 / (1L << DirectionNumbers.Bits);

    /// <summary>Dimensions for which direction numbers are known.</summary>
    public static int MostDimensions => DirectionNumbers.Dimensions;

    /// <summary>A point of the sequence, in the open unit cube.</summary>
    public double[] Point(int index)
    {
        var point = new double[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            point[dimension] = (Scrambled(Plain(index, dimension), dimension) + 0.5) * TwoToMinus32;
        }

        return point;
    }

    /// <summary>A coordinate as a binary fraction, before scrambling.</summary>
    internal static uint Plain(int index, int dimension)
    {
        uint[] numbers = DirectionNumbers.Of(dimension);
        uint fraction = 0;
        for (int bit = 0; index >> bit != 0; bit++)
        {
            if ((index >> bit & 1) == 1)
            {
                fraction ^= numbers[bit];
            }
        }

        return fraction;
    }

    /// <summary>Each bit is flipped or not by a coin that belongs to the bits above it.</summary>
    private uint Scrambled(uint fraction, int dimension)
    {
        uint scrambled = 0;
        for (int level = 0; level < DirectionNumbers.Bits; level++)
        {
            int shift = DirectionNumbers.Bits - 1 - level;
            uint above = level == 0 ? 0 : fraction >> (shift + 1);
            uint coin = luck.Bits(dimension, level, above) >> 31;
            scrambled |= ((fraction >> shift & 1) ^ coin) << shift;
        }

        return scrambled;
    }
}
