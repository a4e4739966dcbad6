using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Decides who founds this month: staff, seekers and graduates of the home hub, the followed and the natives elsewhere.</summary>
public sealed class SpinOutsProcess(Parameters parameters) : IProcess
{
    private readonly FoundingBounds _bounds = new(parameters);
    private readonly Walks _walks = new();
    private readonly double[] _personal = new double[Walks.Most];
    private int[] _due = [];

    public void Step(World world)
    {
        People people = world.People;
        if (_due.Length < people.Capacity)
        {
            _due = new int[people.Capacity];
        }

        FindOpportunity(world);
        if (_bounds.Update(world))
        {
            for (int row = 0; row < people.Count; row++)
            {
                Review(world, row);
                if (world.Bounded.Count >= Walks.Most)
                {
                    FoundingSearch.Find(world, _walks);
                }
            }
        }
        else
        {
            Span<int> jumped = CollectionsMarshal.AsSpan(world.Jumped);
            for (int first = 0; first < jumped.Length; first += People.Batch)
            {
                Span<int> batch = jumped[first..Math.Min(first + People.Batch, jumped.Length)];
                people.Touch(batch);
                foreach (int row in batch)
                {
                    Review(world, row);
                }

                FoundingSearch.Find(world, _walks);
            }
        }

        world.Jumped.Clear();
        FoundingSearch.Find(world, _walks);
        int count = Calendar.Due(people.FoundingDue.AsSpan(0, people.Count), world.Month, _due);
        for (int first = 0; first < count; first += People.Batch)
        {
            Span<int> batch = _due.AsSpan(first, Math.Min(People.Batch, count - first));
            people.Touch(batch);
            Consider(world, batch);
        }

        GraduatesFound(world);
    }

