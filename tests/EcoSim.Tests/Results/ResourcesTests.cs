using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Tests.Results;

/// <summary>What does not fit is refused with the estimate; what fits on fewer threads is given fewer.</summary>
public class ResourcesTests
{
    private const long GiB = 1L << 30;
    private const long EnoughDisk = 1000 * GiB;

    [Fact]
    public void A_million_workers_fit_into_four_gigabytes()
    {
        Plan plan = Region(1_000_000, replicates: 1);
        var options = new EnsembleOptions(2, EnsembleOptions.LedgerThatSuits(plan.Parameters));
        Assert.Equal(options, Resources.Fit(plan, options, EnoughDisk, 4 * GiB, "out"));
    }

    [Fact]
    public void Threads_that_were_asked_for_and_do_not_fit_are_refused_with_the_estimate()
    {
        var refused = Assert.Throws<RefusedException>(
            () => Resources.Fit(Region(5_000_000, replicates: 64), new EnsembleOptions(64, LedgerScope.None), EnoughDisk, 16 * GiB, "out"));
        Assert.Matches(@"about [\d.]+ GiB of memory, but 16\.0 GiB are available\. Use fewer threads", refused.Message);
    }

    [Fact]
    public void Threads_left_open_are_as_many_as_fit()
    {
        Plan plan = Region(1_000_000, replicates: 64);
        var one = new EnsembleOptions(1, LedgerScope.None);
        long room = Resources.MemoryBytes(plan, one);
        EnsembleOptions fitting = Resources.Fit(plan, one with { Threads = 0 }, EnoughDisk, room, "out");
        Assert.Equal(1, fitting.ThreadsFor(64));
        Assert.Throws<RefusedException>(() => Resources.Fit(plan, one with { Threads = 0 }, EnoughDisk, room - 1, "out"));
    }

    [Fact]
    public void A_disk_that_is_too_small_is_refused_with_the_estimate()
    {
        Plan plan = Region(100_000, replicates: 10);
        var options = new EnsembleOptions(1, LedgerScope.All);
        long needed = Resources.DiskBytes(plan, options);
        Assert.Equal(options, Resources.Fit(plan, options, needed, EnoughDisk, "out"));
        var refused = Assert.Throws<RefusedException>(() => Resources.Fit(plan, options, needed - 1, EnoughDisk, "out"));
        Assert.Matches(@"about [\d.]+ [MG]iB on disk, but 'out' has", refused.Message);
    }

    [Theory]
    [InlineData(100_000, LedgerScope.First)]
    [InlineData(300_000, LedgerScope.First)]
    [InlineData(300_001, LedgerScope.None)]
    public void A_ledger_is_kept_unless_the_region_is_large(int workers, LedgerScope expected) =>
        Assert.Equal(expected, EnsembleOptions.LedgerThatSuits(Region(workers, 1).Parameters));

    private static Plan Region(int workers, int replicates)
    {
        var parameters = new Parameters();
        parameters.Population.Workers = workers;
        parameters.Run.Replicates = replicates;
        return new Plan(parameters);
    }
}
