using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Hazards of founding that nobody in a hub and kind of workplace can pass now, and the ceilings that hold them.</summary>
internal sealed class FoundingBounds(Parameters parameters)
{
    /// <summary>How far above this month's bound a new ceiling is put: when it rises everyone is looked at, which is dear.</summary>
    private const double Headroom = 1.3;

    private double[] _highest = [];
    private float _bestSkill;
    private bool _anyRush;

    /// <summary>Finds this month's bounds; true when one passed the ceiling announced for it, so that everyone must be looked at.</summary>
    public bool Update(World world)
    {
        int workplaces = world.Training.Workplaces;
        bool raised = _highest.Length == 0;
        if (raised)
        {
            _highest = new double[world.Hubs.Length * workplaces];
        }

        _anyRush = false;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            _anyRush |= Liquidity(world, a) > 0;
        }

        for (int w = 0; w < workplaces; w++)
        {
            List<Training.Epoch> epochs = world.Training.Epochs(w);
            _bestSkill = Math.Max(_bestSkill, (float)Skills.Best(epochs[^1].Frontier));
        }

        for (int w = 0; w < workplaces; w++)
        {
            double bound = AtWorkplace(world, w);
            for (int h = 0; h < world.Hubs.Length; h++)
            {
                int place = h * workplaces + w;
                _highest[place] = bound * world.Hubs[h].Opportunity;
                byte roomy = (byte)Ladders.FoundingCeilingFor(_highest[place] * Headroom);
                if (Ladders.FoundingCeilingFor(_highest[place]) > world.FoundingCeilings[place])
                {
                    world.FoundingCeilings[place] = roomy;
                    raised = true;
                }
                else if (roomy < world.FoundingCeilings[place])
                {
                    // A lower one holds as well: whoever is looked at next comes under it, and nobody need be looked for.
                    world.FoundingCeilings[place] = roomy;
                }
            }
        }

        return raised;
    }

    /// <summary>Hazard per month that the hazard of someone with this factor of their own cannot pass this month.</summary>
    public double Highest(World world, in Person person, double personal) =>
        _highest[person.Hub * world.Training.Workplaces + Learning.Workplace(person)] * personal;

    /// <summary>Number of the ceiling that holds this person's hazard until something happens to them or to everyone.</summary>
    public int CeilingOf(World world, in Person person, double personal)
    {
        int ceiling = world.FoundingCeilings[person.Hub * world.Training.Workplaces + Learning.Workplace(person)];
        return personal > 1 ? Ladders.FoundingCeilingFor(Ladders.FoundingCeiling(ceiling).After(0) * personal) : ceiling;
    }

    /// <summary>Wealth over what it counts from, held at its most.</summary>
    public double WealthFactor(double wealth) =>
        Math.Min(1 + wealth / parameters.SpinOuts.WealthReference, parameters.SpinOuts.WealthMost);

    /// <summary>The rush after an anchor's shares can first be sold, for its staff and alumni.</summary>
    public double Liquidity(World world, in Person person)
    {
        // Whose alumnus someone is lies far apart in memory: it is asked only while there is a rush.
        if (!_anyRush)
        {
            return 0;
        }

        int employer = person.State == State.Anchor ? person.Employer : world.Teams.OrganisationOf(person.LastTeam);
        return employer >= 0 && world.Employers.IsAnchor(employer) ? Liquidity(world, employer) : 0;
    }

    /// <summary>What an anchor that means to shrink adds to the log hazard of its staff.</summary>
    public double Outlook(World world, int anchor) =>
        parameters.SpinOuts.OutlookEffect
            * Math.Clamp(1 - world.Anchors[anchor].TargetHeadcount / Math.Max(world.Employers.Headcount[anchor], 1), 0, 1);

    private double Liquidity(World world, int anchor) =>
        world.Month - world.Anchors[anchor].LiquidityMonth < parameters.SpinOuts.LiquidityMonths ? parameters.SpinOuts.LiquidityEffect : 0;

    /// <summary>Factor of what is a person's own: wealth outside anchors (their staff are bounded at the most of it), and rare skill.</summary>
    public double Personal(World world, in Person person)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        double wealth = person.State == State.Anchor ? 0 : world.People.WealthOf(person);
        double factor = wealth > 0
            ? Math.Exp(p.WealthElasticity * Math.Log(WealthFactor(wealth)) + Liquidity(world, person))
            : 1;
        return Vector128.LessThanOrEqualAll(person.Skill, Vector128.Create(_bestSkill))
            ? factor
            : factor * Math.Pow(Skills.Best(person.Skill) / _bestSkill, p.ProspectElasticity);
    }

    /// <summary>Bound at a workplace for opportunity 1, with all the peers one can have and no wealth outside anchors.</summary>
    private double AtWorkplace(World world, int workplace)
    {
        SpinOutsParameters p = parameters.SpinOuts;
        bool none = workplace == Training.NoJob;
        int anchor = workplace - Training.FirstAnchor;

        // The CES mean is at most the best skill b, so founding over staying is at most b^(1 − wage elasticity) / premium.
        double premium = none ? p.OutsideOption : anchor >= 0 ? p.AnchorWage : 1;
        double prospects = Math.Pow(_bestSkill, Math.Max(1 - p.WageElasticity, 0)) / premium;
        double shift = p.PeerEffect + (none ? Math.Max(p.LayoffEffect, 0)
            : anchor >= 0 ? Outlook(world, anchor) + Liquidity(world, anchor) : 0);
        return SpinOutsEquations.FoundingHazard(
            Hazard.PerMonth(p.BaseHazard), prospects, p.ProspectElasticity, anchor >= 0 ? p.WealthMost : 1, p.WealthElasticity, shift, opportunity: 1);
    }
}
