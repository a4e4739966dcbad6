namespace EcoSim.Model.Worlds;

/// <summary>An investor: an angel, a fund or an anchor's investment arm.</summary>
public struct Investor
{
    /// <summary>Identity.</summary>
    public ulong Key;

    /// <summary>Dry powder, million RMB.</summary>
    public double Cash;

    /// <summary>Deals that may still be looked at closely; refilled monthly.</summary>
    public double Attention;

    /// <summary>What kind of money it is.</summary>
    public InvestorKind Kind;
    /// <summary>Where it sits.</summary>
    public byte Hub;

    /// <summary>Anchor behind an affiliated fund or a strategic investor, or whose alumnus an angel is; −1 for none.</summary>
    public sbyte Anchor;

    /// <summary>Sector it knows best.</summary>
    public byte Sector;

    /// <summary>Person behind an angel, −1 for others.</summary>
    public int Person;

    /// <summary>Share of all venture commitments that go to this fund.</summary>
    public double Weight;

    /// <summary>Put into firms so far, million RMB.</summary>
    public double Invested;
}

/// <summary>A financing round: money only.</summary>
public struct Round
{
    /// <summary>Row of the firm.</summary>
    public int Firm;
    /// <summary>Stage of the round.</summary>
    public Stage Stage;
    /// <summary>Month in which it closed.</summary>
    public short Month;
    /// <summary>New money, million RMB.</summary>
    public double Raised;
    /// <summary>Value before the new money, million RMB.</summary>
    public double PreMoney;
    /// <summary>Row of the lead investor.</summary>
    public int Lead;
}

/// <summary>One investor's part in a round.</summary>
public struct Holding
{
    /// <summary>Row of the firm.</summary>
    public int Firm;
    /// <summary>Row of the investor.</summary>
    public int Investor;
    /// <summary>Row of the round.</summary>
    public int Round;
    /// <summary>Paid, million RMB.</summary>
    public double Amount;

    /// <summary>Share bought, 0-1, of the firm as it was just after the round.</summary>
    public double Share;

    /// <summary>The firm's dilution just after the round, 0-1.</summary>
    public double DilutionAtIssue;

    /// <summary>Got back so far, million RMB.</summary>
    public double Proceeds;

    /// <summary>Month in which the last proceeds came; −1 while the holding is open.</summary>
    public short ProceedsMonth;

    /// <summary>Previous holding in the same firm, −1 for the first.</summary>
    public int Previous;
}

/// <summary>
/// Money in the model and every way across its border. What is inside (firms, investors, people) changes only by
/// these named flows, so the line that adds them up is the law of conservation.
/// </summary>
public struct Books
{
    /// <summary>Sales of start-ups.</summary>
    public double CustomersToFirms;
    /// <summary>Founders' own money.</summary>
    public double SavingsToFirms;
    /// <summary>Commitments to venture funds.</summary>
    public double LimitedPartnersToFunds;
    /// <summary>Anchors' budgets for strategic stakes.</summary>
    public double AnchorToStrategic;
    /// <summary>Anchors' money for their affiliated funds.</summary>
    public double AnchorToAffiliated;
    /// <summary>Budget of the state's fund.</summary>
    public double StateToInvestor;
    /// <summary>Grants and vouchers used.</summary>
    public double StateToFirms;
    /// <summary>Anchors' shares that staff turned into money.</summary>
    public double AnchorEquityToPeople;
    /// <summary>Paid by buyers of firms and at listings.</summary>
    public double BuyersToHolders;
    /// <summary>Wages.</summary>
    public double WagesFromFirms;
    /// <summary>Paid for compute.</summary>
    public double ComputeFromFirms;
    /// <summary>All other costs of firms.</summary>
    public double CostsFromFirms;
    /// <summary>Paid out to the funds' partners.</summary>
    public double DistributedByFunds;
    /// <summary>Returned to the state by its fund.</summary>
    public double StateFromInvestor;
    /// <summary>Profits that listed firms paid to the market's holders.</summary>
    public double PaidToMarket;
    /// <summary>Cash left in firms that ended.</summary>
    public double LostWithFirms;
    /// <summary>Inside at the start.</summary>
    public double Started;

    /// <summary>All that ever came in, with what was there at the start; rounding errors grow with it.</summary>
    public readonly double Inflow =>
        Started + CustomersToFirms + SavingsToFirms + LimitedPartnersToFunds + AnchorToStrategic + AnchorToAffiliated
        + StateToInvestor + StateToFirms + AnchorEquityToPeople + BuyersToHolders;

    /// <summary>What must be inside by the flows alone.</summary>
    public readonly double Inside =>
        Inflow
        - WagesFromFirms - ComputeFromFirms - CostsFromFirms - DistributedByFunds - StateFromInvestor - PaidToMarket - LostWithFirms;
}
