namespace EcoSim.Model.Worlds;

/// <summary>Where one start-up stands: its numbers of a month.</summary>
public struct Standing
{
    public double Cash;
    public double Knowledge;
    public double Routines;
    public double ProjectLuck;
    public double Contacts;
    public double Quality;
    public double Sales;
    public double Valuation;
    public double PeakValuation;
    public double ComputeNeed;
    public double ComputeUsed;

    /// <summary>Paid for compute this month, million RMB.</summary>
    public double ComputeCost;

    /// <summary>Share of wanted compute that came through, 0-1.</summary>
    public double Served;

    /// <summary>Month of the last end of work on a milestone, else of founding.</summary>
    public double LastStep;

    /// <summary>First month in which it asks for money again after it was turned down; 0 if it never was.</summary>
    public double NextPitch;
    public ComputeMode Compute;
}
