using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What a being looked like after a step of the schedule.</summary>
/// <param name="Month">Month of the ledger; negative before the first recorded one.</param>
/// <param name="Step">Place of the step in the schedule; −1 for the world as it stood before the first tick.</param>
/// <param name="Values">Value of each field.</param>
public sealed record Sighting(int Month, int Step, LifeValue[] Values) : IComparable<Sighting>
{
    public int CompareTo(Sighting? other) => other is null ? 1 : (Month, Step).CompareTo((other.Month, other.Step));
}

/// <summary>One being followed through one replicate, step by step.</summary>
/// <param name="Id">Identity in the ledger.</param>
/// <param name="Fields">What was followed.</param>
/// <param name="Sightings">The being whenever something about it had changed, in order; empty when it never came to be.</param>
public sealed record FollowedLife(string Id, IReadOnlyList<LifeField> Fields, IReadOnlyList<Sighting> Sightings)
{
    /// <summary>True when the being exists in the world at some time.</summary>
    public bool Exists => Sightings.Count > 0;

    /// <summary>True for a person of the model's population, false for a firm or an angel from outside.</summary>
    public bool IsWorker => IndexOf(PersonReader.State) >= 0;

    /// <summary>True for a firm that was sold or closed within the months looked at.</summary>
    public bool HasEnded => Exists && IndexOf(FirmReader.Status) is >= 0 and var status && Sightings[^1].Values[status].Word is ("failed" or "acquired");

    /// <summary>Its values in the end, without those that only the living have where it is no more.</summary>
    internal LifeValue[] Final() => [.. Sightings[^1].Values.Select((value, i) => HasEnded && Fields[i].OfTheLiving ? LifeValue.Gone : value)];

    /// <summary>What it did that can happen several times, in order.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } = [];

    /// <summary>Simulates a replicate and follows a person or start-up in it.</summary>
    /// <param name="plan">What is simulated.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="id">Identity in the ledger.</param>
    /// <param name="months">Recorded months to look at.</param>
    /// <param name="cancel">Stops the simulation.</param>
    public static FollowedLife Of(Plan plan, int replicate, string id, int months, CancellationToken cancel)
    {
        if (!Identity.TryParse(id, out long identity))
        {
            throw new ArgumentException($"'{id}' is no identity.", nameof(id));
        }

        LifeReader[] readers = Identity.KindOf(identity) == IdentityKind.Person ? [new PersonReader(), new OutsideAngelReader()] : [new FirmReader()];
        var simulation = new Simulation(plan, replicate);
        var eye = new Eye(readers, identity, simulation.World);
        eye.Look(-1);
        int step = 0;
        simulation.StepDone = _ => eye.Look(step++);
        while (!simulation.Done && simulation.World.RecordedMonth < months)
        {
            cancel.ThrowIfCancellationRequested();
            step = 0;
            simulation.Step();
        }

        return new FollowedLife(id, eye.Reader.Fields, eye.Seen) { Deeds = eye.Done };
    }

    public int IndexOf(string field) => Fields.ToList().FindIndex(known => known.Name == field);

    /// <summary>Finds the row of an identity as soon as it exists, and notes it whenever it has changed.</summary>
    /// <param name="readers">Of the kinds of being that the identity may be, the likeliest first.</param>
    /// <param name="identity">Whom to look for.</param>
    /// <param name="world">Where.</param>
    private sealed class Eye(LifeReader[] readers, long identity, World world)
    {
        private readonly int[] _searched = new int[readers.Length];
        private int _row = -1;

        /// <summary>The reader that has found the being; until then the first.</summary>
        public LifeReader Reader { get; private set; } = readers[0];

        public List<Sighting> Seen { get; } = [];

        public List<Deed> Done { get; } = [];

        public void Look(int step)
        {
            for (int i = 0; i < readers.Length && _row < 0; i++)
            {
                Search(i);
            }

            if (_row < 0)
            {
                return;
            }

            LifeValue[] now = Reader.Read(world, _row);
            if (Seen.Count == 0 || !now.AsSpan().SequenceEqual(Seen[^1].Values))
            {
                Seen.Add(new Sighting(world.RecordedMonth, step, now));
            }

            Done.AddRange(Reader.NewDeeds(world, _row).Select(deed => new Deed(world.RecordedMonth, step, deed.Field, deed.Value)));
        }

        private void Search(int kind)
        {
            for (; _row < 0 && _searched[kind] < readers[kind].Count(world); _searched[kind]++)
            {
                if (readers[kind].Identity(world, _searched[kind]) == identity)
                {
                    (_row, Reader) = (_searched[kind], readers[kind]);
                }
            }
        }
    }
}
