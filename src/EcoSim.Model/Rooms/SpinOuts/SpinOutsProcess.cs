using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Decides who founds this month: staff, seekers and graduates of the home hub, the followed and the natives elsewhere.</summary>
public sealed class SpinOutsProcess(Parameters parameters) : IProcess
{
    /// <summary>Lowest bound of the hazard of founding, 1/month: 1.2 % a year.</summary>
    private const double LowestBound = 0.001;

    private static readonly Ladder Founding = new(Decision.Founding, LowestBound);

    /// <summary>A frontier may rise this far before the next event of a person bounds their hazard anew.</summary>
    private const double FrontierHeadroom = 1.5;

    private int[] _due = [];
    private double[] _bound = [];
    private double[] _reviewed = [];

    public void Step(World world)
    {
        People people = world.People;
        if (_due.Length < people.Capacity)
        {
            _due = new int[people.Capacity];
        }

        bool raised = FindOpportunity(world);
        if (raised)
        {
            for (int person = 0; person < people.Count; person++)
            {
                Review(world, person);
            }
        }

        Span<int> jumped = CollectionsMarshal.AsSpan(world.Jumped);
        for (int first = 0; first < jumped.Length; first += People.Batch)
        {
            Span<int> batch = jumped[first..Math.Min(first + People.Batch, jumped.Length)];
            people.Touch(batch);
            foreach (int person in batch)
            {
                Review(world, person);
            }
        }

        world.Jumped.Clear();
        int count = Calendar.Due(people.FoundingDue.AsSpan(0, people.Count), world.Month, _due);
        for (int first = 0; first < count; first += People.Batch)
        {
            Span<int> batch = _due.AsSpan(first, Math.Min(People.Batch, count - first));
            people.Touch(batch);
            foreach (int person in batch)
            {
                Consider(world, person);
            }
        }

        GraduatesFound(world);
    }

    /// <summary>Sets each hub's opportunity; true when a power of two was passed, so that every bound must be looked at.</summary>
    private bool FindOpportunity(World world)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        bool raised = false;
        foreach (ref Hub hub in world.Hubs.AsSpan())
        {
            double crowding = hub.StartUps / Math.Max(p.CrowdingReference * (hub.People + hub.Natives), 1);
            hub.Opportunity = SpinOutsEquations.Opportunity(
                hub.VenturePresence, p.VentureElasticity, hub.EntryCost, p.EntryCostElasticity,
                hub.Reputation, p.ReputationElasticity, Math.Max(crowding, 1 / p.OpportunityMost), p.CrowdingElasticity, hub.GrantPull, p.OpportunityMost);

            // Half again as much as now, so that a slow rise does not have everyone's bound looked at every month.
            if (hub.Opportunity > hub.OpportunityCeiling)
            {
                hub.OpportunityCeiling = Math.Min(1.5 * hub.Opportunity, p.OpportunityMost);
                raised = true;
            }
        }

        if (_bound.Length == 0)
        {
            _bound = new double[world.Training.Workplaces];
            _reviewed = new double[world.Training.Workplaces];
        }

        FindBounds(world);
        for (int w = 0; w < _bound.Length; w++)
        {
            raised |= Founding.RungFor(_bound[w]) > Founding.RungFor(_reviewed[w]);
        }

        if (raised)
        {
            _bound.CopyTo(_reviewed, 0);
        }

