namespace EcoSim.Model.Worlds;

/// <summary>A hub: the home region or a rival.</summary>
public struct Hub
{
    /// <summary>Identity.</summary>
    public ulong Key;

    /// <summary>Distance from home, 100 km.</summary>
    public double Distance;

    /// <summary>People of the model's columns who are in the hub's workforce.</summary>
    public int People;

    /// <summary>People of a rival hub who are counted but not followed one by one.</summary>
    public int Natives;

    /// <summary>People in the hub's workforce at the start.</summary>
    public double PeopleAtStart;

    /// <summary>Rent, 1 at the start.</summary>
    public double Rent;

    /// <summary>Wage; 1 is the home hub's at the start.</summary>
    public double Wage;
    /// <summary>Density of specialised suppliers; 1 at the reference density.</summary>
    public double Suppliers;
    /// <summary>Presence of venture investors; 1 at the reference number of deals per head.</summary>
    public double VenturePresence;
    /// <summary>Fame of the hub's dragons; 0 at the start.</summary>
    public double Reputation;
    /// <summary>Published knowledge, 1 at the start.</summary>
    public double PublicKnowledge;
    /// <summary>Graduates a year that the universities train; 0 before the first month.</summary>
    public double Seats;
    /// <summary>Staff of living start-ups over all people of the hub.</summary>
    public double Jobs;
    /// <summary>Living start-ups.</summary>
    public int StartUps;

    /// <summary>Rounds closed a month, smoothed.</summary>
    public double DealFlow;

    /// <summary>Rounds closed this month.</summary>
    public int RoundsThisMonth;

    /// <summary>Logarithm of the hub's pull on people who move.</summary>
    public double LogPull;

    /// <summary>Chance that someone of the model's columns who changes job in a rival hub comes home.</summary>
    public double HomeProbability;

    /// <summary>Cost of a young firm's compute over what an average cloud asks of it elsewhere.</summary>
    public double EntryCost;

    /// <summary>Pull of grants on founders, added to the log hazard.</summary>
    public double GrantPull;

    /// <summary>Value founders may hope for against wages, from compute cost, money, dragons, crowding and grants.</summary>
    public double Opportunity;

    /// <summary>Value that exits and payouts have paid to holders so far, million RMB.</summary>
    public double ExitValue;
}

/// <summary>An anchor's own state.</summary>
public struct AnchorState
{
    /// <summary>Identity.</summary>
    public ulong Key;

    /// <summary>Output that the anchor's markets ask for, in people at the start's productivity.</summary>
    public double Output;

    /// <summary>People it wants to employ.</summary>
    public double TargetHeadcount;

    /// <summary>Techniques, tools and data of the anchor's own AI.</summary>
    public double AiKnowledge;

    /// <summary>Sales of the month, million RMB.</summary>
    public double Revenue;
    /// <summary>Sales of cloud of the month, million RMB.</summary>
    public double CloudRevenue;
    /// <summary>Money for research of the month, million RMB.</summary>
    public double Research;

    /// <summary>Compute that has been built, units a month.</summary>
    public double Capacity;

    /// <summary>Its own use of compute a month, units.</summary>
    public double InternalUse;

    /// <summary>Own use at which AI knowledge stays where it is.</summary>
    public double InternalReference;

    /// <summary>Compute asked of its cloud, own use included, smoothed over a year, units a month; 0 before the first month.</summary>
    public double DemandTrend;
    /// <summary>List price of a unit of cloud compute, million RMB.</summary>
    public double ListPrice;

    /// <summary>Publication flow reaching the public stock.</summary>
    public double Publications;

    /// <summary>Month from which staff's equity could last be turned into money in a rush.</summary>
    public int LiquidityMonth;

    /// <summary>Share of vested equity that can be turned into money, 0-1.</summary>
    public double Liquidity;
    /// <summary>Price of its shares over that at grant.</summary>
    public double SharePrice;

    /// <summary>Equity that vests per person of mean ability and month, million RMB at grant value.</summary>
    public double EquityPerMonth;

    /// <summary>Chance that it offers a job seeker of mean ability a place this month.</summary>
    public double HireProbability;

    /// <summary>Chance of each member of staff to be laid off this month.</summary>
    public double LayoffProbability;

    /// <summary>Needs per sector, 0-1: what its strategy lacks and start-ups may supply.</summary>
    public SectorNeeds Needs;

    /// <summary>Budget of the month for strategic stakes, million RMB.</summary>
    public double StrategicBudget;

    /// <summary>Strength of the strategic mandate that founders hear of, 1 as usual.</summary>
    public double Announced;
}

/// <summary>A number per sector.</summary>
[System.Runtime.CompilerServices.InlineArray(Count.Sectors)]
public struct SectorNeeds
{
    private double _need;
}

/// <summary>A product niche: a small national market that opens, grows and saturates.</summary>
public struct Niche
{
    /// <summary>Sector it belongs to.</summary>
    public Sector Sector;
    /// <summary>Year after the warm-up in which it has half its demand; negative before.</summary>
    public double Opening;
    /// <summary>Demand a year once saturated, million RMB.</summary>
    public double Saturation;

    /// <summary>Demand of the month, million RMB.</summary>
    public double Demand;

    /// <summary>Weights of all suppliers this month.</summary>
    public double Weight;
    /// <summary>Start-ups that were founded for it and live.</summary>
    public int Firms;
}
