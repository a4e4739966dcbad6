using System.Runtime.InteropServices;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Engine;

/// <summary>When those may found whose hazard has come under another ceiling: noted as it happens, looked for together.</summary>
public static class FoundingSearch
{
    /// <summary>
    /// Whether a person's hazard of founding must be bounded anew: it has no bound yet, or has come under a higher ceiling;
    /// or it stands under one above the lowest band and a lower one would do, where candidates in vain would soon cost more.
    /// </summary>
    public static bool MustBound(in Person person, int ceiling) =>
        person.FoundingCeiling == People.NoCeiling || ceiling > person.FoundingCeiling
        || (ceiling < person.FoundingCeiling && Ladders.FoundingCeiling(person.FoundingCeiling).Rung > 0);

    /// <summary>Bounds the hazard of founding by a ceiling; from which month on it may happen waits for <see cref="Find"/>.</summary>
    public static void Bound(World world, int row, ref Person person, int ceiling, int from)
    {
        person.FoundingCeiling = ceiling;
        person.Founding = Ladders.Founding.At(world.Month);
        world.Bounded.Add((row, from));
    }

    /// <summary>Finds when a founding may happen to those who were bounded anew. It must have been done before anyone asks who is due.</summary>
    public static void Find(World world, Walks walks)
    {
        ReadOnlySpan<(int Row, int From)> bounded = CollectionsMarshal.AsSpan(world.Bounded);
        while (!bounded.IsEmpty)
        {
            walks.Clear();
            ReadOnlySpan<(int Row, int From)> some = bounded[..Math.Min(bounded.Length, Walks.Most)];
            foreach ((int row, int from) in some)
            {
                ref Person person = ref world.People[row];

                // Who has left or founded since has no bound any more.
                if (person.FoundingCeiling != People.NoCeiling)
                {
                    walks.Add(row, Ladders.Founding, person.Key, person.Founding, Ladder.Before(from), Ladders.FoundingCeiling(person.FoundingCeiling), world.Month);
                }
            }

            walks.Walk(world.Luck, world.End);
            for (int i = 0; i < walks.Count; i++)
            {
                int row = walks.Row(i);
                world.People[row].Founding = walks.Reached(i);
                world.People.FoundingDue[row] = Calendar.Mark(walks.Found(i).Time);
            }

            bounded = bounded[some.Length..];
        }

        world.Bounded.Clear();
    }
}
