namespace EcoSim.Model.Worlds;

/// <summary>An investor: an angel, a fund or an anchor's investment arm.</summary>
public struct Investor
{
    public ulong Key;

    /// <summary>Dry powder, million RMB.</summary>
    public double Cash;

    /// <summary>Deals that may still be looked at closely; refilled monthly.</summary>
    public double Attention;

    public InvestorKind Kind;
    public byte Hub;

    /// <summary>Anchor behind an affiliated fund or a strategic investor, or whose alumnus an angel is; −1 for none.</summary>
    public sbyte Anchor;

    public byte Sector;

    /// <summary>Person behind an angel, −1 for others.</summary>
    public int Person;

    /// <summary>Share of all venture commitments that go to this fund.</summary>
    public double Weight;

    public double Invested;
    public double Returned;
}

/// <summary>A financing round: money only.</summary>
public struct Round
{
    public int Firm;
    public Stage Stage;
    public short Month;
    public double Raised;
    public double PreMoney;
    public int Lead;
}

/// <summary>One investor's part in a round.</summary>
public struct Holding
{
    public int Firm;
    public int Investor;
    public int Round;
    public double Amount;

    /// <summary>Share bought, and the firm's dilution just after the round.</summary>
    public double Share;

    public double DilutionAtIssue;

    public double Proceeds;

    /// <summary>Month in which the proceeds came; −1 while the holding is open.</summary>
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
    public double CustomersToFirms;
    public double SavingsToFirms;
    public double LimitedPartnersToFunds;
    public double AnchorToStrategic;
    public double AnchorToAffiliated;
    public double StateToInvestor;
    public double StateToFirms;
    public double AnchorEquityToPeople;
    public double BuyersToHolders;
    public double WagesFromFirms;
    public double ComputeFromFirms;
    public double CostsFromFirms;
    public double DistributedByFunds;
    public double StateFromInvestor;
    public double LostWithFirms;
    public double Started;

    /// <summary>All that ever crossed the border; rounding errors grow with it.</summary>
    public readonly double Turnover =>
        Started + CustomersToFirms + SavingsToFirms + LimitedPartnersToFunds + AnchorEquityToPeople + BuyersToHolders;

    /// <summary>What must be inside by the flows alone.</summary>
    public readonly double Inside =>
        Started + CustomersToFirms + SavingsToFirms + LimitedPartnersToFunds + AnchorToStrategic + AnchorToAffiliated
        + StateToInvestor + StateToFirms + AnchorEquityToPeople + BuyersToHolders
        - WagesFromFirms - ComputeFromFirms - CostsFromFirms - DistributedByFunds - StateFromInvestor - LostWithFirms;
}
