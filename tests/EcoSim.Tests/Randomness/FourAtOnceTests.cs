using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;

namespace EcoSim.Tests.Randomness;

/// <summary>Drawing for four entities at once gives each the luck it would have alone, to the last bit.</summary>
public sealed class FourAtOnceTests
{
    [Fact]
    public void Uniforms_and_normals_are_those_drawn_one_by_one()
    {
        var draw = new Draw(3);
        for (ulong entity = 0; entity < 4000; entity += 4)
        {
            Vector256<double> uniforms = draw.Uniform(Key.Any, Vector256.Create(entity, entity + 1, entity + 2, entity + 3), 17);
            Vector256<double> normals = Variate.Normal(uniforms);
            for (int lane = 0; lane < Vector256<double>.Count; lane++)
            {
                double alone = draw.Uniform(Key.Any, entity + (ulong)lane, 17);
                Assert.Equal(alone, uniforms[lane]);
                Assert.Equal(Variate.Normal(alone), normals[lane]);
            }
        }
    }
}
