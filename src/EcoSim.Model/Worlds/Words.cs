namespace EcoSim.Model.Worlds;

/// <summary>Where a person stands; everyone is in exactly one state.</summary>
public enum State : byte
{
    Anchor,
    StartUp,
    OtherFirm,
    Founder,
    Unemployed,
    Student,
    Left,
}

/// <summary>Trade of a member of staff.</summary>
public enum Role : byte
{
    Engineer,
    Marketer,
    Manager,
}

/// <summary>Parts of an anchor; a person outside an anchor is in <see cref="None"/>.</summary>
public enum Division : byte
{
    None,
    Commerce,
    Cloud,
    Laboratory,
    Logistics,
}

/// <summary>Industry of a start-up.</summary>
public enum Sector : byte
{
    AiSoftware,
    AiHardware,
    Robotics,
    FoundationModels,
    Enterprise,
    Consumer,
}

/// <summary>Where a start-up comes from.</summary>
public enum Origin : byte
{
    SpinOut,
    LayoffSpinOut,
    University,
    Independent,
    Serial,
}

/// <summary>What has become of a start-up.</summary>
public enum FirmStatus : byte
{
    Operating,
    Failed,
    Acquired,
    Public,
}

/// <summary>Financing stage: the last round closed.</summary>
public enum Stage : byte
{
    None,
    Angel,
    Seed,
    A,
    B,
    C,
    D,
    E,
}

/// <summary>Who invests.</summary>
public enum InvestorKind : byte
{
    Angel,
    AffiliatedFund,
    Venture,
    Strategic,
    State,
}

/// <summary>Why someone left.</summary>
public enum Reason : byte
{
    Quit,
    Layoff,
    Graduated,
    Exit,
    Founded,
    Hired,
    Retired,
    Migrated,
}

/// <summary>How a start-up gets its compute.</summary>
public enum ComputeMode : byte
{
    None,
    Own,
    Cloud,
    OtherCloud,
    Service,
}

/// <summary>What a milestone is about, and so what can go wrong with it.</summary>
public enum StepKind : byte
{
    Product,
    Hardware,
    Integration,
    MarketEntry,
}

/// <summary>How long each list of words is.</summary>
public static class Count
{
    public const int Sectors = 6;
    public const int Roles = 3;
    public const int Divisions = 5;
    public const int States = 7;
    public const int Reasons = 8;
    public const int Kinds = 5;
    public const int Stages = 8;
}
