using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>Every way a person changes place goes through here, so that no one is counted twice or lost.</summary>
public static class Employment
{
    /// <summary>The first people of a start-up, whose jobs the ledger tells.</summary>
    private const int FirstStaff = 6;

    /// <summary>Months of vested equity that an anchor's member of staff has not yet banked, in million RMB at grant value.</summary>
    public static double Unbanked(World world, int person)
    {
        People people = world.People;
        return people[person].State == State.Anchor
            ? world.Anchors[people[person].Employer].EquityPerMonth * people[person].Ability * (world.Month - people[person].VestMonth)
            : 0;
    }

    /// <summary>Banks vested equity: as money as far as the anchor's shares can be sold, else as shares.</summary>
    public static void Bank(World world, int person)
    {
        double vested = Unbanked(world, person);
        world.People[person].VestMonth = (short)world.Month;
        if (vested > 0)
        {
            ref AnchorState anchor = ref world.Anchors[world.People[person].Employer];
            double sold = vested * anchor.Liquidity;
            world.People[person].Equity += (float)(vested - sold);
            world.People[person].Wealth += sold * anchor.SharePrice;
            world.Books.AnchorEquityToPeople += sold * anchor.SharePrice;
            world.Enriched.Add(person);
        }
    }

    /// <summary>Moves a person to another state, employer, division, team or hub.</summary>
    public static void Move(World world, int row, State to, int employer, Division division, int team, Reason reason, byte hub)
    {
        ref Person person = ref world.People[row];
        State from = person.State;
        if (from == State.Anchor || from != to || person.Division != division)
        {
            Learning.BringForward(world, row);
        }

        world.Flows[FlowYear(world), person.Hub, from, to, reason]++;
        world.Alumni -= IsAlumnus(person);
        world.StateCount[person.Hub * Count.States + (int)from]--;
        Detach(world, row, ref person, from, reason);
        person.State = to;
        person.Employer = employer;
        person.Division = division;
        person.SpellStart = (short)world.Month;
        person.VestMonth = (short)world.Month;
        person.RolesHeld |= (byte)(1 << (int)person.Role | (division == Division.None ? 0 : 1 << (Count.Roles - 1 + (int)division)));
        person.Hub = hub;
        world.StateCount[hub * Count.States + (int)to]++;
        Attach(world, row, ref person, to, employer, team);
        world.Alumni += IsAlumnus(person);
    }

    private static int IsAlumnus(in Person person) =>
        person.AnchorMonths > 0 && person.Hub == World.Home && person.State is not (State.Anchor or State.Left or State.Student) ? 1 : 0;

    private static void Detach(World world, int row, ref Person person, State from, Reason reason)
    {
        int employer = person.Employer;
        if (from != State.Student && from != State.Left)
        {
            world.Hubs[person.Hub].People--;
        }

        if (employer < 0)
        {
            return;
        }

        int tenure = world.Month - person.SpellStart;
        Careers.Count(world, row, tenure);
        person.LastEmployer = employer;
        person.LastTenure = (short)tenure;
        person.LastEnd = (short)world.Month;
        person.LeftBecause = reason;
        if (person.Team >= 0)
        {
            person.LastTeam = person.Team;
            person.Team = World.None;
        }

        if (from == State.Anchor)
        {
            Bank(world, row);
            person.AnchorMonths += (short)tenure;
            world.Leavers?.Add(new Leaver(row, (short)world.Month, reason));
        }

        if (world.IsStartUp(employer))
        {
            LeaveFirm(world, row, ref world.Firms[world.FirmOf(employer)]);
        }
        else
        {
            world.Employers.Headcount[employer]--;
            world.Employers.JoinedSum[employer] -= world.Month - tenure;
        }
    }

    private static void Attach(World world, int row, ref Person person, State to, int employer, int team)
    {
        if (to == State.Left)
        {
            world.People.SeparationDue[row] = People.Never;
            world.People.FoundingDue[row] = People.Never;
            return;
        }

        world.Hubs[person.Hub].People++;

        // The other states bound a person's hazards no higher than where they come from.
        if (to is State.Unemployed or State.Anchor || person.FoundingRung == People.NoRung)
        {
            world.Jumped.Add(row);
        }

        if (team >= 0)
        {
            person.Team = team;
            world.Teams.Join(team, row);
        }

        if (employer < 0)
        {
            return;
        }

        if (world.IsStartUp(employer))
        {
            ref Firm firm = ref world.Firms[world.FirmOf(employer)];
            JoinFirm(world, row, ref firm);
            world.Hired.Add(row);
            if (firm.Staff <= FirstStaff)
            {
                NoteJob(world, row, world.FirmOf(employer), to == State.Founder);
            }
        }
        else
        {
            world.Employers.Headcount[employer]++;
            world.Employers.JoinedSum[employer] += world.Month;
        }
    }

    private static void NoteJob(World world, int person, int firm, bool founder)
    {
        People people = world.People;
        world.Jobs.Add(new Job
        {
            Firm = firm,
            Person = person,
            Founder = founder,
            Start = (short)world.Month,
            PreviousEmployer = people[person].LastEmployer,
            PreviousEnd = people[person].LastEnd,
            PreviousTenure = people[person].LastTenure,
            LeftBecause = people[person].LeftBecause,
        });
    }

    private static void JoinFirm(World world, int person, ref Firm firm)
    {
        People people = world.People;
        people[person].PreviousColleague = World.None;
        people[person].NextColleague = firm.FirstColleague;
        if (firm.FirstColleague >= 0)
        {
            people[firm.FirstColleague].PreviousColleague = person;
        }

        firm.FirstColleague = person;
        firm.Staff++;
    }

    private static void LeaveFirm(World world, int person, ref Firm firm)
    {
        People people = world.People;
        int next = people[person].NextColleague;
        int previous = people[person].PreviousColleague;
        if (previous >= 0)
        {
            people[previous].NextColleague = next;
        }
        else
        {
            firm.FirstColleague = next;
        }

        if (next >= 0)
        {
            people[next].PreviousColleague = previous;
        }

        firm.Staff--;
    }

    /// <summary>Year of the flow table: warm-up is year 0, then one a year.</summary>
    private static int FlowYear(World world) => world.RecordedMonth < 0 ? 0 : 1 + world.RecordedMonth / (int)Hazard.MonthsPerYear;
}
