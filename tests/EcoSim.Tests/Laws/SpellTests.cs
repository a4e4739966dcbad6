using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;
using EcoSim.Tests.Randomness;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>How long people stay and search in the model itself, against the laws that the hazards imply.</summary>
/// <remarks>
/// No one founds and there is no anchor, so that ordinary staff only retire, are dismissed or quit. A spell that ends in
/// some month is followed by one that can end from the next month on: tenure is one month more than whole months of waiting.
/// </remarks>
public sealed class SpellTests
{
    /// <summary>Standard errors allowed.</summary>
    private const double K = 5;

    /// <summary>Spells that begin in the first half are followed for as long as the second half lasts.</summary>
    private const int Window = 60;

    private static readonly Draw Luck = new(99);
    private static readonly Lazy<(Plan Plan, List<Spell> Spells)> Constant = new(() => Ordinary(newcomers: 0));

    [Fact]
    public void Tenure_of_ordinary_staff_is_exponential_with_the_sum_of_hazards()
    {
        (Plan plan, List<Spell> spells) = Constant.Value;
        Exponential(spells, Sum(plan.Parameters.Mobility), "tenure of ordinary staff");
    }

    [Fact]
    public void Each_cause_takes_its_share_of_the_hazard()
    {
        (Plan plan, List<Spell> spells) = Constant.Value;
        MobilityParameters p = plan.Parameters.Mobility;
        double sum = Hazard.MonthsPerYear * Sum(p);
        Spell[] ended = [.. Followed(spells).Where(s => s.Tenure > 0)];
        Sigma.Share(ended.Count(s => s.Next == State.Left), ended.Length, p.RetirementHazard / sum, K, "separations by retirement");
        Sigma.Share(ended.Count(s => s.Next == State.Unemployed), ended.Length, p.DismissalHazard / sum, K, "separations by dismissal");
        Sigma.Share(ended.Count(s => s.Next == State.OtherFirm), ended.Length, p.QuitHazard / sum, K, "separations by quitting");
    }

    [Fact]
    public void Search_after_dismissal_is_exponential()
    {
        Plan plan = Plan(("mobility.dismissalHazard", 0.2));
        List<Spell> spells = Spell.Watch(new Simulation(plan, 0), State.Unemployed);

        // Arrivals from other hubs may find a job in the month in which they come; the dismissed from the next.
        Exponential([.. spells.Where(s => s.Because == Reason.Layoff)], Hazard.PerMonth(plan.Parameters.Mobility.SearchHazard), "search after dismissal");
    }

    [Fact]
    public void Tenure_with_a_falling_hazard_is_that_of_a_coin_each_month()
    {
        (Plan plan, List<Spell> spells) = Ordinary(newcomers: 4);
        MobilityParameters p = plan.Parameters.Mobility;
        int[] thinned = new int[Window + 2], dense = new int[Window + 2];
        foreach (Spell spell in Followed(spells))
        {
            thinned[spell.Tenure > 0 ? Math.Min(spell.Tenure, Window + 1) : Window + 1]++;
            int month = 1;
            while (month <= Window && Luck.Uniform(Key.Any, spell.Person, spell.Start, month) >= Chance(p, month))
            {
                month++;
            }

            dense[month]++;
        }

        Distribution.SameCounts(thinned, dense, K, "tenure of ordinary staff, thinned and month by month");
    }

    private static (Plan, List<Spell>) Ordinary(double newcomers)
    {
        Plan plan = Plan(("mobility.newcomerQuitFactor", newcomers));
        return (plan, Spell.Watch(new Simulation(plan, 0), State.OtherFirm));
    }

    private static Plan Plan(params ReadOnlySpan<(string, double)> more) => Trial.Plan(
    [
        ("population.workers", 20_000), ("anchor.present", 0), ("run.warmupMonths", 0), ("run.months", 2 * Window),
        ("spinOuts.baseHazard", 0), ("spinOuts.graduateFounding", 0), .. more,
    ]);

    private static void Exponential(List<Spell> spells, double hazard, string what)
    {
        Spell[] followed = [.. Followed(spells)], ended = [.. followed.Where(s => s.Tenure > 0 && s.Tenure <= Window)];
        double within = Hazard.Probability(hazard * Window);
        Sigma.Share(ended.Length, followed.Length, within, K, $"{what}: share that ends within {Window} months");

        // Whole months plus the part of a month that an exponential wait has, given that it ends in that month.
        double[] waits = [.. ended.Select(s => s.Tenure - 1 - Math.Log(1 - Luck.Uniform(Key.Any, s.Person, s.Start) * Hazard.Probability(hazard)) / hazard)];
        Distribution.Follows(waits, t => Hazard.Probability(hazard * t) / within, K, what);
    }

    private static IEnumerable<Spell> Followed(List<Spell> spells) => spells.Where(s => s.Start < Window);

    private static double Sum(MobilityParameters p) => Hazard.PerMonth(p.RetirementHazard + p.DismissalHazard + p.QuitHazard);

    private static double Chance(MobilityParameters p, int tenure) => Hazard.Probability(
        Hazard.PerMonth(p.RetirementHazard + p.DismissalHazard)
        + MobilityEquations.Quit(Hazard.PerMonth(p.QuitHazard), p.NewcomerQuitFactor, tenure, p.NewcomerMonths, morale: 1));
}