        return raised;
    }

    /// <summary>Looks at a person's bound again; only a higher rung brings new candidates.</summary>
    private void Review(World world, int person)
    {
        People people = world.People;
        if (people[person].State is State.Left or State.Founder or State.Student)
        {
            people.FoundingDue[person] = People.Never;
            people[person].FoundingRung = People.NoRung;
            return;
        }

        int rung = Founding.RungFor(Bound(world, person));
        if (people[person].FoundingRung == People.NoRung || rung > people[person].FoundingRung)
        {
            people[person].FoundingRung = (byte)rung;
            Reschedule(world, person, world.Month);
        }
    }

    /// <summary>A hazard per month that this person cannot pass before something happens to them.</summary>
    private double Bound(World world, int person)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        ref Person row = ref world.People[person];
        double bound = _bound[Learning.Workplace(world, person)] * world.Hubs[row.Hub].OpportunityCeiling;
        double wealth = world.People[person].Wealth;
        if (wealth > 0 && row.State != State.Anchor)
        {
            bound *= Math.Exp(p.WealthElasticity * Math.Log(WealthFactor(wealth)) + LiquidityNow(world, person));
        }

        return bound;
    }

    /// <summary>Bounds per workplace at opportunity 1 with all the peers one can have; wealth is looked at person by person.</summary>
    private void FindBounds(World world)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        double best = 1;
        for (int w = 0; w < world.Training.Workplaces; w++)
        {
            List<Training.Epoch> epochs = world.Training.Epochs(w);
            best = Math.Max(best, FrontierHeadroom * SpinOutsEquations.Best(epochs[^1].Frontier));
        }

        for (int w = 0; w < _bound.Length; w++)
        {
            bool none = w == Training.NoJob;
            bool anchor = w >= Training.FirstAnchor;

            // The CES mean is at most the best skill b, so founding over staying is at most b^(1 − wage elasticity) / premium.
            double premium = none ? p.OutsideOption : anchor ? p.AnchorWage : 1;
            double prospects = Math.Pow(best, Math.Max(1 - p.WageElasticity, 0)) / premium;
            double shift = p.PeerEffect + (none ? Math.Max(p.LayoffEffect, 0) : anchor ? p.OutlookEffect + p.LiquidityEffect : 0);
            _bound[w] = SpinOutsEquations.FoundingHazard(
                Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, anchor ? p.WealthMost : 1, p.WealthElasticity, shift, opportunity: 1);
        }
    }

    private void Consider(World world, int person)
    {
        People people = world.People;
        Candidate candidate = Founding.Next(world.Luck, people[person].Key, world.Month, people[person].FoundingRung, world.End);
        while (candidate.Time < world.Month + 1)
        {
            if (Founds(world, person, candidate.Height))
            {
                world.Founders.Add(person);
                people.FoundingDue[person] = People.Never;
                people[person].FoundingRung = People.NoRung;
                return;
            }

            candidate = Founding.Next(world.Luck, people[person].Key, candidate.Time, people[person].FoundingRung, world.End);
        }

        int rung = Founding.RungFor(Bound(world, person));
        people[person].FoundingRung = (byte)rung;
        Reschedule(world, person, world.Month + 1);
    }

    /// <summary>Whether the hazard of founding now, in the sector that the person has in mind, reaches the height of their luck.</summary>
    private bool Founds(World world, int person, double height)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        People people = world.People;
        State state = people[person].State;
        Vector128<float> skill = Learning.BringForward(world, person);
        double premium = state == State.Unemployed ? p.OutsideOption : state == State.Anchor ? p.AnchorWage : 1;
        double prospects = SpinOutsEquations.Ces(skill, p.SkillSubstitution)
            / SpinOutsEquations.StayingValue(SpinOutsEquations.Best(skill), p.WageElasticity, premium);
        double wealth = WealthFactor(people[person].Wealth + SellableNow(world, person));
        bool laidOff = state == State.Unemployed && people[person].LeftBecause == Reason.Layoff
            && world.Month - people[person].LastEnd < Hazard.MonthsPerYear;
        double shift = p.PeerEffect * PeersOf(world, person) + (laidOff ? p.LayoffEffect : 0)
            + (wealth > 1 ? LiquidityNow(world, person) : 0) + Outlook(world, person);
        double free = SpinOutsEquations.FoundingHazard(
            Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, wealth, p.WealthElasticity, shift,
            world.Hubs[people[person].Hub].Opportunity);
        return height < free
            && (state == State.Unemployed || height < free * Math.Exp(-p.NonCompeteEffect * p.NonCompete)
                || Careers.SectorNow(world, person) != SectorChoice.Intended(world, parameters, person));
    }

    private double WealthFactor(double wealth) =>
        Math.Min(1 + wealth / parameters.SpinOuts.WealthReference, parameters.SpinOuts.WealthMost);

    private static double SellableNow(World world, int person) =>
        world.People[person].State == State.Anchor
            ? Employment.Unbanked(world, person) * world.Anchors[world.People[person].Employer].Liquidity
                * world.Anchors[world.People[person].Employer].SharePrice
            : 0;

    private double PeersOf(World world, int person)
    {
        int from = world.Month - parameters.SpinOuts.PeerMonths;
        int team = world.People[person].Team;
        int last = world.People[person].LastTeam;
        int count = (team >= 0 ? world.Teams.FoundingCount(team, from, world.Month) : 0)
            + (last >= 0 && last != team ? world.Teams.FoundingCount(last, from, world.Month) : 0);
        return SpinOutsEquations.Peers(count, parameters.SpinOuts.PeerHalf);
    }

    /// <summary>The rush after an anchor's shares can first be sold, for its staff and alumni.</summary>
    private double LiquidityNow(World world, int person)
    {
        int employer = world.People[person].State == State.Anchor ? world.People[person].Employer : world.People[person].LastEmployer;
        return employer >= 0 && world.Employers.IsAnchor(employer)
            && world.Month - world.Anchors[employer].LiquidityMonth < Hazard.MonthsPerYear
            ? parameters.SpinOuts.LiquidityEffect : 0;
    }

    private double Outlook(World world, int person)
    {
        if (world.People[person].State != State.Anchor)
        {
            return 0;
        }

        int anchor = world.People[person].Employer;
        double headcount = world.Employers.Headcount[anchor];
        return parameters.SpinOuts.OutlookEffect * Math.Clamp(1 - world.Anchors[anchor].TargetHeadcount / headcount, 0, 1);
    }

    private void Reschedule(World world, int person, int from)
    {
        People people = world.People;
        Candidate next = Founding.Next(world.Luck, people[person].Key, from, people[person].FoundingRung, world.End);
        people.FoundingDue[person] = double.IsInfinity(next.Time) ? People.Never : (short)next.Time;
    }

    private void GraduatesFound(World world)
    {
        People people = world.People;
        for (int person = world.FirstNewcomer; person < people.Count; person++)
        {
            if (people[person].State == State.Student
                && world.Luck.Uniform(Decision.GraduateFounding, people[person].Key, 0)
                    < parameters.SpinOuts.GraduateFounding * world.Hubs[people[person].Hub].Opportunity)
            {
                world.Founders.Add(person);
            }
        }
    }
}
