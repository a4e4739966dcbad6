using EcoSim.Model.Declaration;

namespace EcoSim.Model;

/// <summary>Who lives in the region at the start, and who enters later.</summary>
public sealed class PopulationParameters
{
    [Parameter("people", 1000, 5_000_000, "Headcount of the home region's workers at the start.", AtStart = true)]
    public int Workers { get; set; } = 100_000;

    [Parameter("people", 10, 100_000, "Mean number of staff of an ordinary firm.", AtStart = true)]
    public double WorkersPerIncumbent { get; set; } = 250;

    [Parameter("1", 0, 3, "Exponent of rank in the sizes of ordinary firms; 1 is Zipf's law.", "Axtell 2001, Science 293:1818-1820", AtStart = true)]
    public double IncumbentSizeExponent { get; set; } = 0.9;

    [Parameter("people", 2, 1000, "Staff per team.", AtStart = true)]
    public double TeamSize { get; set; } = 10;

    [Parameter("share", 0, 1, "Share of the anchor's staff at the start who would live in a rival hub had there never been an anchor.", AtStart = true)]
    public double AnchorStaffFromElsewhere { get; set; } = 0.25;

    [Parameter("years", 0, 40, "Longest career behind someone at the start; careers are spread evenly up to it.", AtStart = true)]
    public double LongestCareer { get; set; } = 25;

    [Parameter("share", 0, 1, "Share of engineers among those who enter.")]
    public double EngineerShare { get; set; } = 0.60;

    [Parameter("share", 0, 1, "Share of marketers among those who enter; the rest are managers.")]
    public double MarketerShare { get; set; } = 0.22;

    [Parameter("1", 0, 2, "Standard deviation of the logarithm of entrants' skills.")]
    public double EntrySkillSpread { get; set; } = 0.15;

    [Parameter("index", 0.01, 2, "Technical skill of a graduate; 1 is the frontier of an ordinary firm.")]
    public double EntryTechnical { get; set; } = 0.45;

    [Parameter("index", 0.01, 2, "Marketing skill of a graduate.")]
    public double EntryMarketing { get; set; } = 0.25;

    [Parameter("index", 0.01, 2, "Operations skill of a graduate.")]
    public double EntryOperations { get; set; } = 0.25;

    [Parameter("index", 0.01, 2, "Finance skill of a graduate.")]
    public double EntryFinance { get; set; } = 0.20;
}
