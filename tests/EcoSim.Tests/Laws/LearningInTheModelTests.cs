using System.Runtime.Intrinsics;
using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>Skills that the model finds lazily are those of small steps of the law of learning, month after month.</summary>
public sealed class LearningInTheModelTests
{
    private const int StepsAMonth = 100;
    private const int Months = 60;

    /// <summary>Some thirty roundings of single precision (6·10⁻⁸) in each of six yearly terms of training, on values up to 2.</summary>
    private const double Tolerance = 2.5e-5;

    /// <summary>One in this many people is followed.</summary>
    private const int Stride = 20;

    [Fact]
    public void Lazy_skills_equal_small_steps() => LazyEqualsDense(Trial.Plan());

    [Fact]
    public void A_change_of_learning_or_forgetting_acts_from_then_on() => LazyEqualsDense(Trial.Plan() with
    {
        Shocks = [new Shock("school", 0, null, [("talent.learningRate", 0.2), ("talent.technicalHalfLife", 24)])],
    });

    private static void LazyEqualsDense(Plan plan)
    {
        var simulation = new Simulation(plan, 0);
        World world = simulation.World;
        simulation.Step();
        int[] followed = [.. Enumerable.Range(0, world.People.Count / Stride).Select(i => i * Stride).Where(row => world.People[row].Employer >= 0)];
        var place = followed.ToDictionary(row => row, row => Place(world.People[row]));
        var dense = followed.ToDictionary(row => row, row => Wide(Learning.Now(world, row)));
        for (int month = 0; month < Months; month++)
        {
            simulation.Step();

            // Who moves or rotates is followed no longer.
            foreach (int row in place.Keys.Where(row => Place(world.People[row]) != place[row]).ToList())
            {
                place.Remove(row);
            }

            foreach (int row in place.Keys)
            {
                Learn(world, world.People[row], dense[row]);
            }
        }

        Assert.True(place.Count > followed.Length / 4, $"Only {place.Count} of {followed.Length} people stayed for {Months} months.");
        Assert.Contains(place.Keys, row => world.People[row].State == State.Anchor);
        foreach (int row in place.Keys)
        {
            Vector128<float> lazy = Learning.Now(world, row);
            for (int skill = 0; skill < 4; skill++)
            {
                Assert.True(Math.Abs(lazy[skill] - dense[row][skill]) < Tolerance,
                    $"skill {skill} of person {row} ({world.People[row].State}): {lazy[skill]:R} lazily, {dense[row][skill]:R} in small steps, tolerance {Tolerance:G2}.");
            }
        }
    }

    private static (int Employer, Division Division, Role Role, int Start) Place(in Person person) => (person.Employer, person.Division, person.Role, person.SpellStart);

    private static double[] Wide(Vector128<float> skill) => [skill[0], skill[1], skill[2], skill[3]];

    private static void Learn(World world, in Person person, double[] skill)
    {
        List<Training.Epoch> epochs = world.Training.Epochs(Learning.Workplace(person));
        Training.Epoch epoch = epochs.Last(e => e.From <= world.Month - 1);
        Vector128<float> exposure = epoch.Exposure[(int)person.Division * Count.Roles + (int)person.Role];
        for (int d = 0; d < skill.Length; d++)
        {
            double frontier = epoch.Frontier[d], learning = epoch.LearningRate * person.Ability * exposure[d], fading = epoch.Forgetting[d] * (1 - exposure[d]);
            double Slope(double at) => learning * Math.Max(frontier - at, 0) - fading * at;
            for (int step = 0; step < StepsAMonth; step++)
            {
                skill[d] += Slope(skill[d] + 0.5 / StepsAMonth * Slope(skill[d])) / StepsAMonth;
            }
        }
    }
}
