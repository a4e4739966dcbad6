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
        return people.Post[person].State == State.Anchor
            ? world.Anchors[people.Post[person].Employer].EquityPerMonth * people.Mind[person].Ability * (world.Month - people.Purse[person].VestMonth)
            : 0;
    }

    /// <summary>Banks vested equity: as money as far as the anchor's shares can be sold, else as shares.</summary>
    public static void Bank(World world, int person)
    {
        double vested = Unbanked(world, person);
        world.People.Purse[person].VestMonth = (short)world.Month;
        if (vested > 0)
        {
            ref AnchorState anchor = ref world.Anchors[world.People.Post[person].Employer];
            double sold = vested * anchor.Liquidity;
            world.People.Purse[person].Equity += (float)(vested - sold);
            world.People.Purse[person].Wealth += sold * anchor.SharePrice;
            world.Books.AnchorEquityToPeople += sold * anchor.SharePrice;
            world.Enriched.Add(person);
        }
    }

    /// <summary>Moves a person to another state, employer, division, team or hub.</summary>
    public static void Move(World world, int person, State to, int employer, Division division, int team, Reason reason, byte hub)
    {
        People people = world.People;
        State from = people.Post[person].State;
        if (from == State.Anchor || from != to || people.Post[person].Division != division)
        {
            Learning.BringForward(world, person);
        }

        world.Flows[FlowYear(world), people.Post[person].Hub, from, to, reason]++;
        world.Alumni -= IsAlumnus(people, person);
        world.StateCount[people.Post[person].Hub * Count.States + (int)from]--;
        Detach(world, person, from, reason);
        people.Post[person].State = to;
        people.Post[person].Employer = employer;
        people.Post[person].Division = division;
        people.Post[person].SpellStart = (short)world.Month;
        people.Purse[person].VestMonth = (short)world.Month;
        people.Post[person].RolesHeld |= (byte)(1 << (int)people.Post[person].Role | (division == Division.None ? 0 : 1 << (Count.Roles - 1 + (int)division)));
        people.Post[person].Hub = hub;
        world.StateCount[hub * Count.States + (int)to]++;
        Attach(world, person, to, employer, team);
        world.Alumni += IsAlumnus(people, person);
    }

    private static int IsAlumnus(People people, int person) =>
        people.Past[person].AnchorMonths > 0 && people.Post[person].Hub == World.Home
        && people.Post[person].State is not (State.Anchor or State.Left or State.Student) ? 1 : 0;

    private static void Detach(World world, int person, State from, Reason reason)
    {
        People people = world.People;
        int employer = people.Post[person].Employer;
        if (from != State.Student && from != State.Left)
        {
            world.Hubs[people.Post[person].Hub].People--;
        }

        if (employer < 0)
        {
            return;
        }

        int tenure = world.Month - people.Post[person].SpellStart;
        people.Past[person].Employer = employer;
        people.Past[person].Tenure = (short)tenure;
        people.Past[person].End = (short)world.Month;
        people.Past[person].LeftBecause = reason;
        if (people.Post[person].Team >= 0)
        {
            people.Past[person].Team = people.Post[person].Team;
            people.Post[person].Team = World.None;
        }

        Careers.Count(world, person, tenure);
        if (from == State.Anchor)
        {
            Bank(world, person);
            people.Past[person].AnchorMonths += (short)tenure;
            world.Leavers?.Add(new Leaver(person, (short)world.Month, reason));
        }

        if (world.IsStartUp(employer))
        {
            LeaveFirm(world, person, ref world.Firms[world.FirmOf(employer)]);
        }
        else
        {
            world.Employers.Headcount[employer]--;
            world.Employers.JoinedSum[employer] -= people.Post[person].SpellStart;
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

        world.Hubs[people.Post[person].Hub].People++;

        // The other states bound a person's hazards no higher than where they come from.
        if (to is State.Unemployed or State.Anchor || people.FoundingRung[person] == People.NoRung)
        {
            world.Jumped.Add(person);
        }

        if (team >= 0)
        {
            people.Post[person].Team = team;
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
            PreviousEmployer = people.Past[person].Employer,
            PreviousEnd = people.Past[person].End,
            PreviousTenure = people.Past[person].Tenure,
            LeftBecause = people.Past[person].LeftBecause,
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
