using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Hubs;

/// <summary>Graduates and arrivals enter; rents, suppliers, venture presence, reputation and the pull of each hub move.</summary>
public sealed class HubsProcess(Parameters parameters) : IProcess
{
    /// <summary>Keeps the identities of arrivals apart from those of native founders.</summary>
    private const int ArrivalIndex = 1 << 20;

    /// <summary>Stands for nothing where a logarithm is taken, so that an empty hub draws nobody and divides by no zero.</summary>
    private const double Nothing = 1e-9;

    public void Step(World world)
    {
        world.FirstNewcomer = world.People.Count;
        world.FirstNewcomers.Add(world.FirstNewcomer);
        for (; world.DragonsCounted < world.Dragons.Count; world.DragonsCounted++)
        {
            world.Hubs[world.Dragons[world.DragonsCounted].Hub].Reputation += parameters.Hub.ReputationPerDragon / world.Scale;
        }

        double gravity = parameters.Channels.Hub * AnchorShare(world);
        MovePlaces(world, gravity);
        Graduate(world, gravity);
        Choose(world, gravity);
        Arrive(world);
    }

    /// <summary>Share of the home workforce that works for an anchor: its gravity.</summary>
    private static double AnchorShare(World world)
    {
        int staff = 0;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            staff += world.Employers.Headcount[a];
        }

        return staff / Math.Max((double)world.Hubs[World.Home].People, 1);
    }

    private void MovePlaces(World world, double gravity)
    {
        HubsParameters p = parameters.Hub;
        for (int h = 0; h < world.Hubs.Length; h++)
        {
            ref Hub hub = ref world.Hubs[h];
            double people = Math.Max(hub.People + hub.Natives, 1);
            double own = h == World.Home ? gravity : 0;
            hub.Rent = HubsEquations.Rent(people, hub.PeopleAtStart, p.RentElasticity);
            hub.Wage = (h == World.Home ? 1 : parameters.Rivals.Of(h).Wage) * Math.Pow(hub.Rent, p.RentInWages);
            double hardware = (SectorStaff(world, h, Sector.AiHardware) + SectorStaff(world, h, Sector.Robotics)) / people;
            hub.Suppliers = HubsEquations.Follow(
                hub.Suppliers, HubsEquations.Level(hardware, p.SupplierReference, p.SupplierElasticity, p.SupplierGravity * own), p.SupplierLag);
            hub.VenturePresence = HubsEquations.Follow(
                hub.VenturePresence,
                HubsEquations.Level(hub.DealFlow * Hazard.MonthsPerYear / people, p.VentureReference, p.VentureElasticity, p.VentureGravity * own)
                    * (h == World.Home ? 1 : parameters.Rivals.Of(h).VentureBoost),
                p.VentureLag);
            hub.Reputation *= 1 - Hazard.Probability(Hazard.PerMonth(p.ReputationFading));
            hub.Jobs = SectorStaff(world, h) / people;
        }
    }

    private static double SectorStaff(World world, int hub, Sector sector) => world.SectorStaff[hub * Count.Sectors + (int)sector];

    private static double SectorStaff(World world, int hub)
    {
        double staff = 0;
        for (int s = 0; s < Count.Sectors; s++)
        {
            staff += SectorStaff(world, hub, (Sector)s);
        }

        return staff;
    }

    /// <summary>Universities follow demand with a lag; their graduates stand in the columns until they find a place.</summary>
    private void Graduate(World world, double gravity)
    {
        HubsParameters p = parameters.Hub;
        ref Hub home = ref world.Hubs[World.Home];
        double wanted = p.GraduateRate * home.PeopleAtStart
            * Math.Pow(home.People / home.PeopleAtStart, p.UniversityElasticity) * (1 + p.UniversityGravity * gravity);
        home.Seats = home.Seats == 0 ? wanted : HubsEquations.Follow(home.Seats, wanted, p.UniversityLag);
        int count = Variate.Whole(
            world.Luck.Uniform(Decision.Career, home.Key, world.Month), Hazard.PerMonth(home.Seats * p.Retention));
        for (int i = 0; i < count; i++)
        {
            Newcomers.Add(world, parameters, Draw.Child(home.Key, world.Month, i), World.Home, level: 1);
        }

        world.Tally.Graduates += count;
    }

    /// <summary>Sets how hubs draw people: the logarithm of each one's pull, and the chances of going and of coming home.</summary>
    private void Choose(World world, double gravity)
    {
        HubsParameters p = parameters.Hub;
        double homePull = PullOf(world.Hubs[World.Home], p.AnchorPull * gravity + p.TalentHousing);
        double sum = 0;
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            ref Hub hub = ref world.Hubs[h];
            hub.LogPull = PullOf(hub, parameters.Rivals.Of(h).Pull) - p.DistanceCost * Math.Log(hub.Distance)
                + Math.Log(Math.Max(parameters.Rivals.Of(h).Size, Nothing));
            hub.HomeProbability = HubsEquations.Logit(homePull - p.DistanceCost * Math.Log(hub.Distance), PullOf(hub, parameters.Rivals.Of(h).Pull));
            sum += Math.Exp(hub.LogPull);
        }

        world.Labour.AwayProbability = p.MoveShare * HubsEquations.Logit(Math.Log(Math.Max(sum, Nothing)), homePull);
    }

    private double PullOf(in Hub hub, double other)
    {
        HubsParameters p = parameters.Hub;
        return HubsEquations.Pull(
            hub.Wage, p.WagePull, hub.Rent, p.RentPush, hub.Jobs, p.JobPull, hub.Reputation, p.ReputationPull, other);
    }

    /// <summary>Natives of rival hubs who come home, as people of the columns who look for a job.</summary>
    private void Arrive(World world)
    {
        for (byte h = 1; h < world.Hubs.Length; h++)
        {
            ref Hub hub = ref world.Hubs[h];
            double expected = hub.Natives * Hazard.PerMonth(parameters.Hub.ArrivalHazard) * hub.HomeProbability;
            int count = Math.Min(
                Variate.Whole(world.Luck.Uniform(Decision.Arrival, hub.Key, world.Month), expected), hub.Natives);
            for (int i = 0; i < count; i++)
            {
                int person = Newcomers.Add(
                    world, parameters, Draw.Child(hub.Key, world.Month, ArrivalIndex + i), h, parameters.Rivals.Of(h).TalentLevel);
                int pool = world.Employers.FirstPool + h - 1;
                hub.Natives--;
                hub.People++;
                world.Employers.Headcount[pool]++;
                world.Employers.JoinedSum[pool] += world.Month;
                world.StateCount[h * Count.States + (int)State.Student]--;
                world.StateCount[h * Count.States + (int)State.OtherFirm]++;
                world.People[person].State = State.OtherFirm;
                world.People[person].Employer = pool;
                Employment.Move(world, person, State.Unemployed, World.None, Division.None, World.None, Reason.Migrated, World.Home);
            }

            world.Tally.Arrivals += count;
        }
    }
}
