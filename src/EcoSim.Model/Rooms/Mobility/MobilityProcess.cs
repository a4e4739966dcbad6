using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Lets people leave, rotate and retire when their luck says so, and gives those who look for a job a new place.</summary>
public sealed class MobilityProcess(Parameters parameters) : IProcess
{
    /// <summary>Lowest bounds of the hazards of leaving and of finding a job, 1/month: just above the usual hazards, so that few candidates are in vain.</summary>
    private const double LeavingBound = 0.018, SearchingBound = 0.25;

    private static readonly Ladder Leaving = new(Decision.Separation, LeavingBound);
    private static readonly Ladder Searching = new(Decision.Search, SearchingBound);

    private readonly HiringRing _ring = new();
    private readonly Settling _settling = new(parameters);
    private int[] _due = [];
    private int[] _rung = [];

    public void Step(World world)
    {
        People people = world.People;
        if (_due.Length < people.Capacity)
        {
            _due = new int[people.Capacity];
        }

        world.Labour.Seekers = MobilityEquations.SmoothSeekers(world.Labour.Seekers, world.Labour.SeekersThisMonth);
        world.Labour.SeekersThisMonth = 0;
        int vacancies = _ring.Build(world);
        world.Labour.StartUpProbability = MobilityEquations.TakenProbability(
            vacancies, world.Labour.Seekers, parameters.Mobility.MostHiredByStartUps);
        if (RaiseBounds(world))
        {
            RescheduleEveryone(world);
        }

        PlaceNewcomers(world);
        LayOff(world);
        int count = Calendar.Due(people.SeparationDue.AsSpan(0, people.Count), world.Month, _due);
        for (int first = 0; first < count; first += People.Batch)
        {
            Span<int> batch = _due.AsSpan(first, Math.Min(People.Batch, count - first));
            people.Touch(batch);
            foreach (int person in batch)
            {
                Happen(world, person);
            }
        }
    }

    private void Happen(World world, int person)
    {
        int workplace = Learning.Workplace(world, person);
        if (Ends(world, person, workplace, world.People[person].SeparationHeight))
        {
            Reschedule(world, person, world.Month + 1);
            return;
        }

        // The candidate came to nothing; another one may follow within the same month.
        Candidate candidate = Next(world, person, workplace, world.People[person].SeparationTime);
        while (candidate.Time < world.Month + 1)
        {
            if (Ends(world, person, workplace, candidate.Height))
            {
                Reschedule(world, person, world.Month + 1);
                return;
            }

            candidate = Next(world, person, workplace, candidate.Time);
        }

        Note(world.People, person, candidate);
    }

    private bool Ends(World world, int person, int workplace, double height) =>
        workplace == Training.NoJob ? EndSearch(world, person, height) : EndSpell(world, person, height);

    private bool EndSearch(World world, int person, double height)
    {
        if (height >= Hazard.PerMonth(parameters.Mobility.SearchHazard))
        {
            return false;
        }

        _settling.Settle(world, person, _ring, Reason.Hired);
        return true;
    }

    private bool EndSpell(World world, int person, double height)
    {
        People people = world.People;
        MobilityParameters p = parameters.Mobility;
        bool anchor = people[person].State == State.Anchor;
        double morale = anchor ? Morale(world, people[person].Employer) : 1;
        double quit = MobilityEquations.Quit(
            Hazard.PerMonth(SettledQuit(people[person].State)), p.NewcomerQuitFactor,
            world.Month - people[person].SpellStart, p.NewcomerMonths, morale);
        switch (MobilityEquations.Which(
            height, Hazard.PerMonth(p.RetirementHazard), Hazard.PerMonth(p.DismissalHazard), quit, anchor ? Hazard.PerMonth(p.RotationHazard) : 0))
        {
            case Separation.Retirement:
                Employment.Move(world, person, State.Left, World.None, Division.None, World.None, Reason.Retired, people[person].Hub);
                return true;
            case Separation.Dismissal:
                Dismiss(world, person);
                return true;
            case Separation.Quit:
                world.Tally.Quits += people[person].Hub == World.Home ? 1 : 0;
                _settling.Settle(world, person, _ring, Reason.Quit);
                return true;
            case Separation.Rotation:
                Rotate(world, person);
                return true;
            default:
                return false;
        }
    }

    private static void Dismiss(World world, int person)
    {
        People people = world.People;
        if (people[person].Hub == World.Home)
        {
            world.Tally.Layoffs++;
            world.Tally.AnchorLayoffs += people[person].State == State.Anchor ? 1 : 0;
        }

        Employment.Move(world, person, State.Unemployed, World.None, Division.None, World.None, Reason.Layoff, people[person].Hub);
    }

