using EcoSim.Model.Observation;
using EcoSim.Model.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Randomness;

/// <summary>Identities made from parents do not collide, neither whole nor more often than chance in part.</summary>
public sealed class ChildKeyTests
{
    private static readonly ulong[] Keys = Family();

    [Fact]
    public void A_million_children_have_a_million_keys() => Assert.Equal(Keys.Length, Keys.Distinct().Count());

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(32)]
    public void Parts_of_32_bits_collide_as_often_as_chance_has_it(int shift)
    {
        int distinct = Keys.Select(key => (uint)(key >> shift)).Distinct().Count();
        double n = Keys.Length, values = Math.Pow(2, 32);
        double expected = n - values * -Math.Exp(n * Math.Log(1 - 1 / values)) - values;
        Sigma.Count(n - distinct, expected, 5, $"birthdays of bits {shift} to {shift + 31}");
    }

    [Fact]
    public void Printed_identities_of_a_million_people_are_distinct() =>
        Assert.Equal(Keys.Length, Keys.Select(key => Identity.Pack(IdentityKind.Person, key)).Distinct().Count());

    [Fact]
    public void A_child_is_a_function_of_its_parent_occasion_and_index()
    {
        Assert.Equal(Draw.Child(7, 3, 1), Draw.Child(7, 3, 1));
        Assert.NotEqual(Draw.Child(7, 3, 1), Draw.Child(7, 1, 3));
        Assert.NotEqual(Draw.Child(7, 3, 1), Draw.Child(3, 7, 1));
    }

    /// <summary>Children, grandchildren and siblings of parents 0, 1, 2, … by small occasions and indices.</summary>
    private static ulong[] Family()
    {
        var keys = new List<ulong>(1 << 20);
        for (ulong parent = 0; parent < 1 << 12; parent++)
        {
            for (int occasion = 0; occasion < 16; occasion++)
            {
                for (int index = 0; index < 8; index++)
                {
                    ulong child = Draw.Child(parent, occasion, index);
                    keys.Add(child);
                    keys.Add(Draw.Child(child, occasion, index));
                }
            }
        }

        return [.. keys];
    }
}
