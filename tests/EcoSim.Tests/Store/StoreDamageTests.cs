using EcoSim.Experiments.Store;
using EcoSim.Model;
using EcoSim.Tests.Laws;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Store;

/// <summary>Nothing that a kill, a full disk, a broken disk or another process does makes the store tell a wrong number.</summary>
public sealed class StoreDamageTests : IDisposable
{
    private const int Months = 4;

    private static readonly string Hash = ReplicateHash.Of(Trial.Plan());

    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_file_cut_off_anywhere_is_reported_and_removed()
    {
        byte[] whole = Kept();
        for (int length = 0; length < whole.Length; length += 1 + whole.Length / 97)
        {
            RequireFound(whole[..length]);
        }
    }

    [Fact]
    public void One_wrong_bit_anywhere_is_reported_and_removed()
    {
        byte[] whole = Kept();
        for (int place = 0; place < whole.Length; place += 1 + whole.Length / 97)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= (byte)(1 << place % 8);
            RequireFound(damaged);
        }
    }

    [Fact]
    public void A_file_under_the_name_of_another_is_not_trusted()
    {
        Kept();
        var store = new ReplicateStore(_root["store"]);
        File.Copy(PathOf(store, 0), PathOf(store, 1));
        Assert.Null(store.Find(Wanted(1)));
        Assert.Contains("1.series", Assert.Single(store.Problems));
    }

    [Fact]
    public void What_a_kill_leaves_half_written_is_no_replicate_and_is_swept_away()
    {
        byte[] whole = Kept();
        var store = new ReplicateStore(_root["store"]);
        string half = PathOf(store, 1) + ".0123.partial", fresh = PathOf(store, 2) + ".4567.partial";
        File.WriteAllBytes(half, whole[..40]);
        File.WriteAllBytes(fresh, whole[..40]);
        File.SetLastWriteTimeUtc(half, DateTime.UtcNow.AddDays(-1));
        Assert.Null(store.Find(Wanted(1)));
        StoreBound.Apply(_root["store"], long.MaxValue, DateTime.UtcNow);
        Assert.Equal((false, true, true), (File.Exists(half), File.Exists(fresh), File.Exists(PathOf(store, 0))));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_once_and_costs_nothing_else()
    {
        File.WriteAllText(_root["store"], "a file where the folder should be");
        var store = new ReplicateStore(_root["store"]);
        store.Keep(Wanted(0), Simulate(0));
        store.Keep(Wanted(1), Simulate(1));
        Assert.Null(store.Find(Wanted(0)));
        Assert.Contains("is a file; name a folder with --store", Assert.Single(store.Problems));
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_half_behind()
    {
        var store = new ReplicateStore(_root["store"]);

        // Where the file should go stands a folder: all is written, and only the last step fails.
        Directory.CreateDirectory(PathOf(store, 0));
        store.Keep(Wanted(0), Simulate(0));
        Assert.Contains($"'{PathOf(store, 0)}' is a folder where a file should be", Assert.Single(store.Problems));
        Assert.Empty(Directory.GetFiles(_root["store"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Many_writers_and_readers_at_once_never_see_a_wrong_replicate()
    {
        RunResult[] truth = [.. Enumerable.Range(0, 4).Select(Simulate)];
        byte[][] bytes = [.. truth.Select(run => Trial.Bytes(run))];
        ReplicateStore[] processes = [new(_root["store"]), new(_root["store"])];
        Parallel.For(0, 400, i =>
        {
            int replicate = i % truth.Length;
            ReplicateStore store = processes[i / truth.Length % 2];
            if (store.Find(Wanted(replicate)) is { } found)
            {
                Assert.Equal(bytes[replicate], Trial.Bytes(found));
            }

            store.Keep(Wanted(replicate), truth[replicate]);
        });
        Assert.All(processes, process => Assert.Empty(process.Problems));
        Assert.All(Enumerable.Range(0, truth.Length), replicate => Assert.NotNull(processes[0].Find(Wanted(replicate))));
        Assert.Equal(truth.Length, Directory.GetFiles(_root["store"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Above_its_bound_the_store_forgets_what_was_not_used_for_longest()
    {
        var store = new ReplicateStore(_root["store"]);
        for (int replicate = 0; replicate < 10; replicate++)
        {
            store.Keep(Wanted(replicate), Simulate(replicate));
            File.SetLastWriteTimeUtc(PathOf(store, replicate), DateTime.UtcNow.AddHours(replicate - 20));
        }

        Assert.NotNull(store.Find(Wanted(0)));
        long whole = Enumerable.Range(0, 10).Sum(replicate => new FileInfo(PathOf(store, replicate)).Length), bound = whole * 6 / 10;
        (long before, long after) = StoreBound.Apply(_root["store"], bound, DateTime.UtcNow);
        Assert.Equal(whole, before);
        Assert.InRange(after, bound / 2, bound);
        Assert.NotNull(store.Find(Wanted(0)));
        Assert.NotNull(store.Find(Wanted(9)));
        Assert.Null(store.Find(Wanted(1)));
        Assert.Equal((after, after), StoreBound.Apply(_root["store"], bound, DateTime.UtcNow));
    }

    private byte[] Kept()
    {
        var store = new ReplicateStore(_root["store"]);
        store.Keep(Wanted(0), Simulate(0));
        return File.ReadAllBytes(PathOf(store, 0));
    }

    /// <summary>The damage is found, said with the name of the file, and mended by the next run.</summary>
    private void RequireFound(byte[] damaged)
    {
        var store = new ReplicateStore(_root["store"]);
        string path = PathOf(store, 0);
        File.WriteAllBytes(path, damaged);
        Assert.Null(store.Find(Wanted(0)));
        Assert.Contains(path, Assert.Single(store.Problems));
        Assert.False(File.Exists(path));
        store.Keep(Wanted(0), Simulate(0));
        Assert.NotNull(store.Find(Wanted(0)));
    }

    private static string PathOf(ReplicateStore store, int replicate) => store.PathOf(StoredKind.Series, Wanted(replicate));

    private static WantedReplicate Wanted(int replicate) => new(Hash, replicate, Months, default);

    private static RunResult Simulate(int replicate) =>
        PlainRuns.Simulate(PlainRuns.Scenario(1, Months).Plan, replicate, default, _ => { }, default);
}
