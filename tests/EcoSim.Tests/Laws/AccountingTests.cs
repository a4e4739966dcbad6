using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Laws;

/// <summary>What the observables say of each other in every month.</summary>
public sealed class AccountingTests
{
    private static readonly Lazy<RunResult> Shared = new(() => Trial.Run(Trial.Plan(("population.workers", 30_000))));

    private static RunResult Result => Shared.Value;

    [Fact]
    public void Levels_and_flows_are_numbers_and_not_negative()
    {
        for (int column = 0; column < Observables.All.Count; column++)
        {
            Observable observable = Observables.All[column];
            bool mayLack = observable.Kind == ObservableKind.Mean, maySink = observable.Name == "migration_net";
            foreach ((int month, double value) in Result.Series.Column(column).Index())
            {
                bool sound = double.IsFinite(value) ? value >= 0 || maySink : mayLack && double.IsNaN(value);
                Assert.True(sound, $"{observable.Name} is {value:R} in month {month}; allowed is a number of at least 0{(mayLack ? ", or NaN when there is nothing to average" : "")}.");
            }
        }
    }

    [Theory]
    [InlineData("cloud_served", "cloud_capacity")]
    [InlineData("cloud_served", "cloud_demand")]
    [InlineData("spin_outs_founded", "startups_founded")]
    [InlineData("dragons_alive", "dragons_total")]
    [InlineData("dragons_alumni", "dragons_total")]
    [InlineData("unemployed", "workforce")]
    [InlineData("anchor_layoffs", "layoffs")]
    [InlineData("startup_jobs", "workforce")]
    public void A_part_is_at_most_the_whole(string part, string whole)
    {
        double[] parts = Column(part), wholes = Column(whole);
        for (int month = 0; month < parts.Length; month++)
        {
            // Sums of floating-point numbers agree to rounding, not to the last bit.
            Assert.True(parts[month] <= wholes[month] * (1 + 1e-9), $"{part} is {parts[month]:R} and {whole} {wholes[month]:R} in month {month}.");
        }
    }

    [Fact]
    public void Dragons_are_never_forgotten()
    {
        double[] total = Column("dragons_total");
        Assert.All(total.Zip(total.Skip(1)), pair => Assert.True(pair.Second >= pair.First, $"dragons_total falls from {pair.First} to {pair.Second}."));
    }

    [Fact]
    public void Something_happens()
    {
        RunResult result = Result;
        string[] alive = ["anchor_headcount", "startups_founded", "startups_failed", "spin_outs_founded", "venture_investment", "cloud_served", "graduates", "ecosystem_value", "quits", "layoffs"];
        Assert.All(alive, name => Assert.True(result.Series.Column(Observables.IndexOf(name)).Sum() > 0, $"{name} is zero in all months."));
    }

    private static double[] Column(string name) => Result.Series.Column(Observables.IndexOf(name));
}
