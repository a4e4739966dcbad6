using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>How the ledger names things: words, identities, months and years.</summary>
/// <param name="world">The world that is told of.</param>
/// <param name="start">Calendar month of the first recorded month.</param>
internal sealed class LedgerWords(World world, int start)
{
    public static readonly string[] Hubs = ["home", "beijing", "shenzhen", "others"];
    public static readonly string[] Sectors = ["ai_software", "ai_hardware", "robotics", "foundation_models", "enterprise", "consumer"];
    public static readonly string[] Origins = ["spin_out", "layoff_spin_out", "university", "independent", "serial"];
    public static readonly string[] Statuses = ["operating", "failed", "acquired", "public"];
    public static readonly string[] Stages = ["none", "angel", "seed", "a", "b", "c", "d", "e"];
    public static readonly string[] InvestorKinds = ["angel", "affiliated_fund", "venture", "strategic", "state"];
    public static readonly string[] ComputeModes = ["none", "own", "cloud", "other_cloud", "service"];
    public static readonly string[] Divisions = ["none", "commerce", "cloud", "laboratory", "logistics"];
    public static readonly string[] Roles = ["engineer", "marketer", "manager"];
    public static readonly string[] States = ["anchor", "startup", "other_firm", "founder", "unemployed", "student", "left"];
    public static readonly string[] Reasons = ["quit", "layoff", "graduated", "exit", "founded", "hired", "retired", "migrated"];

    private const int MonthsPerYear = 12;

    /// <summary>Month of the ledger: 0 is the first recorded one.</summary>
    public long Month(int month) => month - world.Warmup;

    /// <summary>Calendar year of a month of the world.</summary>
    public long Year(int month) => (long)Math.Floor((start + (double)Month(month)) / MonthsPerYear);

    public long Person(int person) => Identity.Person(world, person);

    public long Firm(int firm) => Identity.StartUp(world, firm);

    /// <summary>Identity of an organisation, missing for none.</summary>
    public long Organisation(int organisation) => organisation < 0 ? LedgerTable.Missing : Identity.Organisation(world, organisation);

    /// <summary>Identity of an investor: the person behind an angel, the fund otherwise, the anchor for its own money.</summary>
    public long Investor(int row)
    {
        ref Investor investor = ref world.Investors[row];
        return investor.Kind switch
        {
            InvestorKind.Angel => investor.Person >= 0 ? Person(investor.Person) : Identity.Pack(IdentityKind.Person, investor.Key),
            InvestorKind.Strategic => Organisation(investor.Anchor),
            _ => Identity.Pack(IdentityKind.Fund, investor.Key),
        };
    }

    /// <summary>Identity of a round: of the firm and the number of the round.</summary>
    public long Round(int row)
    {
        ref Round round = ref world.Rounds[row];
        return Identity.Pack(IdentityKind.Round, Randomness.Draw.Child(world.Firms[round.Firm].Key, round.Month, (int)round.Stage));
    }
}
