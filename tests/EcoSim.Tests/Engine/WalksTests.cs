using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Engine;

/// <summary>People who look for their candidates together find, bit for bit, what each finds alone.</summary>
public sealed class WalksTests
{
    private const int Horizon = 400;
    private const int Rounds = 200;
    private static readonly Draw Luck = new(31);

    /// <summary>Ladders of slow, quick and very quick hazards, and ceilings below, along and above the lowest band.</summary>
    private static readonly (Ladder Ladder, Ceiling[] Ceilings)[] Kinds = [.. new[] { (Decision.Separation, 0.009), (Decision.Moving, 0.036), (Decision.Search, 0.25) }
        .Select(kind => new Ladder(kind.Item1, kind.Item2))
        .Select(ladder => (ladder, new[]
        {
            ladder.Under(0.9 * ladder.Lowest),
            ladder.Under(0.01 * ladder.Lowest),
            ladder.Under([.. Enumerable.Range(0, 60).Select(month => ladder.Lowest / (1 + 0.1 * month))]),
            ladder.Under(5 * ladder.Lowest),
        }))];

    [Fact]
    public void Together_everyone_finds_what_they_find_alone()
    {
        var walks = new Walks();
        for (int round = 0; round < Rounds; round++)
        {
            var alone = new List<(int Row, Chain Chain, Candidate Found)>();
            walks.Clear();

            // From one person to a full company, so that the last four are complete or not.
            for (int row = 0; row < 1 + round % Walks.Most; row++)
            {
                ulong person = Draw.Child((ulong)round, row);
                int Pick(int count, int which) => Luck.Below(count, Decision.Luck, person, 0, which);
                (Ladder ladder, Ceiling[] ceilings) = Kinds[Pick(Kinds.Length, 0)];
                Ceiling ceiling = ceilings[Pick(ceilings.Length, 1)];
                int since = Pick(Horizon, 2);

                // Some come from nowhere, some from a candidate they stand at, some have passed it.
                double after = Ladder.Before(since + Pick(24, 3));
                Chain chain = ladder.At(since);
                if (Pick(2, 4) > 0)
                {
                    ladder.Next(Luck, person, ref chain, Pick(2, 5) > 0 ? after : Ladder.Before(since), ceiling, since, Horizon);
                }

                // Who looks on from a candidate has not to find it again, or would look for ever.
                after = Pick(4, 6) == 0 ? Math.Max(chain.Time, after) : after;
                walks.Add(row, ladder, person, chain, after, ceiling, since);
                Candidate found = ladder.Next(Luck, person, ref chain, after, ceiling, since, Horizon);
                alone.Add((row, chain, found));
            }

            walks.Walk(Luck, Horizon);
            Assert.Equal(alone, Enumerable.Range(0, walks.Count).Select(i => (walks.Row(i), walks.Reached(i), walks.Found(i))));
        }
    }

    [Fact]
    public void A_full_company_takes_in_nobody_more()
    {
        var walks = new Walks();
        for (int row = 0; row < Walks.Most; row++)
        {
            Assert.False(walks.IsFull);
            walks.Add(row, Kinds[0].Ladder, (ulong)row, default, 0, Kinds[0].Ceilings[0], 0);
        }

        Assert.True(walks.IsFull);
        walks.Clear();
        Assert.Equal(0, walks.Count);
    }

    [Fact]
    public void Four_exponentials_are_those_of_four_alone()
    {
        double[] u = [.. Enumerable.Range(0, 8 * 1000).Select(i => Luck.Uniform(Decision.Luck, (ulong)i, 0)), .. Enumerable.Range(1, 40).Select(n => Math.Pow(2, -n))];
        for (int first = 0; first < u.Length; first += Vector256<double>.Count)
        {
            Vector256<double> four = Variate.Exponential(Vector256.Create(u, first));
            for (int lane = 0; lane < Vector256<double>.Count; lane++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(Variate.Exponential(u[first + lane])), BitConverter.DoubleToInt64Bits(four[lane]));
            }
        }
    }
}
