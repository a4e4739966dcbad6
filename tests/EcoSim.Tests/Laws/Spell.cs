using EcoSim.Model;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>A stay in one state at one employer, seen from its first month on.</summary>
/// <param name="Person">Key of the person.</param>
/// <param name="State">Where the person was.</param>
/// <param name="Start">Month in which it began.</param>
/// <param name="Tenure">Months until it ended; 0 while it goes on.</param>
/// <param name="Next">State that followed.</param>
/// <param name="Because">Why the spell before ended.</param>
public sealed record Spell(ulong Person, State State, int Start, int Tenure, State Next, Reason Because)
{
    /// <summary>Runs a simulation and returns every spell that began in it in a state, in order of its beginning.</summary>
    public static List<Spell> Watch(Simulation simulation, State state)
    {
        World world = simulation.World;
        var open = new Dictionary<int, Spell>();
        var all = new List<Spell>();
        while (!simulation.Done)
        {
            int month = world.Month;
            simulation.Step();
            for (int row = 0; row < world.People.Count; row++)
            {
                ref Person person = ref world.People[row];
                if (open.TryGetValue(row, out Spell? spell) && (person.State != state || person.SpellStart != spell.Start))
                {
                    open.Remove(row);
                    all.Add(spell with { Tenure = month - spell.Start, Next = person.State });
                }

                if (person.State == state && person.SpellStart == month && !open.ContainsKey(row))
                {
                    open.Add(row, new Spell(person.Key, state, month, 0, state, person.LeftBecause));
                }
            }
        }

        return [.. all, .. open.Values];
    }
}
