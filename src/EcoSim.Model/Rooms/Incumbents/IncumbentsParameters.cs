using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Incumbents;

/// <summary>Ordinary firms: the everyday employers of the region.</summary>
public sealed class IncumbentsParameters
{
    [Parameter("1", 0, 2, "Yearly standard deviation of an ordinary firm's log productivity.")]
    public double ProductivityNoise { get; set; } = 0.12;

    [Parameter("share", 0, 1, "Share of log productivity that is kept from year to year.")]
    public double Persistence { get; set; } = 0.9;

    [Parameter("million RMB/year", 0, 100, "Sales a year per member of staff at productivity 1.")]
    public double SalesPerHead { get; set; } = 0.9;

    [Parameter("1", 0, 3, "Standard deviation of log productivity over ordinary firms at the start.", AtStart = true)]
    public double Spread { get; set; } = 0.25;
}
