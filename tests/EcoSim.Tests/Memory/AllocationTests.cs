using EcoSim.Model.Randomness;
using EcoSim.Tests.Randomness;

namespace EcoSim.Tests.Memory;

public sealed class AllocationTests
{
    [Fact]
    public void A_hidden_allocation_is_seen()
    {
        object? kept = null;
        long bytes = Allocation.Bytes(() => kept = new byte[100], 10, 10);
        Assert.NotNull(kept);
        Assert.True(bytes >= 1000, $"Ten arrays of 100 bytes were counted as {bytes} bytes.");
    }

    [Fact]
    public void A_keyed_draw_allocates_nothing()
    {
        var draw = new Draw(1);
        double sum = 0;
        ulong entity = 0;
        long bytes = Allocation.Bytes(() => sum += draw.Normal(Key.Any, entity++, 0) + draw.Below(7, Key.Any, entity, 1), 1000, 1000);
        Assert.True(double.IsFinite(sum));
        Assert.Equal(0, bytes);
    }
}
