namespace EcoSim.Model.Worlds;

/// <summary>Where one start-up stands: its numbers of a month.</summary>
public struct Standing
{
    /// <summary>Million RMB.</summary>
    public double Cash;
    /// <summary>Technology level; 1 is an ordinary incumbent's at the start.</summary>
    public double Knowledge;
    /// <summary>How well the firm runs; 1 is an ordinary incumbent's.</summary>
    public double Routines;
    /// <summary>Lasting luck with project work, median 1.</summary>
    public double ProjectLuck;
    /// <summary>Contacts made at events.</summary>
    public double Contacts;
    /// <summary>Product quality in the market, log scale.</summary>
    public double Quality;
    /// <summary>All sales of the month, million RMB.</summary>
    public double Sales;
    /// <summary>What the firm is thought to be worth, million RMB.</summary>
    public double Valuation;
    /// <summary>The most it was ever thought to be worth, million RMB.</summary>
    public double PeakValuation;
    /// <summary>Units of compute wanted.</summary>
    public double ComputeNeed;
    /// <summary>Units of compute that came through.</summary>
    public double ComputeUsed;

    /// <summary>Paid for compute this month, million RMB.</summary>
    public double ComputeCost;

    /// <summary>Share of wanted compute that came through, 0-1.</summary>
    public double Served;

    /// <summary>Month of the last end of work on a milestone, else of founding.</summary>
    public double LastStep;

    /// <summary>First month in which it asks for money again after it was turned down; 0 if it never was.</summary>
    public double NextPitch;
    /// <summary>How it gets its compute.</summary>
    public ComputeMode Compute;
}
