using BenchmarkDotNet.Attributes;
using EcoSim.Model.Randomness;

namespace EcoSim.Benchmarks;

/// <summary>The price of a draw that depends on its key alone, against the usual generators.</summary>
/// <remarks>Each method makes the same number of doubles and adds them up; the time shown is for one.</remarks>
public class KeyedDraws
{
    private const int Draws = 4096;
    private const Decision SomeDecision = (Decision)1;
    private readonly Draw _draw = new(1);
    private readonly Random _seeded = new(1);
    private readonly Random _unseeded = new();
    private readonly double[] _uniforms = [.. Enumerable.Range(0, Draws).Select(i => (i + 0.5) / Draws)];

    /// <summary>One keyed draw for each entity in one month.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public double Keyed()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _draw.Uniform(SomeDecision, (ulong)i, 7);
        }

        return sum;
    }

    /// <summary>A stateful generator with a seed: its numbers depend on who drew before.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double SeededRandom()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _seeded.NextDouble();
        }

        return sum;
    }

    /// <summary>The fastest stateful generator of the runtime (xoshiro256**), which takes no seed.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double UnseededRandom()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _unseeded.NextDouble();
        }

        return sum;
    }

    /// <summary>A generator built anew for each key: the usual way to key draws by hand.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double RandomPerKey()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += new Random(i).NextDouble();
        }

        return sum;
    }

    /// <summary>The runtime's hash of the same key: 32 bits, and another value in every process.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double HashOfKey()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += ((uint)HashCode.Combine(1UL, SomeDecision, (ulong)i, 7, 0) + 0.5) * (1.0 / (1UL << 32));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedExponential()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _draw.Exponential(SomeDecision, (ulong)i, 7);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedNormal()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _draw.Normal(SomeDecision, (ulong)i, 7);
        }

        return sum;
    }

    /// <summary>The normal quantile alone, without the draw.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double NormalQuantile()
    {
        double sum = 0;
        foreach (double u in _uniforms)
        {
            sum += Variate.Normal(u);
        }

        return sum;
    }
}
