using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Decides who founds this month: staff, seekers and graduates of the home hub, the followed and the natives elsewhere.</summary>
public sealed class SpinOutsProcess(Parameters parameters) : IProcess
{
    /// <summary>Lowest bound of the hazard of founding: 2⁻⁹ a month, 2.3 % a year.</summary>
    private static readonly Ladder Founding = new(Decision.Founding, 9);

    /// <summary>A frontier may rise this far before the next event of a person bounds their hazard anew.</summary>
    private const double FrontierHeadroom = 1.5;

    private int[] _due = [];

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

        foreach (int person in world.Jumped)
        {
            Review(world, person);
        }

        world.Jumped.Clear();
        int count = Calendar.Due(people.FoundingDue.AsSpan(0, people.Count), world.Month, _due);
        foreach (int person in _due.AsSpan(0, count))
        {
            Consider(world, person);
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

        double bound = BoundScale();
        raised |= bound > world.FoundingBound;
        world.FoundingBound = Math.Max(bound, world.FoundingBound);
        return raised;
    }

    /// <summary>What parameters alone do to everyone's bound.</summary>
    private double BoundScale()
    {
        SpinOutsParameters p = parameters.SpinOuts;
        double cheapest = Math.Min(1, p.AnchorWage);
        return p.BaseHazard * Math.Exp(
            p.PeerEffect + Math.Abs(p.LayoffEffect) + p.LiquidityEffect + p.OutlookEffect
            + p.WealthElasticity * Math.Log(p.WealthMost) - p.ProspectElasticity * Math.Log(cheapest * p.OutsideOption));
    }

    /// <summary>Looks at a person's bound again; only a higher rung brings new candidates.</summary>
    private void Review(World world, int person)
    {
        People people = world.People;
        if (people.State[person] is State.Left or State.Founder or State.Student)
        {
            people.FoundingDue[person] = People.Never;
            people.FoundingRung[person] = People.NoRung;
            return;
        }

        int rung = Founding.RungFor(Bound(world, person));
        if (people.FoundingRung[person] == People.NoRung || rung > people.FoundingRung[person])
        {
            people.FoundingRung[person] = (byte)rung;
            Reschedule(world, person, world.Month);
        }
    }

    /// <summary>A hazard per month that this person cannot pass before something happens to them.</summary>
    private double Bound(World world, int person)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        People people = world.People;
        State state = people.State[person];
        double wealth = state == State.Anchor ? p.WealthMost : WealthFactor(people.Wealth[person]);
        bool laidOff = state == State.Unemployed;
        double shift = p.PeerEffect * PeersOf(world, person) + (laidOff ? Math.Max(p.LayoffEffect, 0) : 0)
            + (wealth > 1 ? LiquidityNow(world, person) : 0) + (state == State.Anchor ? p.OutlookEffect : 0);
        double premium = laidOff ? p.OutsideOption : state == State.Anchor ? p.AnchorWage : 1;

