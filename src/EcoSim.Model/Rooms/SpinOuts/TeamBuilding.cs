using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Finds co-founders and first hires among ex-teammates and classmates.</summary>
internal sealed class TeamBuilding(Parameters parameters)
{
    private const int MostCandidates = 2 * Teams.Remembered;

    /// <summary>Fills <paramref name="founders"/> with the founder and those who pay for their dilution; returns how many.</summary>
    public int Choose(World world, int founder, Span<int> founders)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        Span<int> candidates = stackalloc int[MostCandidates];
        int count = Willing(world, founder, candidates);
        founders[0] = founder;
        Vector128<float> team = Learning.BringForward(world, founder);
        int size = 1;
        while (size < founders.Length)
        {
            double worth = Skills.Ces(team, p.SkillSubstitution);
            int best = World.None;
            double bestGain = p.DilutionCost;
            for (int i = 0; i < count; i++)
            {
                double gain = candidates[i] < 0 ? 0
                    : Skills.Ces(Vector128.Max(team, Learning.Now(world, candidates[i])), p.SkillSubstitution) / worth - 1;
                (best, bestGain) = gain > bestGain ? (i, gain) : (best, bestGain);
            }

            if (best < 0)
            {
                break;
            }

            founders[size++] = candidates[best];
            team = Vector128.Max(team, Learning.BringForward(world, candidates[best]));
            candidates[best] = World.None;
        }

        return size;
    }

    /// <summary>Ex-teammates who come along as first hires.</summary>
    public void FirstHires(World world, int row, int founder)
    {
        People people = world.People;
        Span<int> candidates = stackalloc int[MostCandidates];
        int count = Known(world, founder, candidates);
        int hired = 0;
        for (int i = 0; i < count && hired < parameters.SpinOuts.MostFirstHires; i++)
        {
            int person = candidates[i];
            if (people[person].State is State.Anchor or State.OtherFirm or State.StartUp or State.Unemployed
                && world.Luck.Uniform(Decision.CoFounder, people[person].Key, world.Month, 1) < parameters.SpinOuts.FirstHireWillingness)
            {
                world.Tally.Quits += people[person].Employer >= 0 ? 1 : 0;
                Reason reason = people[person].Employer >= 0 ? Reason.Quit : Reason.Hired;
                Employment.Move(
                    world, person, State.StartUp, world.OrganisationOf(row), Division.None, world.Staffing[row].Team, reason, World.Home);
                world.Released.Add(person);
                hired++;
            }
        }
    }

    /// <summary>Teammates who would found as well, more readily the longer they worked together.</summary>
    private int Willing(World world, int founder, Span<int> candidates)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        People people = world.People;
        int known = Known(world, founder, candidates);
        int count = 0;
        for (int i = 0; i < known; i++)
        {
            int person = candidates[i];
            if (people[person].State is not (State.Anchor or State.OtherFirm or State.StartUp or State.Unemployed))
            {
                continue;
            }

            Vector128<float> skill = Learning.Now(world, person);
            double prospects = Skills.Ces(skill, p.SkillSubstitution)
                / SpinOutsEquations.StayingValue(Skills.Best(skill), p.WageElasticity, people[person].State switch { State.Anchor => p.AnchorWage, State.Unemployed => p.OutsideOption, _ => 1 });
            double together = TogetherShare(world, founder, person);
            if (world.Luck.Uniform(Decision.CoFounder, people[person].Key, world.Month)
                < p.CoFounderWillingness * together * Math.Pow(prospects, p.ProspectElasticity))
            {
                candidates[count++] = person;
            }
        }

        return count;
    }

    /// <summary>How well two know each other: a part for a former team, rising to one with the time together in the present one.</summary>
    private double TogetherShare(World world, int founder, int person)
    {
        People people = world.People;
        if (people[founder].Team < 0 || people[founder].Team != people[person].Team)
        {
            return parameters.SpinOuts.FormerTeamShare;
        }

        double months = world.Month - Math.Max(people[founder].SpellStart, people[person].SpellStart);
        return SpinOutsEquations.Together(months, parameters.SpinOuts.FormerTeamShare, parameters.SpinOuts.TogetherMonths);
    }

    /// <summary>Remembered members of the present and the last team who live in the same hub and are no founders.</summary>
    private static int Known(World world, int founder, Span<int> candidates)
    {
        People people = world.People;
        int count = 0;
        ReadOnlySpan<int> teams = [people[founder].Team, people[founder].LastTeam];
        foreach (int team in teams)
        {
            if (team < 0)
            {
                continue;
            }

            people.Touch(world.Teams.Members(team));
            foreach (int member in world.Teams.Members(team))
            {
                if (member >= 0 && member != founder && people[member].Hub == people[founder].Hub
                    && !candidates[..count].Contains(member))
                {
                    candidates[count++] = member;
                }
            }
        }

        return count;
    }
}
