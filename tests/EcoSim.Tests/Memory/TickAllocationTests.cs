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
        var simulation = new Simulation(Trial.Plan(("population.workers", 20_000)), 0);
        Allocation.Bytes(simulation.Step, 0, Warm);
        int quiet = 0, months = 0;
        for (; !simulation.Done; months++)
        {
            int month = simulation.World.Month;
            long room = Buffers.Room(simulation);
            long bytes = Allocation.Bytes(simulation.Step, 0, 1);
            quiet += bytes == 0 ? 1 : 0;
            bool newTerms = month % (int)Hazard.MonthsPerYear == 0;
            Assert.True(bytes == 0 || newTerms || Buffers.Room(simulation) > room, $"Month {month} allocated {bytes} bytes, and no table has more room than before.");
        }

        // One month in twelve sets new terms; a table that doubles does so ever more rarely.
        Assert.True(quiet > months / 2, $"Only {quiet} of {months} months allocated nothing.");
    }

    [Fact]
    public void Room_counts_arrays_wherever_they_are_held()
    {
        var list = new List<int>(8);
        Assert.Equal(8, Buffers.Room(list));
        Assert.Equal(2 + 8 + 3, Buffers.Room(new object[] { list, new double[3] }));
    }
}
