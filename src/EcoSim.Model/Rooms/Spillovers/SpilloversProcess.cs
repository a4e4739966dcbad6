using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.Intrinsics;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeUp(World world)
    {
        SpilloversParameters p = parameters.Spillovers;
        Concerns concerns = world.Concerns;
        foreach (int row in world.FoundedWithin())
        {
            ref Firm firm = ref world.Firms[row];
            concerns.EventClock[firm.Place] = HazardClock.Wind(world.Luck, Decision.Event, firm.Key, World.None);
        }

        double kept = Hazard.MonthlySurvival(p.ContactHalfLife);
        double events = Hazard.PerMonth(p.EventRate);
        double more = events * (world.Anchors.Length > 0 ? parameters.Channels.Spillover * p.AnchorEvents : 0);
        double uptake = Hazard.PerMonth(p.Uptake);
        double research = parameters.Products.ResearchShare * Engineers;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Vector256<double> stock = Vector256.Create(
                Stock(world, place), Stock(world, place + 1), Stock(world, place + 2), Stock(world, place + Column.Lanes - 1));
            Vector256<double> knowledge = concerns.Knowledge.Four(place);
            Vector256<double> absorption = SpilloversEquations.Absorption(
                concerns.Staff.Four(place) * concerns.Technical.Four(place) * research, p.AbsorptiveHalf);
            concerns.Knowledge.Put(place, knowledge + SpilloversEquations.Gain(absorption * uptake, stock, knowledge));
            concerns.Contacts.Put(place, concerns.Contacts.Four(place) * kept);
            uint attending = HazardClock.Rings(concerns.EventClock, place, Vector256.Create(events) + concerns.Home.Four(place) * more);
            for (attending &= concerns.Taken(place); attending != 0; attending &= attending - 1)
            {
                Attend(world, place + BitOperations.TrailingZeroCount(attending));
            }
        }
    }

    private static double Stock(World world, int place) => world.Hubs[world.Concerns[place].Hub].PublicKnowledge;

    /// <summary>At an event founders make a contact and take some knowledge up.</summary>
    private void Attend(World world, int place)
    {
        Concerns concerns = world.Concerns;
        ref double knowledge = ref concerns.Knowledge[place];
        concerns.EventClock[place] = HazardClock.Wind(world.Luck, Decision.Event, concerns.KeyOf(place), world.Month);
        concerns.Contacts[place] += 1;
        knowledge += SpilloversEquations.Gain(parameters.Spillovers.EventTransfer, Stock(world, place), knowledge);
    }

    private void Hires(World world)
    {
        SpilloversParameters p = parameters.Spillovers;
        foreach ((int row, float skill) in world.Hired)
        {
            int staff = world.Staffing[row].Staff;
            ref double knowledge = ref world.Concerns.Knowledge[world.Firms[row].Place];
            double absorption = SpilloversEquations.Absorption(staff, p.AbsorptiveHalf);
            knowledge += SpilloversEquations.HireGain(p.HireTransfer, absorption, skill, knowledge, staff);
        }

        world.Hired.Clear();
    }

    /// <summary>Everyone's technical skill counts, also that of staff who do no research all day.</summary>
    private const double Engineers = 2;
}
