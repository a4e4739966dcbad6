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
        return people.State[person] == State.Anchor
            ? world.Anchors[people.Employer[person]].EquityPerMonth * people.Ability[person] * (world.Month - people.VestMonth[person])
            : 0;
    }

    /// <summary>Banks vested equity: as money as far as the anchor's shares can be sold, else as shares.</summary>
    public static void Bank(World world, int person)
    {
        double vested = Unbanked(world, person);
        world.People.VestMonth[person] = (short)world.Month;
        if (vested > 0)
        {
            ref AnchorState anchor = ref world.Anchors[world.People.Employer[person]];
            double sold = vested * anchor.Liquidity;
            world.People.Equity[person] += (float)(vested - sold);
            world.People.Wealth[person] += sold * anchor.SharePrice;
            world.Books.AnchorEquityToPeople += sold * anchor.SharePrice;
            world.Enriched.Add(person);
        }
    }

    /// <summary>Moves a person to another state, employer, division, team or hub.</summary>
    public static void Move(World world, int person, State to, int employer, Division division, int team, Reason reason, byte hub)
    {
        People people = world.People;
        State from = people.State[person];
        if (from == State.Anchor || from != to || people.Division[person] != division)
        {
            Learning.BringForward(world, person);
        }

        world.Flows[FlowYear(world), people.Hub[person], from, to, reason]++;
        world.Alumni -= IsAlumnus(people, person);
        world.StateCount[people.Hub[person] * Count.States + (int)from]--;
        Detach(world, person, from, reason);
        people.State[person] = to;
        people.Employer[person] = employer;
        people.Division[person] = division;
        people.SpellStart[person] = (short)world.Month;
        people.VestMonth[person] = (short)world.Month;
        people.RolesHeld[person] |= (byte)(1 << (int)people.Role[person] | (division == Division.None ? 0 : 1 << (Count.Roles - 1 + (int)division)));
        people.Hub[person] = hub;
        world.StateCount[hub * Count.States + (int)to]++;
        Attach(world, person, to, employer, team);
        world.Alumni += IsAlumnus(people, person);
    }

    private static int IsAlumnus(People people, int person) =>
        people.AnchorMonths[person] > 0 && people.Hub[person] == World.Home
        && people.State[person] is not (State.Anchor or State.Left or State.Student) ? 1 : 0;

    private static void Detach(World world, int person, State from, Reason reason)
    {
        People people = world.People;
        int employer = people.Employer[person];
        if (from != State.Student && from != State.Left)
        {
            world.Hubs[people.Hub[person]].People--;
        }

        if (employer < 0)
        {
            return;
        }

        int tenure = world.Month - people.SpellStart[person];
        people.LastEmployer[person] = employer;
        people.LastTenure[person] = (short)tenure;
        people.LastEnd[person] = (short)world.Month;
        people.LeftBecause[person] = reason;
        if (people.Team[person] >= 0)
        {
            people.LastTeam[person] = people.Team[person];
            people.Team[person] = World.None;
        }

        Careers.Count(world, person, tenure);
        if (from == State.Anchor)
        {
            Bank(world, person);
            people.AnchorMonths[person] += (short)tenure;
            world.Leavers?.Add(new Leaver(person, (short)world.Month, reason));
        }

        if (world.IsStartUp(employer))
        {
            LeaveFirm(world, person, ref world.Firms[world.FirmOf(employer)]);
        }
        else
        {
            world.Employers.Headcount[employer]--;
            world.Employers.JoinedSum[employer] -= people.SpellStart[person];
        }
    }

    private static void Attach(World world, int person, State to, int employer, int team)
    {
        People people = world.People;
        if (to == State.Left)
        {
            people.SeparationDue[person] = People.Never;
            people.FoundingDue[person] = People.Never;
            return;
        }

        world.Hubs[people.Hub[person]].People++;
        world.Jumped.Add(person);
        if (team >= 0)
        {
            people.Team[person] = team;
            world.Teams.Join(team, person);
        }

        if (employer < 0)
        {
            return;
        }

        if (world.IsStartUp(employer))
        {
            ref Firm firm = ref world.Firms[world.FirmOf(employer)];
            JoinFirm(world, person, ref firm);
            world.Hired.Add(person);
            if (firm.Staff <= FirstStaff)
            {
                NoteJob(world, person, world.FirmOf(employer), to == State.Founder);
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
            PreviousEmployer = people.LastEmployer[person],
            PreviousEnd = people.LastEnd[person],
            PreviousTenure = people.LastTenure[person],
            LeftBecause = people.LeftBecause[person],
        });
    }

    private static void JoinFirm(World world, int person, ref Firm firm)
    {
        People people = world.People;
        people.PreviousColleague[person] = World.None;
        people.NextColleague[person] = firm.FirstColleague;
        if (firm.FirstColleague >= 0)
        {
            people.PreviousColleague[firm.FirstColleague] = person;
        }

        firm.FirstColleague = person;
        firm.Staff++;
    }

    private static void LeaveFirm(World world, int person, ref Firm firm)
    {
        People people = world.People;
        int next = people.NextColleague[person];
        int previous = people.PreviousColleague[person];
        if (previous >= 0)
        {
            people.NextColleague[previous] = next;
        }
        else
        {
            firm.FirstColleague = next;
        }

        if (next >= 0)
        {
            people.PreviousColleague[next] = previous;
        }

        firm.Staff--;
    }

    /// <summary>Year of the flow table: warm-up is year 0, then one a year.</summary>
    private static int FlowYear(World world) => world.RecordedMonth < 0 ? 0 : 1 + world.RecordedMonth / (int)Hazard.MonthsPerYear;
}