    private void FindOpportunity(World world)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        foreach (ref Hub hub in world.Hubs.AsSpan())
        {
            double crowding = hub.StartUps / Math.Max(p.CrowdingReference * (hub.People + hub.Natives), 1);
            hub.Opportunity = SpinOutsEquations.Opportunity(
                hub.VenturePresence, p.VentureElasticity, hub.EntryCost, p.EntryCostElasticity,
                hub.Reputation, p.ReputationElasticity, Math.Max(crowding, 1 / p.OpportunityMost), p.CrowdingElasticity, hub.GrantPull, p.OpportunityMost);
        }
    }

    /// <summary>Looks at a person's bound again; only a higher ceiling, or a much lower one, is put in its place.</summary>
    private void Review(World world, int row)
    {
        ref Person person = ref world.People[row];
        if (person.State is State.Left or State.Founder or State.Student)
        {
            world.People.FoundingDue[row] = Calendar.Never;
            person.FoundingCeiling = People.NoCeiling;
            return;
        }

        int ceiling = _bounds.CeilingOf(world, person, _bounds.Personal(world, person));
        if (FoundingSearch.MustBound(person, ceiling))
        {
            FoundingSearch.Bound(world, row, ref person, ceiling, world.Month);
        }
    }

    /// <summary>
    /// Takes the month's candidates of a batch of people, in rounds: each round looks at the next one of those who have not
    /// founded yet, until it lies in a later month. Nobody's decision depends on another's, so those who found are put in order at the end.
    /// </summary>
    private void Consider(World world, ReadOnlySpan<int> batch)
    {
        int founders = world.Founders.Count;
        _walks.Clear();
        for (int i = 0; i < batch.Length; i++)
        {
            int row = batch[i];
            ref Person person = ref world.People[row];
            _personal[i] = _bounds.Personal(world, person);
            int ceiling = _bounds.CeilingOf(world, person, _personal[i]);
            if (ceiling > person.FoundingCeiling)
            {
                person.Founding = Ladders.Founding.At(world.Month);
            }

            person.FoundingCeiling = ceiling;
            LookAfter(world, row, ref person, Ladder.Before(world.Month));
        }

        while (_walks.Count > 0)
        {
            _walks.Walk(world.Luck, world.End);
            int count = _walks.Count;
            _walks.Clear();
            for (int i = 0; i < count; i++)
            {
                int row = _walks.Row(i);
                ref Person person = ref world.People[row];
                Candidate candidate = _walks.Found(i);
                person.Founding = _walks.Reached(i);
                if (candidate.Time >= world.Month + 1)
                {
                    world.People.FoundingDue[row] = Calendar.Mark(candidate.Time);
                }
                else if (candidate.Height < _bounds.Highest(world, person, _personal[i]) && Founds(world, ref person, candidate.Height))
                {
                    world.Founders.Add(row);
                    world.People.FoundingDue[row] = Calendar.Never;
                    person.FoundingCeiling = People.NoCeiling;
                }
                else
                {
                    // Those who look again move to the front, into places that have been read already.
                    _personal[_walks.Count] = _personal[i];
                    LookAfter(world, row, ref person, candidate.Time);
                }
            }
        }

        CollectionsMarshal.AsSpan(world.Founders)[founders..].Sort();
    }

    private void LookAfter(World world, int row, ref Person person, double after) =>
        _walks.Add(row, Ladders.Founding, person.Key, person.Founding, after, Ladders.FoundingCeiling(person.FoundingCeiling), world.Month);

    /// <summary>Whether the hazard of founding now, in the sector that the person has in mind, reaches the height of their luck.</summary>
    private bool Founds(World world, ref Person person, double height)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        State state = person.State;
        Vector128<float> skill = Learning.BringForward(world, ref person);
        double premium = state == State.Unemployed ? p.OutsideOption : state == State.Anchor ? p.AnchorWage : 1;
        double prospects = Skills.Ces(skill, p.SkillSubstitution)
            / SpinOutsEquations.StayingValue(Skills.Best(skill), p.WageElasticity, premium);
        double wealth = _bounds.WealthFactor(world.People.WealthOf(person) + SellableNow(world, person));
        bool laidOff = state == State.Unemployed && person.LeftBecause == Reason.Layoff
            && world.Month - person.LastEnd < p.LayoffMonths;
        double shift = (laidOff ? p.LayoffEffect : 0) + (wealth > 1 ? _bounds.Liquidity(world, person) : 0)
            + (state == State.Anchor ? _bounds.Outlook(world, person.Employer) : 0);
        double alone = SpinOutsEquations.FoundingHazard(
            Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, wealth, p.WealthElasticity, shift,
            world.Hubs[person.Hub].Opportunity);

        // Teams lie far apart in memory: they are asked only where all the peers one can have would do.
        if (height >= alone * Math.Exp(p.PeerEffect))
        {
            return false;
        }

        double free = alone * Math.Exp(p.PeerEffect * PeersOf(world, person));
        return height < free
            && (state == State.Unemployed || height < free * Math.Exp(-p.NonCompeteEffect * p.NonCompete)
                || Careers.SectorNow(world, person) != SectorChoice.Intended(world, parameters, person));
    }

    private static double SellableNow(World world, in Person person) => person.State == State.Anchor
        ? Employment.Unbanked(world, person) * world.Anchors[person.Employer].Liquidity * world.Anchors[person.Employer].SharePrice
        : 0;

    private double PeersOf(World world, in Person person)
    {
        int from = world.Month - parameters.SpinOuts.PeerMonths;
        int count = (person.Team >= 0 ? world.Teams.FoundingCount(person.Team, from, world.Month) : 0)
            + (person.LastTeam >= 0 && person.LastTeam != person.Team ? world.Teams.FoundingCount(person.LastTeam, from, world.Month) : 0);
        return SpinOutsEquations.Peers(count, parameters.SpinOuts.PeerHalf);
    }

    /// <summary>Some graduates found at once; the others find a place later this month.</summary>
    private void GraduatesFound(World world)
    {
        People people = world.People;
        for (int row = world.FirstNewcomer; row < people.Count; row++)
        {
            ref Person person = ref people[row];
            if (person.State != State.Student)
            {
                continue;
            }

            if (world.Luck.Uniform(Decision.GraduateFounding, person.Key, 0)
                < parameters.SpinOuts.GraduateFounding * world.Hubs[person.Hub].Opportunity)
            {
                world.Founders.Add(row);
            }
        }
    }
}
