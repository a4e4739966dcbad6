namespace EcoSim.Model.Worlds;

/// <summary>What happened this month in the home hub, for the recorder; cleared at the start of each tick.</summary>
public struct Tally
{
    /// <summary>Start-ups founded.</summary>
    public int Founded;
    /// <summary>Start-ups founded by people of an anchor, laid off or not.</summary>
    public int SpinOuts;
    /// <summary>Start-ups that failed.</summary>
    public int Failed;
    /// <summary>Start-ups bought.</summary>
    public int Acquired;
    /// <summary>Start-ups that went public.</summary>
    public int Listed;
    /// <summary>People who quit for another employer, here or in a rival hub, or were hired away by a founder; those who leave to found are not counted.</summary>
    public int Quits;
    /// <summary>People who quit, graduated or ended a search, and so took a place.</summary>
    public int Matches;
    /// <summary>Places that start-ups offered to them at the beginning of the month.</summary>
    public int Vacancies;
    /// <summary>Those of them whom start-ups took on.</summary>
    public int StartUpHires;
    /// <summary>People dismissed, by anyone.</summary>
    public int Layoffs;
    /// <summary>People dismissed by anchors.</summary>
    public int AnchorLayoffs;
    /// <summary>People hired by anchors.</summary>
    public int AnchorHires;
    /// <summary>Anchors' staff who moved to a rival hub.</summary>
    public int AnchorEmigrants;
    /// <summary>People who entered from the universities.</summary>
    public int Graduates;
    /// <summary>People who came from rival hubs.</summary>
    public int Arrivals;
    /// <summary>People who left for rival hubs.</summary>
    public int Departures;
    /// <summary>Put in by the founders of the home hub's start-ups, million RMB.</summary>
    public double FounderMoney;
    /// <summary>Invested by angels, million RMB.</summary>
    public double AngelMoney;
    /// <summary>Invested by anchors' affiliated funds, million RMB.</summary>
    public double AffiliatedMoney;
    /// <summary>Invested by venture funds, million RMB.</summary>
    public double VentureMoney;
    /// <summary>Invested by anchors themselves, million RMB.</summary>
    public double StrategicMoney;
    /// <summary>Invested and granted by the state, compute vouchers used included, million RMB.</summary>
    public double StateMoney;
    /// <summary>Invested in the rival hubs' start-ups by anyone, million RMB.</summary>
    public double RivalMoney;
    /// <summary>Compute asked of the clouds, units.</summary>
    public double CloudDemand;
    /// <summary>Compute that the clouds delivered, units.</summary>
    public double CloudServed;
    /// <summary>Discounts from the list price, million RMB.</summary>
    public double CloudDiscount;
    /// <summary>Sales of ready-made AI services, million RMB.</summary>
    public double ServiceRevenue;
    /// <summary>Units waited for per unit served.</summary>
    public double CloudWaiting;
    /// <summary>Compute of start-ups on own hardware, units.</summary>
    public double OwnCompute;
    /// <summary>Compute that came through to start-ups, units.</summary>
    public double StartUpCompute;
    /// <summary>Paid to holders by sales and listings, million RMB.</summary>
    public double ExitProceeds;
    /// <summary>Profits that unlisted start-ups of the home hub paid to their holders, million RMB.</summary>
    public double Payouts;
}
