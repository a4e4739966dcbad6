using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of a start-up.</summary>
internal sealed class FirmReader : LifeReader
{
    public const string Founders = "founders", Status = "status";

    public static readonly FirmReader Instance = new();

    private FirmReader()
    {
        Event(Founders, (world, row) => WorldWords.Founders(world, world.Firms[row]));
        Event(Status, (world, row) => world.Firms[row].Status.ToString().ToLowerInvariant());
        Event("sector", (world, row) => Words(world.Firms[row].Sector.ToString()));
        Event("stage", (world, row) => WorldWords.Stage(world.Firms[row].Stage));
        Event("milestones reached", (world, row) => (double)world.Firms[row].Step);
        Event("compute from", (world, row) => WorldWords.Compute(world.StandingOf(row).Compute));
        Event("little dragon", (world, row) => world.Firms[row].DragonMonth >= 0 ? "yes" : "no");
        Event("bought by", (world, row) => WorldWords.Organisation(world, world.Firms[row].Acquirer));
        Event("last try at a milestone", (world, row) => world.StandingOf(row).LastStep - world.Warmup, LifeField.Month);
        Event("turned down until", (world, row) => world.StandingOf(row).NextPitch == 0 ? double.NaN : world.StandingOf(row).NextPitch - world.Warmup, LifeField.Month);
        Number("people", "", (world, row) => (double)world.Staffing[row].Staff);
        Number("paid for compute", "million RMB a month", (world, row) => world.StandingOf(row).ComputeCost);
        Number("share of compute served", "0-1", (world, row) => world.StandingOf(row).Served);
        Number("compute wanted", "units a month", (world, row) => world.StandingOf(row).ComputeNeed);
        Number("compute used", "units a month", (world, row) => world.StandingOf(row).ComputeUsed);
        Number("knowledge", "1 = an ordinary firm's", (world, row) => world.StandingOf(row).Knowledge);
        Number("routines", "1 = an ordinary firm's", (world, row) => world.StandingOf(row).Routines);
        Number("what the team is worth", "skill", (world, row) => world.Firms[row].TeamWorth);
        Number("product quality", "log", (world, row) => world.StandingOf(row).Quality);
        Number("sales", "million RMB a month", (world, row) => world.StandingOf(row).Sales);
        Number("cash", "million RMB", (world, row) => world.StandingOf(row).Cash);
        Number("valuation", "million RMB", (world, row) => world.StandingOf(row).Valuation);
        Number("value at its best", "million RMB", (world, row) => world.StandingOf(row).PeakValuation);
        Number("money raised", "million RMB", (world, row) => world.Firms[row].Raised);
        Number("founders' share", "0-1", (world, row) => world.Firms[row].FounderShare);
        Number("value at exit", "million RMB", (world, row) => world.Firms[row].ExitValue);
        Number("opinions of backers", "sum", (world, row) => world.Firms[row].SignalSum);
        Number("people wanted", "", (world, row) => (double)world.Staffing[row].Wanted);
    }

    public override int Count(World world) => world.Firms.Count;

    public override long Identity(World world, int row) => Model.Observation.Identity.StartUp(world, row);

    /// <summary>"AiSoftware" as "ai software".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
