using EcoSim.Model.Declaration;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>The industries that start-ups enter.</summary>
public sealed class SectorsParameters
{
    [Section("AI software: applications of machine learning.")]
    public SectorParameters AiSoftware { get; } = new()
    {
        EntryWeight = 0.22, Steps = 4, StepMonths = 4, Integration = true, IntegrationFailure = 0.25, EntryFailure = 0.35,
        Training = 0.30, Inference = 0.25, NicheDemand = 900, GrossMargin = 0.70, AnchorNeed = 0.8,
    };

    [Section("AI hardware, such as AR glasses.")]
    public SectorParameters AiHardware { get; } = new()
    {
        EntryWeight = 0.10, Steps = 6, StepMonths = 5, HardwareSteps = 3, Integration = true, HardwareFailure = 0.35,
        IntegrationFailure = 0.30, EntryFailure = 0.40, Tooling = 0.8, SupplierElasticity = 0.4,
        Training = 0.25, Inference = 0.10, NicheDemand = 2500, GrossMargin = 0.40, AnchorNeed = 0.5,
    };

    [Section("Robotics.")]
    public SectorParameters Robotics { get; } = new()
    {
        EntryWeight = 0.08, Steps = 6, StepMonths = 5, HardwareSteps = 3, Integration = true, HardwareFailure = 0.35,
        IntegrationFailure = 0.30, EntryFailure = 0.35, Tooling = 0.7, SupplierElasticity = 0.4,
        Training = 0.25, Inference = 0.10, NicheDemand = 2500, GrossMargin = 0.42, AnchorNeed = 0.6,
    };

    [Section("Foundation models.")]
    public SectorParameters FoundationModels { get; } = new()
    {
        EntryWeight = 0.04, Steps = 5, StepMonths = 4, Integration = false, EntryFailure = 0.40,
        Training = 4.0, Inference = 0.80, NicheDemand = 5000, GrossMargin = 0.60, AnchorNeed = 0.7,
    };

    [Section("Enterprise services.")]
    public SectorParameters Enterprise { get; } = new()
    {
        EntryWeight = 0.30, Steps = 4, StepMonths = 3, Integration = true, IntegrationFailure = 0.20, EntryFailure = 0.30,
        Training = 0.10, Inference = 0.12, NicheDemand = 700, GrossMargin = 0.65, AnchorNeed = 0.5,
    };

    [Section("Consumer services.")]
    public SectorParameters Consumer { get; } = new()
    {
        EntryWeight = 0.26, Steps = 4, StepMonths = 3, Integration = true, IntegrationFailure = 0.20, EntryFailure = 0.45,
        Training = 0.10, Inference = 0.15, NicheDemand = 1200, GrossMargin = 0.55, AnchorNeed = 0.4,
    };

    public SectorParameters Of(Sector sector) => sector switch
    {
        Sector.AiSoftware => AiSoftware,
        Sector.AiHardware => AiHardware,
        Sector.Robotics => Robotics,
        Sector.FoundationModels => FoundationModels,
        Sector.Enterprise => Enterprise,
        Sector.Consumer => Consumer,
        _ => throw new ArgumentOutOfRangeException(nameof(sector), sector, "There is no such sector."),
    };
}

/// <summary>One industry: its ladder of milestones, its hunger for compute, its market.</summary>
public sealed class SectorParameters
{
    [Parameter("1", 0.0001, 100, "Usual weight of the sector among new firms.")]
    public double EntryWeight { get; set; } = 1;

    [Parameter("steps", 2, 12, "Milestones from founding to the market, the market entry the last.", AtStart = true)]
    public int Steps { get; set; } = 4;

    [Parameter("months", 0.5, 60, "Mean time to a milestone for a reference team with knowledge 1.")]
    public double StepMonths { get; set; } = 4;

    [Parameter("steps", 0, 10, "Milestones after the first that are about hardware.", AtStart = true)]
    public int HardwareSteps { get; set; }

    [Parameter("switch", 0, 1, "Whether the last milestone before the market is the integration of AI.", AtStart = true)]
    public bool Integration { get; set; }

    [Parameter("share", 0, 0.99, "Chance that a hardware milestone fails, for knowledge and routines of 1.")]
    public double HardwareFailure { get; set; }

    [Parameter("share", 0, 0.99, "Chance that the integration of AI fails, for knowledge and routines of 1.")]
    public double IntegrationFailure { get; set; }

    [Parameter("share", 0, 0.99, "Chance that a market entry fails, for marketing skill and routines of 1.")]
    public double EntryFailure { get; set; } = 0.3;

    [Parameter("million RMB", 0, 1000, "Tooling for each hardware milestone, paid again when it fails.")]
    public double Tooling { get; set; }

    [Parameter("1", 0, 2, "Elasticity of the milestone hazard in supplier density.")]
    public double SupplierElasticity { get; set; }

    [Parameter("units/month", 0, 10_000, "Compute for training a month of a reference team that works on a milestone.")]
    public double Training { get; set; }

    [Parameter("units/million RMB", 0, 1000, "Compute for inference per million RMB of sales.")]
    public double Inference { get; set; }

    [Parameter("million RMB/year", 0, 1e6, "Sales a year of a typical niche at saturation, all suppliers together.", AtStart = true)]
    public double NicheDemand { get; set; } = 1000;

    [Parameter("share", 0, 1, "Sales less the cost of goods, before compute and staff.")]
    public double GrossMargin { get; set; } = 0.6;

    [Parameter("share", 0, 1, "How much the anchor lacks what firms of the sector make.")]
    public double AnchorNeed { get; set; } = 0.5;

    /// <summary>What the milestone with this number is about.</summary>
    public StepKind KindOf(int step) =>
        step >= Steps - 1 ? StepKind.MarketEntry
        : Integration && step == Steps - 2 ? StepKind.Integration
        : step >= 1 && step <= HardwareSteps ? StepKind.Hardware
        : StepKind.Product;
}
