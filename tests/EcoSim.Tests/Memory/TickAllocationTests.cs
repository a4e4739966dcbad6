using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Tests.Laws;

namespace EcoSim.Tests.Memory;

/// <summary>A warm tick allocates nothing but larger room for a table that is full, and once a year new terms of training.</summary>
public sealed class TickAllocationTests
{
    /// <summary>Months until code is compiled and buffers have their usual size.</summary>
    private const int Warm = 60;

    [Fact]
    public void A_tick_allocates_only_where_a_table_grows_or_training_changes()
    {
        // What the runtime allocates while it compiles falls into one run only; what the model allocates, into both.
        Tick[] once = Measure(), again = Measure();
        Assert.Equal(once.Select(tick => tick.Grew), again.Select(tick => tick.Grew));
        long[] bytes = [.. once.Zip(again, (a, b) => Math.Min(a.Bytes, b.Bytes))];
        for (int month = Warm; month < bytes.Length; month++)
        {
            bool newTerms = month % (int)Hazard.MonthsPerYear == 0;
            Assert.True(bytes[month] == 0 || newTerms || once[month].Grew, $"Month {month} allocated {bytes[month]} bytes, and no table has more room than before.");
        }

        // One month in twelve sets new terms; a table that doubles does so ever more rarely.
        int quiet = bytes.Skip(Warm).Count(b => b == 0);
        Assert.True(quiet > (bytes.Length - Warm) / 2, $"Only {quiet} of {bytes.Length - Warm} months allocated nothing.");
    }

    private static Tick[] Measure()
    {
        var simulation = new Simulation(Trial.Plan(("population.workers", 20_000)), 0);
        var ticks = new List<Tick>();
        while (!simulation.Done)
        {
            long room = Buffers.Room(simulation);
            long bytes = Allocation.Bytes(simulation.Step, 0, 1);
            ticks.Add(new Tick(bytes, Buffers.Room(simulation) > room));
        }

        return [.. ticks];
    }

    private readonly record struct Tick(long Bytes, bool Grew);

    [Fact]
    public void Room_counts_arrays_wherever_they_are_held()
    {
        var list = new List<int>(8);
        Assert.Equal(8, Buffers.Room(list));
        Assert.Equal(2 + 8 + 3, Buffers.Room(new object[] { list, new double[3] }));
    }
}
