using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>Adds people to the columns.</summary>
public static class Newcomers
{
    /// <summary>Appends a student of the hub, with ability and skills by the person's own luck; returns the row.</summary>
    /// <param name="world">The world.</param>
    /// <param name="parameters">Who enters.</param>
    /// <param name="key">Identity, taken from a parent.</param>
    /// <param name="hub">Where the person enters.</param>
    /// <param name="level">Skill level over a fresh graduate's.</param>
    public static int Add(World world, Parameters parameters, ulong key, byte hub, double level)
    {
        PopulationParameters p = parameters.Population;
        People people = world.People;
        people.Reserve(people.Count + 1);
        int row = people.Count++;
        double spread = parameters.Talent.AbilitySpread;
        double trade = world.Luck.Uniform(Decision.Role, key, 0);
        double fresh = level * Math.Exp(p.EntrySkillSpread * world.Luck.Normal(Decision.EntrySkill, key, 0));
        people.Key[row] = key;

        // Lognormal with mean 1.
        people.Ability[row] = (float)Math.Exp(spread * (world.Luck.Normal(Decision.Ability, key, 0) - spread / 2));
        people.Role[row] = trade < p.EngineerShare ? Role.Engineer : trade < p.EngineerShare + p.MarketerShare ? Role.Marketer : Role.Manager;
        people.Skill[row] = Vector128.Create(
            (float)(fresh * p.EntryTechnical), (float)(fresh * p.EntryMarketing), (float)(fresh * p.EntryOperations), (float)(fresh * p.EntryFinance));
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
        people.FoundingRung[row] = People.NoRung;
        people.State[row] = State.Student;
        people.Division[row] = Division.None;
        people.LastSector[row] = Careers.NoSector;
        people.Hub[row] = hub;
        people.RolesHeld[row] = 0;
        people.LeftBecause[row] = Reason.Graduated;
        people.Foundings[row] = 0;
        people.Successes[row] = 0;
        world.StateCount[hub * Count.States + (int)State.Student]++;
        if (key % (ulong)world.SampleStride == 0)
        {
            world.Sample.Add(row);
        }

        return row;
    }
}
