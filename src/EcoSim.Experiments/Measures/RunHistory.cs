namespace EcoSim.Experiments.Measures;

/// <summary>What measures need of one replicate: start-ups of the home hub, their money and their years, and the anchor's staff.</summary>
/// <remarks>Some hundred kilobytes where the ledger takes tens of megabytes, so that many replicates can be kept. Months count from the first recorded one.</remarks>
public sealed record RunHistory
{
    public required int Replicate { get; init; }

    /// <summary>Recorded months; the last one is this less 1.</summary>
    public required int Months { get; init; }

    /// <summary>Start-ups of the home hub, those founded during warm-up included.</summary>
    public required IReadOnlyList<FirmHistory> Firms { get; init; }

    /// <summary>Their rounds.</summary>
    public required IReadOnlyList<Financing> Financings { get; init; }

    /// <summary>Their yearly accounts.</summary>
    public required IReadOnlyList<FirmYear> Years { get; init; }

    /// <summary>The anchors' staff by year and group.</summary>
    public IReadOnlyList<StaffGroup> StaffGroups { get; init; } = [];

    /// <summary>Years worked at anchors in the recorded months, over all their staff.</summary>
    public double AnchorPersonYears { get; init; }

    /// <summary>People who left the anchors in the recorded months, for whatever reason.</summary>
    public double AnchorSeparations { get; init; }

    /// <summary>List price of the anchor's cloud by month; NaN without one.</summary>
    public double[] CloudPrice { get; init; } = [];

    /// <summary>Years in which price-performance of accelerators doubles; NaN when it plays no part.</summary>
    public double AcceleratorDoublingYears { get; init; } = double.NaN;

    /// <summary>Elasticity of innovation in the local workforce of the sector; NaN when it plays no part.</summary>
    public double SpilloverElasticity { get; init; } = double.NaN;
}

/// <summary>How a start-up stood at the end.</summary>
public enum Fate
{
    /// <summary>Operating.</summary>
    Operating,

    /// <summary>Closed, also after a listing.</summary>
    Failed,

    /// <summary>Bought.</summary>
    Sold,

    /// <summary>Listed and alive.</summary>
    Listed,
}

/// <summary>What the last employer of a start-up's first founder was.</summary>
public enum ParentFirm
{
    /// <summary>No incumbent: a start-up, a laboratory, or no employer that is remembered.</summary>
    Other,

    /// <summary>An ordinary firm of another sector than the start-up's, or one of a rival hub, where they are of all trades.</summary>
    IncumbentElsewhere,

    /// <summary>An ordinary firm of the start-up's sector, or an anchor, which is active in every sector.</summary>
    IncumbentOfSector,
}

/// <summary>A start-up.</summary>
/// <param name="Founded">Month of founding.</param>
/// <param name="Ended">Month of closing, sale or listing; null when it operates.</param>
/// <param name="Fate">How it stood at the end.</param>
/// <param name="Origin">Origin, in the ledger's words.</param>
/// <param name="HasAlumni">A founder once worked at an anchor.</param>
/// <param name="Dragon">It passed the dragon threshold.</param>
/// <param name="Rounds">Months of its rounds, rising.</param>
public sealed record FirmHistory(int Founded, int? Ended, Fate Fate, string Origin, bool HasAlumni, bool Dragon, IReadOnlyList<int> Rounds)
{
    /// <summary>True for a spin-out: its first founder's last employer was an anchor, left or lost.</summary>
    public bool IsSpinOut => Origin is "spin_out" or "layoff_spin_out";

    /// <summary>What its first founder's last employer was; null where nothing tells.</summary>
    public ParentFirm? Parent { get; init; }
}

/// <summary>A round.</summary>
/// <param name="Firm">Place of the start-up in the history.</param>
/// <param name="Stage">Stage, in the ledger's words.</param>
/// <param name="Month">Month of closing.</param>
/// <param name="SoldShare">Share of the firm that was sold: money over post-money value.</param>
/// <param name="Realised">Month in which its holders were paid out, with nothing perhaps; null while they hold.</param>
/// <param name="Multiple">Proceeds over money put in; for those who hold, at the value of the firm's last round.</param>
public readonly record struct Financing(int Firm, string Stage, int Month, double SoldShare, int? Realised, double Multiple);

/// <summary>A year of a start-up.</summary>
/// <param name="Firm">Place of the start-up in the history.</param>
/// <param name="Month">Month of the account.</param>
/// <param name="Employees">People who work there.</param>
/// <param name="Revenue">Sales a year, million RMB.</param>
/// <param name="Valuation">Value, million RMB.</param>
public readonly record struct FirmYear(int Firm, int Month, double Employees, double Revenue, double Valuation);

/// <summary>Staff of the anchors in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Group">stayed, quit or layoff.</param>
/// <param name="Persons">People.</param>
/// <param name="Founded">Of whom founded a firm within two years.</param>
public readonly record struct StaffGroup(int Year, string Group, double Persons, double Founded);
