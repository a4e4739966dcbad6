using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Alumni;

/// <summary>How wealth from the anchor and from exits becomes angel money.</summary>
public sealed class AlumniParameters
{
    [Parameter("million RMB", 0.01, 1000, "Liquid wealth from which someone may become an angel.")]
    public double AngelWealth { get; set; } = 1.0;

    [Parameter("share", 0, 1, "Chance that someone whose wealth passes that mark ever becomes an angel.")]
    public double AngelShare { get; set; } = 0.12;

    [Parameter("share", 0, 1, "Share of liquid wealth that an angel commits.")]
    public double CommittedShare { get; set; } = 0.3;
}
