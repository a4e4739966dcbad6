using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>Every way a person changes place goes through here, so that no one is counted twice or lost.</summary>
public static class Employment
{
    /// <summary>The first people of a start-up, whose jobs the ledger tells.</summary>
    private const int FirstStaff = 6;

    /// <summary>Vested equity that an anchor's member of staff has not yet banked, in million RMB at grant value.</summary>
    public static double Unbanked(World world, in Person person) => person.State == State.Anchor
        ? world.Anchors[person.Employer].EquityPerMonth * person.Ability * (world.Month - world.People.EstateNow(person).VestMonth)
        : 0;

    /// <summary>Banks vested equity: as money as far as the anchor's shares can be sold, else as shares.</summary>
    public static void Bank(World world, int row, ref Person person)
    {
        double vested = Unbanked(world, person);
        ref Estate estate = ref world.People.EstateOf(ref person);
        estate.VestMonth = (short)world.Month;
        if (vested > 0)
        {
            ref AnchorState anchor = ref world.Anchors[person.Employer];
            double sold = vested * anchor.Liquidity;
            estate.Equity += (float)(vested - sold);
            estate.Wealth += sold * anchor.SharePrice;
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
        int workplace = Learning.Workplace(person);
        bool learnsElsewhere = from == State.Anchor || from != to || person.Division != division;
        if (learnsElsewhere && to != State.Left)
        {
            Learning.BringForward(world, ref person);
        }

        world.Flows[FlowYear(world), fromHub, from, to, reason]++;
        world.Alumni -= IsAlumnus(world, person);
        world.StateCount[fromHub * Count.States + (int)from]--;
        Detach(world, row, ref person, from, reason);
        person.State = to;
        person.Employer = employer;
        person.TakeUp(division, person.Role);
        person.SpellStart = (short)world.Month;
        person.Hub = hub;
        world.StateCount[hub * Count.States + (int)to]++;
        Attach(world, row, ref person, to, employer, team);
        if (to is State.Left or State.Founder)
        {
            // Founders stay as long as their firm lives; who has left is gone for good.
            world.People.SeparationDue[row] = Calendar.Never;
            world.People.FoundingDue[row] = Calendar.Never;
            person.FoundingCeiling = People.NoCeiling;
        }
        else
        {
            int newWorkplace = Learning.Workplace(person);
            Rebound(world, row, ref person, newWorkplace);

            // Only who moves by a candidate of this very ladder stands where the next spell begins.
            Ladder next = Ladders.OfSpell(newWorkplace);
            if (next != Ladders.OfSpell(workplace) || from is State.Student or State.Founder || person.Ending.Time >= world.Month + 1)
            {
                person.Ending = next.At(world.Month);
            }
        }

        world.Alumni += IsAlumnus(world, person);
    }

    private static int IsAlumnus(World world, in Person person) =>
        person.Estate != World.None && person.Hub == World.Home && person.State is not (State.Anchor or State.Left or State.Student)
            && world.People.HasLeftAnchor(person) ? 1 : 0;

    /// <summary>Moves someone from one ordinary firm to another in the same hub: neither what they learn nor what bounds their founding changes.</summary>
    public static void ChangeFirm(World world, int row, ref Person person, int employer, int team, Reason reason)
    {
        world.Flows[FlowYear(world), person.Hub, State.OtherFirm, State.OtherFirm, reason]++;
        EndSpell(world, ref person, reason);
        Leave(world, person.Employer, person.LastTenure);
        person.Employer = employer;
        person.SpellStart = (short)world.Month;
        person.Team = team;
        world.Teams.Join(team, row);
        Join(world, employer);
    }

    /// <summary>Bounds the hazard of founding anew where it may now exceed its bound; the wealthy have a bound of their own, which the founding room finds.</summary>
    private static void Rebound(World world, int row, ref Person person, int workplace)
    {
        if (world.People.WealthOf(person) > 0)
        {
            world.Jumped.Add(row);
            return;
        }

        byte ceiling = world.FoundingCeilings[person.Hub * world.Training.Workplaces + workplace];
        if (FoundingSearch.MustBound(person, ceiling))
        {
            FoundingSearch.Bound(world, row, ref person, ceiling, world.Month + 1);
        }
    }

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

        EndSpell(world, ref person, reason);
        if (from == State.Anchor)
        {
            Bank(world, row, ref person);
            world.People.EstateOf(ref person).AnchorMonths += person.LastTenure;
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
            Leave(world, employer, person.LastTenure);
        }
    }

    private static void EndSpell(World world, ref Person person, Reason reason)
    {
        int tenure = world.Month - person.SpellStart;
        Careers.Count(world, ref person, tenure);
        person.LastTenure = (short)tenure;
        person.LastEnd = (short)world.Month;
        person.LeftBecause = reason;
        person.LastTeam = person.Team;
        person.Team = World.None;
    }

    private static void Leave(World world, int employer, int tenure)
    {
        world.Employers.Headcount[employer]--;
        world.Employers.JoinedSum[employer] -= world.Month - tenure;
    }

    private static void Join(World world, int employer)
    {
        world.Employers.Headcount[employer]++;
        world.Employers.JoinedSum[employer] += world.Month;
    }

    private static void Attach(World world, int row, ref Person person, State to, int employer, int team)
    {
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
            Join(world, employer);
            if (to == State.Anchor)
            {
                JoinAnchor(world, row, ref person);
            }
        }
    }

    private static void JoinAnchor(World world, int row, ref Person person)
    {
        world.People.EstateOf(ref person).VestMonth = (short)world.Month;
        if (world.IsSampled(person.Key))
        {
            world.SampledStaff.Add(row);
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
            PreviousEmployer = world.Teams.OrganisationOf(person.LastTeam),
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
