namespace EcoSim.Reporting;

/// <summary>Beginnings of identities for where the whole has no room: 'ecosim explain' takes them as well.</summary>
internal static class ShortIdentity
{
    /// <summary>A kind and five digits: fewer would mostly have to be lengthened, since ten thousand firms use up what four digits tell.</summary>
    private const int Fewest = 6;

    /// <summary>Letters, as few as tell each of some identities from all others.</summary>
    /// <param name="shown">Identities that are written.</param>
    /// <param name="all">All that there are of their kind.</param>
    public static int Letters(IReadOnlyCollection<string> shown, IReadOnlyCollection<string> all)
    {
        int letters = Fewest, longest = all.Select(id => id.Length).DefaultIfEmpty(0).Max();
        string[] distinct = [.. all.Concat(shown).Distinct()];
        while (letters < longest)
        {
            Dictionary<string, int> bearers = distinct.CountBy(Beginning).ToDictionary();
            if (shown.All(id => bearers[Beginning(id)] == 1))
            {
                break;
            }

            letters++;
        }

        return letters;

        string Beginning(string id) => id.Length <= letters ? id : id[..letters];
    }
}
