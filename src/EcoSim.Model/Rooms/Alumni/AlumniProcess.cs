using System.Runtime.InteropServices;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Alumni;

/// <summary>Turns those whose wealth rose this month into angels, and fills the purses of those who already are.</summary>
public sealed class AlumniProcess(Parameters parameters) : IProcess
{
    private readonly Dictionary<int, int> _angelOf = [];
    private bool[] _isAngel = [];

    public void Step(World world)
    {
        if (_isAngel.Length < world.People.Count)
        {
            Array.Resize(ref _isAngel, world.People.Capacity);
        }

        ReadOnlySpan<int> enriched = CollectionsMarshal.AsSpan(world.Enriched);
        for (int i = 0; i < enriched.Length; i++)
        {
            if (i % People.Batch == 0)
            {
                world.People.Touch(enriched[i..Math.Min(i + People.Batch, enriched.Length)]);
            }

            int person = enriched[i];
            if (_isAngel[person])
            {
                Commit(world, person, ref world.Investors[_angelOf[person]]);
            }
            else if (Enters(world, person))
            {
                _isAngel[person] = true;
                _angelOf.Add(person, Enter(world, person));
            }
        }

        world.Enriched.Clear();
    }

    private bool Enters(World world, int person)
    {
        AlumniParameters p = parameters.Alumni;
        People people = world.People;
        Estate estate = people.EstateNow(people[person]);
        return estate.Wealth >= p.AngelWealth
            && world.Luck.Uniform(Decision.AngelEntry, people[person].Key, 0)
                < AlumniEquations.AngelProbability(p.AngelShare, AnchorOf(world, person) >= 0 && estate.Foundings == 0, parameters.Channels.Capital);
    }

    private int Enter(World world, int person)
    {
        var angel = new Investor
        {
            Key = Draw.Child(world.People[person].Key, 0, AngelIndex),
            Kind = InvestorKind.Angel,
            Hub = world.People[person].Hub,
            Person = person,
            Anchor = (sbyte)AnchorOf(world, person),
            Sector = world.People[person].LastSector,
        };
        Commit(world, person, ref angel);
        return world.Investors.Add(angel);
    }

    private void Commit(World world, int person, ref Investor angel)
    {
        ref Estate estate = ref world.People.EstateOf(ref world.People[person]);
        double money = AlumniEquations.TopUp(estate.Wealth, angel.Cash, parameters.Alumni.CommittedShare);
        estate.Wealth -= money;
        angel.Cash += money;
    }

    /// <summary>The anchor whose staff or alumnus a person is, −1 for none.</summary>
    private static int AnchorOf(World world, int person)
    {
        People people = world.People;
        if (people[person].State == State.Anchor)
        {
            return people[person].Employer;
        }

        int last = world.Teams.OrganisationOf(people[person].LastTeam);
        return !people.HasLeftAnchor(people[person]) ? World.None
            : last >= 0 && world.Employers.IsAnchor(last) ? last : 0;
    }

    /// <summary>Keeps a person's identity as an angel apart from those of the firms they found.</summary>
    private const int AngelIndex = 7;
}
