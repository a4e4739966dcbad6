using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Tests.Results;

/// <summary>The probe tells models apart by what they compute.</summary>
public sealed class ModelProbeTests
{
    [Fact]
    public void The_same_model_has_the_same_probe() => Assert.Equal(ModelProbe.Text, ModelProbe.Of(new Parameters()));

    /// <summary>A parameter of each room, moved a little, stands for a rule that was changed.</summary>
    [Theory]
    [InlineData("alumni.angelShare")]
    [InlineData("anchor.hiringMonths")]
    [InlineData("capital.b.dilution")]
    [InlineData("capital.seed.hurdle")]
    [InlineData("compute.needGrowth")]
    [InlineData("exits.listingHazard")]
    [InlineData("exits.payoutShare")]
    [InlineData("government.grantSize")]
    [InlineData("hub.reputationPerDragon")]
    [InlineData("incumbents.productivityNoise")]
    [InlineData("mobility.workersPerSubmarket")]
    [InlineData("products.dragonThreshold")]
    [InlineData("spillovers.eventTransfer")]
    [InlineData("spinOuts.peerEffect")]
    [InlineData("talent.aiFrontier")]
    public void Another_rule_has_another(string path)
    {
        var parameters = new Parameters();
        ParameterDeclaration declared = Catalogue.Get(path);
        declared.Set(parameters, declared.Default * 0.5);
        Assert.NotEqual(ModelProbe.Text, ModelProbe.Of(parameters));
    }
}
