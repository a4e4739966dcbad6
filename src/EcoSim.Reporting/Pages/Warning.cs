namespace EcoSim.Reporting;

/// <summary>Everything that a results page warns of. The list is closed: each kind has one wording and one remedy.</summary>
public enum WarningKind
{
    /// <summary>Replicates failed, or the run was interrupted.</summary>
    Incomplete,

    /// <summary>Worlds were cut to what they have in common.</summary>
    CutToShared,

    /// <summary>One replicate tells nothing of chance.</summary>
    OneReplicate,

    /// <summary>So few that the interval itself is hardly known.</summary>
    FewReplicates,

    /// <summary>So few draws from a posterior that their range is hardly known.</summary>
    FewDraws,

    /// <summary>The interval of the headline includes 0.</summary>
    IntervalCrossesZero,

    /// <summary>Shared luck saves next to nothing.</summary>
    Decoupled,

    /// <summary>What the anchor fostered is not known.</summary>
    NoCounterfactual,

    /// <summary>A link that the literature disputes is at work.</summary>
    ContestedLink,

    /// <summary>A measured figure is not known well enough for its verdict.</summary>
    Imprecise,

    /// <summary>The estimate of a calibration fits worse than what was there before.</summary>
    WorseFit,

    /// <summary>The posterior of a calibration contradicts its estimate or the figures.</summary>
    EmptyPosterior,

    /// <summary>Doubt about parameters is left out.</summary>
    NoPosterior,

    /// <summary>A posterior belongs to a region of another size.</summary>
    OtherSize,

    /// <summary>A posterior was calibrated for another scenario.</summary>
    OtherScenario,

    /// <summary>A posterior or an estimate was made by a model that computes otherwise.</summary>
    OtherModel,

    /// <summary>Nothing beside a posterior tells which calibration it is of.</summary>
    UnknownOrigin,

    /// <summary>The anchor's given headcount belongs to a larger region.</summary>
    AnchorTooLarge,

    /// <summary>Two dated changes set one parameter in the same months.</summary>
    OverlappingChanges,

    /// <summary>Parameters are assumptions.</summary>
    Uncalibrated,

    /// <summary>Figures have no or other letters.</summary>
    NoFont,
}

/// <summary>A warning.</summary>
/// <param name="Kind">What it warns of.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Warning(WarningKind Kind, string Found, string Remedy);
