namespace EcoSim.Reporting;

/// <summary>Firms that descend from an anchor, cut down to the branches that a reader can take in and put in rows.</summary>
internal sealed class FamilyTree
{
    private readonly Dictionary<string, Organization> _byId;

    public FamilyTree(IReadOnlyCollection<Organization> organizations)
    {
        Descendants = organizations.Where(o => o.IsStartUp && o.Generation >= 1).DistinctBy(o => o.Id).OrderBy(o => o.FoundedMonth).ThenBy(o => o.Id, StringComparer.Ordinal).ToArray();
        _byId = Descendants.ToDictionary(o => o.Id, StringComparer.Ordinal);
    }

    /// <summary>All firms whose line of parents leads to an anchor, by founding.</summary>
    public Organization[] Descendants { get; }

    public Organization? ParentOf(Organization firm) =>
        firm.ParentId is { } id && _byId.TryGetValue(id, out Organization? parent) && parent.Generation < firm.Generation ? parent : null;

    /// <summary>
    /// At most so many firms, each directly below its parent's branch: turn by turn the most valuable firm and the most
    /// valuable one of a later generation, always with their ancestors.
    /// </summary>
    public Organization[] Rows(int limit)
    {
        var chosen = new HashSet<Organization>();
        Organization[] byValue = Descendants.OrderByDescending(Value).ToArray();
        Organization[] later = byValue.Where(o => o.Generation > 1).OrderByDescending(o => o.Generation > 2).ThenByDescending(Value).ToArray();
        for (int i = 0; i < byValue.Length; i++)
        {
            Take(byValue[i]);
            if (i < later.Length)
            {
                Take(later[i]);
            }
        }

        ILookup<Organization?, Organization> children = Descendants.Where(chosen.Contains).ToLookup(ParentOf);
        return children[null].SelectMany(Branch).ToArray();

        void Take(Organization firm)
        {
            var line = new List<Organization>();
            for (Organization? at = firm; at is not null && !chosen.Contains(at); at = ParentOf(at))
            {
                line.Add(at);
            }

            if (chosen.Count + line.Count <= limit)
            {
                chosen.UnionWith(line);
            }
        }

        IEnumerable<Organization> Branch(Organization firm) => children[firm].SelectMany(Branch).Prepend(firm);
    }

    private static double Value(Organization firm) => double.IsNaN(firm.HighestValue) ? 0 : firm.HighestValue;
}
