using System.Diagnostics;

namespace EcoSim.Benchmarks;

/// <summary>Lets the compiler finish before anything is timed.</summary>
/// <remarks>
/// The runtime compiles in tiers, in the background, after some calls and some time. Runs of a few milliseconds would be
/// over before that, and small sizes would be measured with slower code than large ones.
/// </remarks>
public static class Compiled
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>Does some work again and again for a second.</summary>
    public static void By(Action work)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Enough;)
        {
            work();
        }
    }
}
