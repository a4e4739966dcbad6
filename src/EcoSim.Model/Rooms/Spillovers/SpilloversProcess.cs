using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Spillovers;

/// <summary>Moves knowledge from hires, publications and events into firms: first what everyone offers, then what each takes up.</summary>
public sealed class SpilloversProcess(Parameters parameters) : IProcess
{
    public void Step(World world)
    {
        Publish(world);
        TakeUp(world);
        Hires(world);
    }

    private void Publish(World world)
    {
        SpilloversParameters p = parameters.Spillovers;
        double research = 0;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            ref AnchorState anchor = ref world.Anchors[a];
            double size = world.Employers.Headcount[a] / (p.ReferenceShare * parameters.Population.Workers);
            anchor.Publications = size * anchor.AiKnowledge;
            research += anchor.Publications;
        }

        double kept = Hazard.MonthlySurvival(p.HalfLife);
        foreach (ref Hub hub in world.Hubs.AsSpan())
        {
            double level = SpilloversEquations.PublicLevel(
                p.PublicationGain, parameters.Channels.Spillover, p.Openness, research, Math.Exp(-p.DistanceDecay * hub.Distance));
            hub.PublicKnowledge = level + (hub.PublicKnowledge - level) * kept;
        }
    }

    private void TakeUp(World world)
    {
        SpilloversParameters p = parameters.Spillovers;
        foreach (int f in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[f];
            firm.EventClock = HazardClock.Wind(world.Luck, Decision.Event, firm.Key, World.None);
        }

        double kept = Hazard.MonthlySurvival(p.ContactHalfLife);
        double events = Hazard.PerMonth(p.EventRate);
        double atHome = events * (1 + (world.Anchors.Length > 0 ? parameters.Channels.Spillover * p.AnchorEvents : 0));
        double research = parameters.Products.ResearchShare * Engineers;
        double uptake = Hazard.PerMonth(p.Uptake);
        foreach (ref Firm firm in world.Firms.Living)
        {
            double stock = world.Hubs[firm.Hub].PublicKnowledge;
            if (stock > firm.Knowledge)
            {
                double absorption = SpilloversEquations.Absorption(firm.Staff * research * Math.Max(firm.TeamSkill[0], 0), p.AbsorptiveHalf);
                firm.Knowledge += SpilloversEquations.Gain(uptake, absorption, stock, firm.Knowledge);
            }

            firm.Contacts *= kept;
            if (HazardClock.Rings(ref firm.EventClock, firm.Hub == World.Home ? atHome : events))
            {
                firm.EventClock = HazardClock.Wind(world.Luck, Decision.Event, firm.Key, world.Month);
                firm.Contacts += 1;
                firm.Knowledge += SpilloversEquations.Gain(p.EventTransfer, 1, stock, firm.Knowledge);
            }
        }
    }

    private void Hires(World world)
    {
        SpilloversParameters p = parameters.Spillovers;
        foreach ((int f, float skill) in world.Hired)
        {
            ref Firm firm = ref world.Firms[f];
            double absorption = SpilloversEquations.Absorption(firm.Staff, p.AbsorptiveHalf);
            firm.Knowledge += SpilloversEquations.HireGain(p.HireTransfer, absorption, skill, firm.Knowledge, firm.Staff);
        }

        world.Hired.Clear();
    }

    /// <summary>Everyone's technical skill counts, also that of staff who do no research all day.</summary>
    private const double Engineers = 2;
}
