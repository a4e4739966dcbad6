using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Turns the month's founders into firms: team, sector, know-how, savings, first hires.</summary>
public sealed class Incorporation(Parameters parameters) : IProcess
{
    private readonly TeamBuilding _teams = new(parameters);

    public void Step(World world)
    {
        foreach (int person in world.Founders)
        {
            // Someone else's team may have won this founder over a moment ago.
            if (world.People[person].State != State.Founder)
            {
                Found(world, person, Origins.Of(world, parameters, person));
            }
        }

        world.Founders.Clear();
        for (byte hub = 1; hub < world.Hubs.Length; hub++)
        {
            FoundAway(world, hub);
        }
    }

    private void Found(World world, int person, ParentLine line)
    {
        People people = world.People;
        byte hub = people[person].Hub;
        ulong key = Draw.Child(people[person].Key, people.EstateNow(people[person]).Foundings, FirmOccasion);
        int sector = SectorChoice.Intended(world, parameters, people[person]);
        int niche = SectorChoice.Niche(world, parameters, key, sector);
        double tenure = people[person].Employer >= 0 ? world.Month - people[person].SpellStart : people[person].LastTenure;
        Vector128<float> own = Learning.BringForward(world, person);
        double laboratory = line.Origin == Origin.University ? parameters.SpinOuts.LaboratoryLevel * world.Hubs[hub].PublicKnowledge : 0;
        int team = world.Teams.Open(world.OrganisationOf(world.Firms.Count));
        Span<int> founders = stackalloc int[Founders.Most];
        int size = _teams.Choose(world, person, founders);
        int row = world.Firms.Add(new Firm
        {
            Key = key,
            Hub = hub,
            Sector = (Sector)sector,
            Niche = niche,
            Origin = line.Origin,
            Parent = line.Parent,
            Generation = line.Generation,
            AnchorLine = line.Anchor,
            Founded = (short)world.Month,
            Ended = World.None,
            DragonMonth = World.None,
            Place = World.None,
            LastHolding = World.None,
            Acquirer = World.None,
            StrategicAnchor = World.None,
            Dilution = 1,
            FounderShare = 1,
            Standing = new Standing
            {
                ProjectLuck = Math.Exp(parameters.Products.ProjectSpread * world.Luck.Normal(Decision.Luck, key, 0)),
                Knowledge = KnowHow(world, key, line.Parent, tenure, own[0], technical: true, laboratory),
                Routines = KnowHow(world, key, line.Parent, tenure, own[2], technical: false),
            },
        });
        world.Staffing.Add(new Staffing { Team = team, Wanted = size + 1, FirstStaff = World.None });
        world.Living.Add(row);
        world.Niches[niche].Firms++;
        world.Hubs[hub].StartUps++;
        if (hub == World.Home)
        {
            world.Tally.Founded++;
            world.Tally.SpinOuts += line.Origin is Origin.SpinOut or Origin.LayoffSpinOut ? 1 : 0;
        }

        ref Firm firm = ref world.Firms[row];
        firm.Standing.Contacts = Math.Log(1 + (people[person].Team >= 0 ? 1 : 0) + (people[person].LastTeam >= 0 ? 1 : 0));
        foreach (int founder in founders[..size])
        {
            Enter(world, row, founder);
        }

        firm.FounderSkill /= Vector128.Create((float)size);
        firm.FounderBalance = (float)Skills.Balance(firm.FounderSkill);
        firm.TeamWorth = Skills.Ces(firm.TeamSkill, parameters.SpinOuts.SkillSubstitution);
        if (hub == World.Home)
        {
            _teams.FirstHires(world, row, person);
        }
    }

