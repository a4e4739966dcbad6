using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Lets people leave, rotate and retire when their luck says so, and gives those who look for a job a new place.</summary>
public sealed class MobilityProcess(Parameters parameters) : IProcess
{
    private readonly SeparationHazards _hazards = new(parameters);
    private readonly HiringRing _ring = new();
    private readonly Settling _settling = new(parameters);
    private readonly Walks _looks = new(), _walks = new(), _foundingWalks = new();
    private int[] _due = [];
    private int _touched;

    public void Step(World world)
    {
        People people = world.People;
        if (_due.Length < people.Capacity)
        {
            _due = new int[people.Capacity];
        }

        OpenMarket(world);
        if (_hazards.Update(world))
        {
            for (int row = 0; row < world.FirstNewcomer; row++)
            {
                ref Person person = ref people[row];
                person.Ending = Ladders.OfSpell(Learning.Workplace(person)).At(world.Month);
                Reschedule(world, row, ref person, world.Month);
            }
        }

        PlaceNewcomers(world);
        FindEndings(world);
        LayOff(world);
        FindEndings(world);
        int count = Calendar.Due(people.SeparationDue.AsSpan(0, people.Count), world.Month, _due);
        for (int first = 0; first < count; first += People.Batch)
        {
            Span<int> batch = _due.AsSpan(first, Math.Min(People.Batch, count - first));
            people.Touch(batch);
            TouchFirms(world, batch);
            Look(world, batch);
            for (int i = 0; i < batch.Length; i++)
            {
                ref Person person = ref people[batch[i]];
                person.Ending = _looks.Reached(i);
                Happen(world, batch[i], ref person, _looks.Found(i));
            }

            FindEndings(world);
            FoundingSearch.Find(world, _foundingWalks);
        }
    }

    /// <summary>Start-ups post their vacancies; how likely a seeker of each submarket is to get one follows.</summary>
    private void OpenMarket(World world)
    {
        _ring.Build(world);
        world.Labour.Seekers = 0;
        for (int s = 0; s < world.Labour.Submarkets.Length; s++)
        {
            ref Submarket market = ref world.Labour.Submarkets[s];
            market.Seekers = MobilityEquations.SmoothSeekers(market.Seekers, market.SeekersThisMonth);
            market.SeekersThisMonth = 0;
            market.StartUpProbability = MobilityEquations.MatchingProbability(
                _ring.Vacancies(s), market.Seekers, parameters.Mobility.MatchingCurvature);
            world.Labour.Seekers += market.Seekers;
            world.Tally.Vacancies += _ring.Vacancies(s);
        }
    }

    /// <summary>Brings near the start-ups that people of a batch work for.</summary>
    private void TouchFirms(World world, ReadOnlySpan<int> batch)
    {
        int sum = 0;
        foreach (int row in batch)
        {
            int employer = world.People[row].Employer;
            if (world.IsStartUp(employer))
            {
                sum += world.Staffing[world.FirmOf(employer)].Staff;
            }
        }

        _touched = sum;
    }

    /// <summary>Finds the first candidate of the month of each of a batch of people, or one of a later month.</summary>
    private void Look(World world, ReadOnlySpan<int> batch)
    {
        _looks.Clear();
        foreach (int row in batch)
        {
            Look(_looks, row, ref world.People[row], world.Month);
        }

        _looks.Walk(world.Luck, world.End);
    }

    private void Look(Walks walks, int row, ref Person person, int from)
    {
        int workplace = Learning.Workplace(person);
        walks.Add(row, Ladders.OfSpell(workplace), person.Key, person.Ending, Ladder.Before(from), _hazards.CeilingOf(workplace), person.SpellStart);
    }

    /// <summary>Takes the month's candidates of a person one by one, until one ends the spell; then looks for the next.</summary>
    private void Happen(World world, int row, ref Person person, Candidate candidate)
    {
        int workplace = Learning.Workplace(person);
        int nextMonth = world.Month + 1;
        while (candidate.Time < nextMonth)
        {
            if (workplace == Training.NoJob
                ? EndSearch(world, row, ref person, candidate.Height)
                : EndSpell(world, row, ref person, workplace, candidate.Height))
            {
                Reschedule(world, row, ref person, nextMonth);
                return;
            }

            candidate = Ladders.OfSpell(workplace).Next(
                world.Luck, person.Key, ref person.Ending, candidate.Time, _hazards.CeilingOf(workplace), person.SpellStart, world.End);
        }

        world.People.SeparationDue[row] = Calendar.Mark(candidate.Time);
    }

