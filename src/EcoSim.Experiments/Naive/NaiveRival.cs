using EcoSim.Experiments.Measures;
using EcoSim.Model.Randomness;

namespace EcoSim.Experiments.Naive;

/// <summary>How large a naive world is, taken from the replicates that it is a rival to.</summary>
/// <param name="Months">Recorded months.</param>
/// <param name="WarmupMonths">Months before them.</param>
/// <param name="AnchorStaff">Mean staff of the anchors.</param>
/// <param name="NewFirms">New start-ups a month, for a world without anchor.</param>
public readonly record struct NaiveSize(int Months, int WarmupMonths, double AnchorStaff, double NewFirms)
{
    private const double MonthsPerYear = 12;

    public static NaiveSize Of(IReadOnlyList<RunHistory> replicates, int warmupMonths) => new(
        replicates[0].Months, warmupMonths,
        replicates.Average(run => run.AnchorPersonYears * MonthsPerYear / run.Months),
        replicates.Average(run => (double)run.Firms.Count(firm => firm.Founded >= 0) / run.Months));
}

/// <summary>Simulates the naive rival, in the form in which the model's own replicates are measured.</summary>
public sealed class NaiveRival(NaiveRates rates, NaiveSize size)
{
    private const double MonthsPerYear = 12;

    private static readonly string[] Stages = ["seed", "a", "b", "c", "d", "e"];

    /// <summary>One replicate: the same seed and replicate give the same world.</summary>
    public RunHistory Simulate(long seed, int replicate)
    {
        var random = new Random(unchecked((int)Draw.Child((ulong)seed, replicate)));
        var history = new NaiveHistory(size.Months);
        double spinOuts = rates.AnchorFounding * size.AnchorStaff / MonthsPerYear;
        double others = spinOuts > 0 ? spinOuts * (1 / rates.SpinOutShare - 1) : size.NewFirms;
        for (int month = -size.WarmupMonths; month < size.Months; month++)
        {
            Found(Poisson(random, spinOuts), spinOut: true);
            Found(Poisson(random, others), spinOut: false);

            void Found(int count, bool spinOut)
            {
                for (int i = 0; i < count; i++)
                {
                    Live(random, history, month + random.NextDouble(), spinOut);
                }
            }
        }

        return history.Close(replicate, size.AnchorStaff * size.Months / MonthsPerYear);
    }

    /// <summary>The whole life of a firm founded at a time, in months.</summary>
    private void Live(Random random, NaiveHistory history, double founded, bool spinOut)
    {
        double closing = founded + Exponential(random, rates.Closing), sale = founded + Exponential(random, rates.Sale);
        double end = Math.Min(closing, sale);
        var price = new GibratPath(random, founded, rates.Drift / MonthsPerYear, NaiveRates.Volatility / Math.Sqrt(MonthsPerYear));
        double round = founded + Exponential(random, rates.FirstRound);
        double account = NaiveHistory.FirstAccountAfter(founded);
        history.Begin(founded, spinOut);
        while (Math.Min(round, account) < Math.Min(end, size.Months))
        {
            if (round < account)
            {
                history.Raise(round, Stages[Math.Min(history.RoundsNow, Stages.Length - 1)], price.At(round));
                round += Exponential(random, rates.NextRound);
            }
            else
            {
                history.Account(account, Math.Exp(price.At(account)));
                account += MonthsPerYear;
            }
        }

        history.End(end, closing < sale, end < size.Months ? price.At(end) : 0);
    }

    /// <summary>Months to an event of a yearly hazard.</summary>
    private static double Exponential(Random random, double hazard) => -Math.Log(1 - random.NextDouble()) / hazard * MonthsPerYear;

    /// <summary>Counts unit exponentials that fit into the mean.</summary>
    private static int Poisson(Random random, double mean)
    {
        int count = 0;
        for (double at = -Math.Log(1 - random.NextDouble()); at < mean; at -= Math.Log(1 - random.NextDouble()))
        {
            count++;
        }

        return count;
    }
}

/// <summary>Log size, and log price of a share, which change in proportion by luck: Brownian motion with drift.</summary>
internal sealed class GibratPath(Random random, double start, double drift, double volatility)
{
    /// <summary>Uniforms in the middle of this many cells, so that neither 0 nor 1 comes up.</summary>
    private const double Grains = 1L << 52;

    private double _time = start;
    private double _level;

    /// <summary>Level at a time that is not before the one asked for last; 0 at the start.</summary>
    public double At(double time)
    {
        double span = time - _time;
        double z = Variate.Normal((Math.Floor(random.NextDouble() * Grains) + 0.5) / Grains);
        _level += drift * span + volatility * Math.Sqrt(span) * z;
        _time = time;
        return _level;
    }
}