        // The CES mean is at most the best skill b, so founding over staying is at most b^(1 − wage elasticity) / premium.
        double best = Math.Max(MostSkill(world, person), 1);
        double prospects = Math.Pow(best, Math.Max(1 - p.WageElasticity, 0)) / premium;
        return SpinOutsEquations.FoundingHazard(
            Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, wealth, p.WealthElasticity, shift,
            world.Hubs[people.Hub[person]].OpportunityCeiling);
    }

    private static double MostSkill(World world, int person)
    {
        double own = SpinOutsEquations.Best(world.People.Skill[person]);
        IReadOnlyList<Training.Epoch> epochs = world.Training.Epochs(Learning.Workplace(world, person));
        return Math.Max(own, epochs.Count == 0 ? 1 : FrontierHeadroom * SpinOutsEquations.Best(epochs[^1].Frontier));
    }

    private void Consider(World world, int person)
    {
        People people = world.People;
        Candidate candidate = Founding.Next(world.Luck, people.Key[person], world.Month, people.FoundingRung[person], world.End);
        while (candidate.Time < world.Month + 1)
        {
            if (Founds(world, person, candidate.Height))
            {
                world.Founders.Add(person);
                people.FoundingDue[person] = People.Never;
                people.FoundingRung[person] = People.NoRung;
                return;
            }

            candidate = Founding.Next(world.Luck, people.Key[person], candidate.Time, people.FoundingRung[person], world.End);
        }

        int rung = Founding.RungFor(Bound(world, person));
        people.FoundingRung[person] = (byte)rung;
        Reschedule(world, person, world.Month + 1);
    }

    /// <summary>Whether the hazard of founding now, in the sector that the person has in mind, reaches the height of their luck.</summary>
    private bool Founds(World world, int person, double height)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        People people = world.People;
        State state = people.State[person];
        Vector128<float> skill = Learning.BringForward(world, person);
        double premium = state == State.Unemployed ? p.OutsideOption : state == State.Anchor ? p.AnchorWage : 1;
        double prospects = SpinOutsEquations.Ces(skill, p.SkillSubstitution)
            / SpinOutsEquations.StayingValue(SpinOutsEquations.Best(skill), p.WageElasticity, premium);
        double wealth = WealthFactor(people.Wealth[person] + SellableNow(world, person));
        bool laidOff = state == State.Unemployed && people.LeftBecause[person] == Reason.Layoff
            && world.Month - people.LastEnd[person] < Hazard.MonthsPerYear;
        double shift = p.PeerEffect * PeersOf(world, person) + (laidOff ? p.LayoffEffect : 0)
            + (wealth > 1 ? LiquidityNow(world, person) : 0) + Outlook(world, person);
        double free = SpinOutsEquations.FoundingHazard(
            Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, wealth, p.WealthElasticity, shift,
            world.Hubs[people.Hub[person]].Opportunity);
        return height < free
            && (state == State.Unemployed || height < free * Math.Exp(-p.NonCompeteEffect * p.NonCompete)
                || Careers.SectorNow(world, person) != SectorChoice.Intended(world, parameters, person));
    }

    private double WealthFactor(double wealth) =>
        Math.Min(1 + wealth / parameters.SpinOuts.WealthReference, parameters.SpinOuts.WealthMost);

    private static double SellableNow(World world, int person) =>
        world.People.State[person] == State.Anchor
            ? Employment.Unbanked(world, person) * world.Anchors[world.People.Employer[person]].Liquidity
                * world.Anchors[world.People.Employer[person]].SharePrice
            : 0;

    private double PeersOf(World world, int person)
    {
        int from = world.Month - parameters.SpinOuts.PeerMonths;
        int team = world.People.Team[person];
        int last = world.People.LastTeam[person];
        int count = (team >= 0 ? world.Teams.FoundingCount(team, from, world.Month) : 0)
            + (last >= 0 && last != team ? world.Teams.FoundingCount(last, from, world.Month) : 0);
        return SpinOutsEquations.Peers(count, parameters.SpinOuts.PeerHalf);
    }

    /// <summary>The rush after an anchor's shares can first be sold, for its staff and alumni.</summary>
    private double LiquidityNow(World world, int person)
    {
        int employer = world.People.State[person] == State.Anchor ? world.People.Employer[person] : world.People.LastEmployer[person];
        return employer >= 0 && world.Employers.IsAnchor(employer)
            && world.Month - world.Anchors[employer].LiquidityMonth < Hazard.MonthsPerYear
            ? parameters.SpinOuts.LiquidityEffect : 0;
    }

    private double Outlook(World world, int person)
    {
        if (world.People.State[person] != State.Anchor)
        {
            return 0;
        }

        int anchor = world.People.Employer[person];
        double headcount = world.Employers.Headcount[anchor];
        return parameters.SpinOuts.OutlookEffect * Math.Clamp(1 - world.Anchors[anchor].TargetHeadcount / headcount, 0, 1);
    }

    private void Reschedule(World world, int person, int from)
    {
        People people = world.People;
        Candidate next = Founding.Next(world.Luck, people.Key[person], from, people.FoundingRung[person], world.End);
        people.FoundingDue[person] = double.IsInfinity(next.Time) ? People.Never : (short)next.Time;
    }

    private void GraduatesFound(World world)
    {
        People people = world.People;
        for (int person = world.FirstNewcomer; person < people.Count; person++)
        {
            if (people.State[person] == State.Student
                && world.Luck.Uniform(Decision.GraduateFounding, people.Key[person], 0)
                    < parameters.SpinOuts.GraduateFounding * world.Hubs[people.Hub[person]].Opportunity)
            {
                world.Founders.Add(person);
            }
        }
    }
}
