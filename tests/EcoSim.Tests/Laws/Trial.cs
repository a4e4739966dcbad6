using System.Runtime.InteropServices;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Laws;

/// <summary>Small regions to try laws on: default parameters, few people, ten years.</summary>
public static class Trial
{
    public const int Workers = 5000;
    public const int Months = 120;

    /// <summary>A plan of default parameters with these changes, in order; the last one on a path wins.</summary>
    public static Plan Plan(params ReadOnlySpan<(string Path, double Value)> changes)
    {
        var parameters = new Parameters();
        Set(parameters, "population.workers", Workers);
        Set(parameters, "run.months", Months);
        Set(parameters, "run.warmupMonths", 24);
        foreach ((string path, double value) in changes)
        {
            Set(parameters, path, value);
        }

        return new Plan(parameters);
    }

    public static RunResult Run(Plan plan, int replicate = 0, RunOptions options = default) => new Simulation(plan, replicate, options).Run();

    /// <summary>The bytes of a series, so that also the sign of zero and the payload of NaN count.</summary>
    public static byte[] Bytes(RunResult result, int months = int.MaxValue)
    {
        var bytes = new List<byte>();
        for (int month = 0; month < Math.Min(months, result.Series.Months); month++)
        {
            bytes.AddRange(MemoryMarshal.AsBytes(result.Series.Row(month)));
        }

        return [.. bytes];
    }

    /// <summary>Fails with the first cell in which two series differ.</summary>
    public static void SameBytes(RunResult expected, RunResult actual, int months = int.MaxValue)
    {
        for (int month = 0; month < Math.Min(months, Math.Min(expected.Series.Months, actual.Series.Months)); month++)
        {
            for (int column = 0; column < expected.Series.Columns; column++)
            {
                double one = expected.Series[month, column], other = actual.Series[month, column];
                Assert.True(
                    BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other),
                    $"{Observables.All[column].Name} in month {month}: {one:R} in one run, {other:R} in the other.");
            }
        }

        Assert.Equal(Bytes(expected, months).Length, Bytes(actual, months).Length);
    }

    /// <summary>Mean of an observable over the months in which it has a value.</summary>
    public static double Mean(RunResult result, string observable) =>
        result.Series.Column(Observables.IndexOf(observable)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private static void Set(Parameters parameters, string path, double value)
    {
        ParameterDeclaration declared = Catalogue.Get(path);
        Assert.InRange(value, declared.Min, declared.Max);
        declared.Set(parameters, value);
    }
}
