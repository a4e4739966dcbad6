using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;

namespace EcoSim.Model.Worlds;

/// <summary>Adds people to the columns.</summary>
public static class Newcomers
{
    private static readonly Vector128<float> Freshness = Vector128.Create(0.45f, 0.30f, 0.30f, 0.25f);

    /// <summary>Appends a student of the hub, with ability and skills by the person's own luck; returns the row.</summary>
    /// <param name="world">The world.</param>
    /// <param name="key">Identity, taken from a parent.</param>
    /// <param name="hub">Where the person enters.</param>
    /// <param name="level">Skill level over a fresh graduate's.</param>
    /// <param name="abilitySpread">Standard deviation of log ability.</param>
    public static int Add(World world, ulong key, byte hub, double level, double abilitySpread)
    {
        People people = world.People;
        people.Reserve(people.Count + 1);
        int row = people.Count++;
        double ability = Math.Exp(abilitySpread * (world.Luck.Normal(Decision.Ability, key, 0) - abilitySpread / 2));
        double trade = world.Luck.Uniform(Decision.Role, key, 0);
        people.Key[row] = key;
        people.Ability[row] = (float)ability;
        people.Role[row] = trade < EngineerShare ? Role.Engineer : trade < EngineerShare + MarketerShare ? Role.Marketer : Role.Manager;
        people.Skill[row] = Freshness * (float)(level * Math.Exp(EntrySpread * world.Luck.Normal(Decision.EntrySkill, key, 0)));
        people.SkillMonth[row] = (short)world.Month;
        people.Wealth[row] = 0;
        people.Equity[row] = 0;
        people.VestMonth[row] = (short)world.Month;
        people.Employer[row] = World.None;
        people.Team[row] = World.None;
        people.LastTeam[row] = World.None;
        people.LastEmployer[row] = World.None;
        people.SpellStart[row] = (short)world.Month;
        people.LastTenure[row] = 0;
        people.LastEnd[row] = (short)world.Month;
        people.Entered[row] = (short)world.Month;
        people.AnchorMonths[row] = 0;
        people.SectorMonths[row] = 0;
        people.AnchorSectorMonths[row] = 0;
        people.SeparationDue[row] = People.Never;
        people.FoundingDue[row] = People.Never;
        people.FoundingRung[row] = byte.MaxValue;
        people.State[row] = State.Student;
        people.Division[row] = Division.None;
        people.LastSector[row] = Careers.NoSector;
        people.Hub[row] = hub;
        people.RolesHeld[row] = 0;
        people.LeftBecause[row] = Reason.Graduated;
        people.Foundings[row] = 0;
        people.Successes[row] = 0;
        return row;
    }

    /// <summary>Trades of entrants, and the spread of their log skill: assumptions about the students, not about any mechanism.</summary>
    private const double EngineerShare = 0.60;

    private const double MarketerShare = 0.22;
    private const double EntrySpread = 0.15;
}
