using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>Every way a person changes place goes through here, so that no one is counted twice or lost.</summary>
public static class Employment
{
    /// <summary>The first people of a start-up, whose jobs the ledger tells.</summary>
    private const int FirstStaff = 6;

    /// <summary>Vested equity that an anchor's member of staff has not yet banked, in million RMB at grant value.</summary>
    public static double Unbanked(World world, in Person person) => person.State == State.Anchor
        ? world.Anchors[person.Employer].EquityPerMonth * person.Ability * (world.Month - person.VestMonth)
        : 0;

    /// <summary>Banks vested equity: as money as far as the anchor's shares can be sold, else as shares.</summary>
    public static void Bank(World world, int row)
    {
        ref Person person = ref world.People[row];
        double vested = Unbanked(world, person);
        person.VestMonth = (short)world.Month;
        if (vested > 0)
        {
            ref AnchorState anchor = ref world.Anchors[person.Employer];
            double sold = vested * anchor.Liquidity;
            person.Equity += (float)(vested - sold);
            person.Wealth += sold * anchor.SharePrice;
            world.Books.AnchorEquityToPeople += sold * anchor.SharePrice;
            world.Enriched.Add(row);
        }
    }

    /// <summary>Moves a person to another state, employer, division, team or hub.</summary>
    public static void Move(World world, int row, State to, int employer, Division division, int team, Reason reason, byte hub)
    {
        ref Person person = ref world.People[row];
        State from = person.State;
        byte fromHub = person.Hub;
        if (from == State.Anchor || from != to || person.Division != division)
        {
            Learning.BringForward(world, ref person);
        }

        world.Flows[FlowYear(world), fromHub, from, to, reason]++;
        world.Alumni -= IsAlumnus(person);
        world.StateCount[fromHub * Count.States + (int)from]--;
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
        if (to != State.Left && MayPassBound(world, person, from, fromHub))
        {
            world.Jumped.Add(row);
        }

        world.Alumni += IsAlumnus(person);
    }

    private static int IsAlumnus(in Person person) =>
        person.AnchorMonths > 0 && person.Hub == World.Home && person.State is not (State.Anchor or State.Left or State.Student) ? 1 : 0;

    /// <summary>Whether the hazard of founding may now exceed what bounded it before the move.</summary>
    private static bool MayPassBound(World world, in Person person, State from, byte fromHub) =>
        person.FoundingRung == People.NoRung
        || world.FoundingRungs[person.Hub * world.Training.Workplaces + Learning.Workplace(person)] > person.FoundingRung
        || (person.Wealth > 0 && (from == State.Anchor || person.State == State.Unemployed || person.Hub != fromHub));

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
        Careers.Count(world, ref person, tenure);
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
            if (world.IsSampled(person.Key))
            {
                world.SampledStaff.Remove(row);
            }

            world.Leavers?.Add(new Leaver(row, (short)world.Month, reason));
        }

        if (world.IsStartUp(employer))
        {
            world.Staffing[world.FirmOf(employer)].Staff--;
        }
        else
        {
            world.Employers.Headcount[employer]--;
            world.Employers.JoinedSum[employer] -= world.Month - tenure;
        }
    }

    private static void Attach(World world, int row, ref Person person, State to, int employer, int team)
    {
        if (to is State.Left or State.Founder)
        {
            // Founders stay as long as their firm lives; who has left is gone for good.
            world.People.SeparationDue[row] = Calendar.Never;
            world.People.FoundingDue[row] = Calendar.Never;
            person.FoundingRung = People.NoRung;
        }

        if (to == State.Left)
        {
            return;
        }

        world.Hubs[person.Hub].People++;
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
            ref Staffing firm = ref world.Staffing[world.FirmOf(employer)];
            firm.Staff++;
            world.StaffLists.Add(ref firm.FirstStaff, row, world.Month);
            if (to == State.StartUp)
            {
                world.Hired.Add((world.FirmOf(employer), person.Skill[0]));
            }

            if (world.KeepsJobs && firm.Staff <= FirstStaff)
            {
                NoteJob(world, row, world.FirmOf(employer), to == State.Founder);
            }
        }
        else
        {
            world.Employers.Headcount[employer]++;
            if (to == State.Anchor && world.IsSampled(person.Key))
            {
                world.SampledStaff.Add(row);
            }

            world.Employers.JoinedSum[employer] += world.Month;
        }
    }

    private static void NoteJob(World world, int row, int firm, bool founder)
    {
        ref Person person = ref world.People[row];
        world.Jobs.Add(new Job
        {
            Firm = firm,
            Person = row,
            Founder = founder,
            Start = (short)world.Month,
            PreviousEmployer = person.LastEmployer,
            PreviousEnd = person.LastEnd,
            PreviousTenure = person.LastTenure,
            LeftBecause = person.LeftBecause,
        });
    }

    /// <summary>Takes the latest to join off a start-up's list; −1 when nobody is left on it.</summary>
    public static int TakeLatest(World world, int firm)
    {
        int organisation = world.OrganisationOf(firm);
        while (true)
        {
            int row = world.StaffLists.Take(ref world.Staffing[firm].FirstStaff, out int joined);
            if (row < 0 || (world.People[row].Employer == organisation && world.People[row].SpellStart == joined))
            {
                return row;
            }
        }
    }

    /// <summary>Year of the flow table: warm-up is year 0, then one a year.</summary>
    private static int FlowYear(World world) => world.RecordedMonth < 0 ? 0 : 1 + world.RecordedMonth / (int)Hazard.MonthsPerYear;
}
