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
        var month = (short)world.Month;
        people.SeparationDue[row] = Calendar.Never;
        people.FoundingDue[row] = Calendar.Never;
        people[row] = new Person
        {
            Key = key,
            Skill = Vector128.Create(
                (float)(fresh * p.EntryTechnical), (float)(fresh * p.EntryMarketing), (float)(fresh * p.EntryOperations), (float)(fresh * p.EntryFinance)),

            // Lognormal with mean 1.
            Ability = (float)Math.Exp(spread * (world.Luck.Normal(Decision.Ability, key, 0) - spread / 2)),
            Employer = World.None,
            Team = World.None,
            LastEmployer = World.None,
            LastTeam = World.None,
            SpellStart = month,
            SkillMonth = month,
            VestMonth = month,
            LastEnd = month,
            Entered = month,
            State = State.Student,
            Hub = hub,
            Role = trade < p.EngineerShare ? Role.Engineer : trade < p.EngineerShare + p.MarketerShare ? Role.Marketer : Role.Manager,
            LastSector = Careers.NoSector,
            LeftBecause = Reason.Graduated,
            FoundingRung = People.NoRung,
            Leaving = new Chain { Time = month },
            Founding = new Chain { Time = month },
        };
        world.StateCount[hub * Count.States + (int)State.Student]++;
        if (world.IsSampled(key))
        {
            world.Sample.Add(row);
        }

        return row;
    }
}