    private void Enter(World world, int row, int person)
    {
        ref Firm firm = ref world.Firms[row];
        ref Person founder = ref world.People[person];
        bool anchor = founder.State == State.Anchor;
        NoteFounding(world, founder.Team);
        NoteFounding(world, founder.LastTeam == founder.Team ? World.None : founder.LastTeam);
        Employment.Move(
            world, person, State.Founder, world.OrganisationOf(row), Division.None, world.Staffing[row].Team, Reason.Founded, founder.Hub);
        Vector128<float> skill = founder.Skill;
        bool sameSector = founder.LastSector == (byte)firm.Sector;
        ref Estate estate = ref world.People.EstateOf(ref founder);
        world.Foundings.Add(new Founding
        {
            Firm = row,
            Person = person,
            Skill = skill,
            AnchorMonths = estate.AnchorMonths,
            AnchorSectorMonths = sameSector ? estate.AnchorSectorMonths : (short)0,
            SectorMonths = sameSector ? founder.SectorMonths : (short)0,
            RolesHeld = founder.RolesHeld,
            PriorFoundings = estate.Foundings,
            PriorSuccesses = estate.Successes,
        });
        estate.Foundings++;
        firm.HasAlumni |= anchor || estate.AnchorMonths > 0;
        firm.Founders[firm.FounderCount++] = person;
        firm.TeamSkill = Vector128.Max(firm.TeamSkill, skill);
        firm.FounderSkill += skill;
        double own = estate.Wealth * parameters.SpinOuts.FounderWealthShare;
        estate.Wealth -= own;
        world.Books.SavingsToFirms += parameters.SpinOuts.FounderSavings;
        firm.Standing.Cash += own + parameters.SpinOuts.FounderSavings;
        world.Tally.FounderMoney += firm.Hub == World.Home ? own + parameters.SpinOuts.FounderSavings : 0;
    }

    /// <summary>Ex-teammates hear of a founding from the next month on.</summary>
    private static void NoteFounding(World world, int team)
    {
        if (team >= 0)
        {
            world.Teams.NoteFounding(team, world.Month);
        }
    }

    /// <summary>Knowledge or routines at birth.</summary>
    private double KnowHow(World world, ulong key, int parent, double tenure, double skill, bool technical, double laboratory = 0)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        double entrant = p.EntrantKnowledge * Math.Exp(
            p.EntrantSpread * world.Luck.Normal(Decision.EntrantKnowledge, key, 0, technical ? 0 : 1));
        if (technical && laboratory > 0)
        {
            // University spin-outs carry what their laboratory knows, not what an employer does.
            return SpinOutsEquations.Inherited(p.InheritanceWeight, p.LaboratoryMonths, p.InheritanceMonths, 1, laboratory, entrant);
        }

        if (parent < 0)
        {
            return entrant;
        }

        if (p.PlaceboParent)
        {
            parent = world.Employers.SizeTable[world.Luck.Below(Employers.SizeSlots, Decision.PlaceboParent, key, 0)];
        }

        (double level, double frontier) = LevelOf(world, parent, technical);
        return SpinOutsEquations.Inherited(p.InheritanceWeight, tenure, p.InheritanceMonths, skill / frontier, level, entrant);
    }

    /// <summary>A parent's level and skill frontier; of an anchor's lead only the talent channel's share is passed on.</summary>
    private (double Level, double Frontier) LevelOf(World world, int parent, bool technical)
    {
        if (world.IsStartUp(parent))
        {
            Standing standing = world.StandingOf(world.FirmOf(parent));
            return (technical ? standing.Knowledge : standing.Routines, 1);
        }

        if (!world.Employers.IsAnchor(parent))
        {
            return (world.Employers.Knowledge[parent], 1);
        }

        List<Training.Epoch> epochs = world.Training.Epochs(Training.FirstAnchor + parent);
        return (1 + parameters.Channels.Talent * (world.Employers.Knowledge[parent] - 1), epochs[^1].Frontier[technical ? 0 : 2]);
    }

    /// <summary>Natives of a rival hub found firms as well; each becomes a person of the columns.</summary>
    private void FoundAway(World world, byte hub)
    {
        var rival = parameters.Rivals.Of(hub);
        double expected = world.Hubs[hub].Natives * Hazard.PerMonth(rival.FoundingHazard) * world.Hubs[hub].Opportunity;
        int count = (int)(expected + world.Luck.Uniform(Decision.RivalFounding, world.Hubs[hub].Key, world.Month));
        for (int i = 0; i < Math.Min(count, world.Hubs[hub].Natives); i++)
        {
            world.Hubs[hub].Natives--;
            int person = Newcomers.Add(
                world, parameters, Draw.Child(world.Hubs[hub].Key, world.Month, i), hub, rival.TalentLevel);
            Found(world, person, new ParentLine(Origin.Independent, World.None, 0, World.None));
        }
    }

    private const int FirmOccasion = 1;
}