    private bool EndSearch(World world, int row, ref Person person, double height)
    {
        if (height >= _hazards.Search)
        {
            return false;
        }

        _settling.Settle(world, row, ref person, _ring, Reason.Hired);
        return true;
    }

    private bool EndSpell(World world, int row, ref Person person, int workplace, double height)
    {
        double quit = _hazards.Quit(person, workplace, world.Month - person.SpellStart);
        switch (MobilityEquations.Which(
            height, _hazards.Retirement, _hazards.Dismissal, quit, person.State == State.Anchor ? _hazards.Rotation : 0))
        {
            case Separation.Retirement:
                Employment.Move(world, row, State.Left, World.None, Division.None, World.None, Reason.Retired, person.Hub);
                return true;
            case Separation.Dismissal:
                Dismiss(world, row, ref person);
                return true;
            case Separation.Quit:
                world.Tally.Quits += person.Hub == World.Home ? 1 : 0;
                _settling.Settle(world, row, ref person, _ring, Reason.Quit);
                return true;
            case Separation.Rotation:
                Rotate(world, row, ref person);
                return true;
            default:
                return false;
        }
    }

    private static void Dismiss(World world, int row, ref Person person)
    {
        if (person.Hub == World.Home)
        {
            world.Tally.Layoffs++;
            world.Tally.AnchorLayoffs += person.State == State.Anchor ? 1 : 0;
        }

        Employment.Move(world, row, State.Unemployed, World.None, Division.None, World.None, Reason.Layoff, person.Hub);
    }

    private void Rotate(World world, int row, ref Person person)
    {
        Learning.BringForward(world, ref person);
        Occasion luck = world.Luck.At(person.Key, world.Month);
        int step = 1 + luck.Below(Count.Divisions - 2, Decision.Rotation);
        var division = (Division)(1 + ((int)person.Division - 1 + step) % (Count.Divisions - 1));
        Role role = luck.Uniform(Decision.Promotion) < parameters.Mobility.TradeChangeShare
            ? (Role)(((int)person.Role + 1 + step % 2) % Count.Roles)
            : person.Role;

        person.TakeUp(division, role);
        person.LastTeam = person.Team;
        person.Team = Settling.TeamIn(world, luck, person.Employer, division);
        world.Teams.Join(person.Team, row);
    }

    /// <summary>A mass layoff touches every member of staff with the same chance.</summary>
    private void LayOff(World world)
    {
        People people = world.People;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            double probability = world.Anchors[a].LayoffProbability;
            for (int row = 0; probability > 0 && row < people.Count; row++)
            {
                ref Person person = ref people[row];
                if (person.State == State.Anchor && person.Employer == a
                    && world.Luck.Uniform(Decision.MassLayoff, person.Key, world.Month) < probability)
                {
                    Dismiss(world, row, ref person);
                    Reschedule(world, row, ref person, world.Month + 1);
                }
            }
        }
    }

    /// <summary>Graduates and arrivals of the month, who stand at the end of the rows without a due month, and those let go by start-ups.</summary>
    private void PlaceNewcomers(World world)
    {
        People people = world.People;
        for (int row = world.FirstNewcomer; row < people.Count; row++)
        {
            ref Person person = ref people[row];
            if (person.State == State.Student)
            {
                _settling.Settle(world, row, ref person, _ring, Reason.Graduated);
                Reschedule(world, row, ref person, world.Month + 1);
            }
            else if (person.State == State.Unemployed)
            {
                Reschedule(world, row, ref person, world.Month);
            }
        }

        foreach (int row in world.Released)
        {
            Reschedule(world, row, ref people[row], world.Month);
        }

        world.Released.Clear();
    }

    /// <summary>Lets the end of a spell be found anew; when it may come waits for <see cref="FindEndings"/>.</summary>
    private void Reschedule(World world, int row, ref Person person, int from)
    {
        if (person.State is State.Left or State.Founder)
        {
            world.People.SeparationDue[row] = Calendar.Never;
            return;
        }

        if (_walks.IsFull)
        {
            FindEndings(world);
        }

        Look(_walks, row, ref person, from);
    }

    /// <summary>Finds when the spells of those who wait for it may end.</summary>
    private void FindEndings(World world)
    {
        _walks.Walk(world.Luck, world.End);
        for (int i = 0; i < _walks.Count; i++)
        {
            int row = _walks.Row(i);
            world.People[row].Ending = _walks.Reached(i);
            world.People.SeparationDue[row] = Calendar.Mark(_walks.Found(i).Time);
        }

        _walks.Clear();
    }
}
