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
        Occasion luck = world.Luck.At(key, 0);
        double trade = luck.Uniform(Decision.Role);
        var fresh = (float)(level * Math.Exp(p.EntrySkillSpread * luck.Normal(Decision.EntrySkill)));
        var month = (short)world.Month;
        people.SeparationDue[row] = Calendar.Never;
        people.FoundingDue[row] = Calendar.Never;
        ref Person person = ref people[row];
        person.Key = key;
        person.Employer = World.None;
        person.Team = World.None;
        person.LastTeam = World.None;
        person.Estate = World.None;
        person.Skill = fresh * Vector128.Create((float)p.EntryTechnical, (float)p.EntryMarketing, (float)p.EntryOperations, (float)p.EntryFinance);
        person.Founding = Ladders.Founding.At(Math.Max(world.Month, 0));
        person.SpellStart = month;
        person.SkillMonth = month;
        person.LastEnd = month;

        // Lognormal with mean 1.
        person.Ability = (float)Math.Exp(spread * (luck.Normal(Decision.Ability) - spread / 2));
        person.LastSector = Careers.NoSector;
        person.LeftBecause = Reason.Graduated;
        person.TakeUp(Division.None, trade < p.EngineerShare ? Role.Engineer : trade < p.EngineerShare + p.MarketerShare ? Role.Marketer : Role.Manager);
        person.State = State.Student;
        person.Hub = hub;
        person.FoundingCeiling = People.NoCeiling;
        world.StateCount[hub * Count.States + (int)State.Student]++;
        if (world.IsSampled(key))
        {
            world.Sample.Add(row);
        }

        return row;
    }
}
