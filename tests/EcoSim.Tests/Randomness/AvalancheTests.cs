using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Randomness;

/// <summary>Turning any bit of any word of the key turns each bit of the draw with probability one half.</summary>
public sealed class AvalancheTests
{
    private const int Trials = 1 << 15;

    public static TheoryData<KeyWord> Words => new(Enum.GetValues<KeyWord>());

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_input_bit_turns_each_output_bit_half_the_time(KeyWord word)
    {
        double squares = 0;
        int cells = 0;
        for (int input = 0; input < Key.Width(word); input++)
        {
            foreach (int turned in Turned(word, input))
            {
                // 12,928 cells in all words together: beyond six sigma once in 40,000 such suites.
                double deviate = Sigma.OfMean((double)turned / Trials, 0.5, 0.5, Trials);
                Sigma.Within(deviate, 6, $"a bit of the draw turned {turned} times in {Trials} by bit {input} of {word}");
                squares += deviate * deviate;
                cells++;
            }
        }

        Sigma.ChiSquare(squares, cells, 6, $"turning of all bits by {word}");
    }

    private static int[] Turned(KeyWord word, int input)
    {
        var turned = new int[64];
        for (int candidate = 0, trial = 0; trial < Trials; candidate++)
        {
            // Entities and months as small as a model has them: the hardest keys for a mixer.
            Key key = Key.Small with { Entity = (ulong)(candidate >> 4), Time = (uint)candidate & 15 };
            if (word is KeyWord.Entity && (key.Entity >> input & 1) == 1 || word is KeyWord.Time && (key.Time >> input & 1) == 1)
            {
                // Its partner has come already; a pair counted twice would be one trial, not two.
                continue;
            }

            trial++;
            ulong change = key.Bits ^ key.Flip(word, input).Bits;
            for (int output = 0; output < 64; output++)
            {
                turned[output] += (int)(change >> output & 1);
            }
        }

        return turned;
    }
}
