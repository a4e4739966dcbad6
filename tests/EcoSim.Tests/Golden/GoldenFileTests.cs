using Xunit.Sdk;

namespace EcoSim.Tests.Golden;

public sealed class GoldenFileTests
{
    [Fact]
    public void A_difference_is_named_with_its_line()
    {
        var refused = Assert.Throws<TrueException>(() => GoldenFile.Same("global.json", File.ReadAllText(Repository.PathOf("global.json")), "{\nother"));
        Assert.Contains("global.json is not what the program produces now.", refused.Message);
        Assert.Contains("First difference in line 2", refused.Message);
        Assert.Contains("ECOSIM_ACCEPT=1", refused.Message);
    }

    [Fact]
    public void The_approved_text_passes() =>
        GoldenFile.Same("global.json", "{ }", "{ }");
}