    private void Rotate(World world, int person)
    {
        People people = world.People;
        int anchor = people[person].Employer;
        Learning.BringForward(world, person);
        int step = 1 + world.Luck.Below(Count.Divisions - 2, Decision.Rotation, people[person].Key, world.Month);
        var division = (Division)(1 + ((int)people[person].Division - 1 + step) % (Count.Divisions - 1));
        if (world.Luck.Uniform(Decision.Promotion, people[person].Key, world.Month) < parameters.Mobility.TradeChangeShare)
        {
            people[person].Role = (Role)(((int)people[person].Role + 1 + step % 2) % Count.Roles);
        }

        people[person].Division = division;
        people[person].RolesHeld |= (byte)(1 << (int)people[person].Role | 1 << (Count.Roles - 1 + (int)division));
        people[person].LastTeam = people[person].Team;
        people[person].Team = Settling.TeamIn(world, person, anchor, division);
        world.Teams.Join(people[person].Team, person);
    }

    /// <summary>A mass layoff touches every member of staff with the same chance.</summary>
    private void LayOff(World world)
    {
        People people = world.People;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            double probability = world.Anchors[a].LayoffProbability;
            for (int person = 0; probability > 0 && person < people.Count; person++)
            {
                if (people[person].State == State.Anchor && people[person].Employer == a
                    && world.Luck.Uniform(Decision.MassLayoff, people[person].Key, world.Month) < probability)
                {
                    Dismiss(world, person);
                    Reschedule(world, person, world.Month + 1);
                }
            }
        }
    }

    /// <summary>Graduates and arrivals of the month, who stand at the end of the columns without a due month.</summary>
    private void PlaceNewcomers(World world)
    {
        People people = world.People;
        for (int person = world.FirstNewcomer; person < people.Count; person++)
        {
            if (people[person].State == State.Student)
            {
                _settling.Settle(world, person, _ring, Reason.Graduated);
                Reschedule(world, person, world.Month + 1);
            }
            else if (people[person].State == State.Unemployed)
            {
                Reschedule(world, person, world.Month);
            }
        }

        foreach (int person in world.Released)
        {
            Reschedule(world, person, world.Month);
        }

        world.Released.Clear();
    }

    private double Morale(World world, int anchor) => MobilityEquations.Morale(
        parameters.Mobility.MoraleEffect, world.Employers.Headcount[anchor], world.Anchors[anchor].TargetHeadcount, parameters.Mobility.MostMorale);

    private double SettledQuit(State state) => state switch
    {
        State.Anchor => parameters.Mobility.AnchorQuitHazard,
        State.OtherFirm => parameters.Mobility.QuitHazard,
        State.StartUp => parameters.Mobility.StartUpQuitHazard,
        _ => 0,
    };

    private static Ladder LadderOf(int workplace) => workplace == Training.NoJob ? Searching : Leaving;

    /// <summary>Sets the rung that bounds each workplace's hazards; true when one rose, so that due months must be found anew.</summary>
    private bool RaiseBounds(World world)
    {
        MobilityParameters p = parameters.Mobility;
        bool raised = _rung.Length == 0;
        _rung = raised ? new int[world.Training.Workplaces] : _rung;
        double always = p.RetirementHazard + p.DismissalHazard;
        for (int workplace = 0; workplace < _rung.Length; workplace++)
        {
            double bound = workplace switch
            {
                Training.NoJob => p.SearchHazard,
                Training.Ordinary => always + p.QuitHazard * (1 + p.NewcomerQuitFactor),
                Training.StartUp => always + p.StartUpQuitHazard * (1 + p.NewcomerQuitFactor),
                _ => always + p.AnchorQuitHazard * (1 + p.NewcomerQuitFactor) * p.MostMorale + p.RotationHazard,
            };
            int rung = LadderOf(workplace).RungFor(Hazard.PerMonth(bound));
            raised |= rung > _rung[workplace];
            _rung[workplace] = Math.Max(rung, _rung[workplace]);
        }

        return raised;
    }

    private void RescheduleEveryone(World world)
    {
        for (int person = 0; person < world.FirstNewcomer; person++)
        {
            Reschedule(world, person, world.Month);
        }
    }

    private Candidate Next(World world, int person, int workplace, double after)
    {
        ref Person row = ref world.People[person];
        return workplace == Training.NoJob
            ? Searching.Next(world.Luck, row.Key, after, _rung[workplace], world.End)
            : Leaving.Next(world.Luck, row.Key, ref row.Leaving, after, _rung[workplace], world.End);
    }

    private void Reschedule(World world, int person, int from)
    {
        People people = world.People;
        if (people[person].State is State.Left or State.Founder)
        {
            people.SeparationDue[person] = People.Never;
            return;
        }

        int workplace = Learning.Workplace(world, person);
        Note(people, person, Next(world, person, workplace, from));
    }

    private static void Note(People people, int person, Candidate candidate)
    {
        people.SeparationDue[person] = double.IsInfinity(candidate.Time) ? People.Never : (short)candidate.Time;
        people[person].SeparationHeight = (float)candidate.Height;
        people[person].SeparationTime = (float)candidate.Time;
    }
}
