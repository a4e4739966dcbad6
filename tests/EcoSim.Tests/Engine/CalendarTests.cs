using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Tests.Randomness;

namespace EcoSim.Tests.Engine;

public sealed class CalendarTests
{
    [Fact]
    public void The_scan_finds_what_a_plain_loop_finds_at_every_length()
    {
        var draw = new Draw(3);
        for (int length = 0; length < 200; length++)
        {
            byte[] due = [.. Enumerable.Range(0, length).Select(i => (byte)draw.Below(6, Key.Any, (ulong)i, length))];
            var found = new int[length];
            for (int month = 0; month < 6; month++)
            {
                int count = Calendar.Due(due, month, found);
                Assert.Equal(Enumerable.Range(0, length).Where(i => due[i] == month), found.Take(count));
            }
        }
    }

    [Fact]
    public void Marks_tell_months_apart_until_they_come_round()
    {
        for (int month = 0; month < 600; month++)
        {
            Assert.NotEqual(Calendar.Never, Calendar.Mark(month));
            Assert.Equal(Calendar.Mark(month), Calendar.Mark(month + 0.999));
            Assert.Equal(Calendar.Mark(month), Calendar.Mark(month + 255));
            Assert.All(Enumerable.Range(1, 254), later => Assert.NotEqual(Calendar.Mark(month), Calendar.Mark(month + later)));
        }

        Assert.Equal(Calendar.Never, Calendar.Mark(double.PositiveInfinity));
    }
}
