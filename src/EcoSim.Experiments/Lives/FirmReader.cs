using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of a start-up.</summary>
internal sealed class FirmReader : LifeReader
{
    public const string Founders = "founders", Status = "status", Stage = "stage", People = "people", Compute = "compute used in the month", Sales = "sales",
        Cash = "cash", Valuation = "valuation", Best = "value at its best", ComputeFrom = "compute from";

    private readonly LifeField _stage;

    /// <summary>Rounds already seen.</summary>
    private int _rounds;

    public FirmReader()
    {
        Event(Founders, (world, row) => WorldWords.Founders(world, world.Firms[row]));
        Event(Status, (world, row) => new LifeValue(world.Firms[row].ExitValue, world.Firms[row].Status.ToString().ToLowerInvariant()));
        Event("sector", (world, row) => Words(world.Firms[row].Sector.ToString()));
        _stage = Event(Stage, (world, row) => LastRound(world, row), byDeeds: true);
        Event("milestones reached", (world, row) => (double)world.Firms[row].Step);
        Event(ComputeFrom, (world, row) => WorldWords.Compute(world.StandingOf(row).Compute));
        Event("little dragon", (world, row) => world.Firms[row].DragonMonth >= 0 ? "yes" : "no", happening: "recognised as a little dragon");
        Event("bought by", (world, row) => WorldWords.Organisation(world, world.Firms[row].Acquirer));
        Event("last try at a milestone", (world, row) => world.StandingOf(row).LastStep - world.Warmup, LifeField.Month, "tries a milestone");
        Event("turned down until", (world, row) => world.StandingOf(row).NextPitch == 0 ? double.NaN : world.StandingOf(row).NextPitch - world.Warmup, LifeField.Month, "is turned down by investors");
        Living(People, "", (world, row) => (double)world.Staffing[row].Staff);
        Living("paid for compute", "million RMB a month", (world, row) => world.StandingOf(row).ComputeCost);
        Living("share of compute served", "0-1", (world, row) => world.StandingOf(row).Served);

        // What is wanted is planned after this month's compute has come, so that the two are of different months.
        Living("compute wanted for the next month", "units", (world, row) => world.StandingOf(row).ComputeNeed);
        Living(Compute, "units", (world, row) => world.StandingOf(row).ComputeUsed);
        Living("knowledge", "1 = an ordinary firm's", (world, row) => world.StandingOf(row).Knowledge);
        Living("routines", "1 = an ordinary firm's", (world, row) => world.StandingOf(row).Routines);
        Living("what the team is worth", "skill", (world, row) => world.Firms[row].TeamWorth);
        Living("product quality", "log", (world, row) => world.StandingOf(row).Quality);
        Living(Sales, "million RMB a month", (world, row) => world.StandingOf(row).Sales);
        Living(Cash, "million RMB", (world, row) => world.StandingOf(row).Cash);
        Living(Valuation, "million RMB", (world, row) => world.StandingOf(row).Valuation);
        Number(Best, "million RMB", (world, row) => HighestValue.Of(world.StandingOf(row).PeakValuation, world.Firms[row].ExitValue));
        Number("money raised", "million RMB", (world, row) => world.Firms[row].Raised);
        Number("founders' share", "0-1", (world, row) => world.Firms[row].FounderShare);
        Number("value at exit", "million RMB", (world, row) => world.Firms[row].ExitValue);
        Number("opinions of backers", "sum", (world, row) => world.Firms[row].SignalSum);
        Living("people wanted", "", (world, row) => (double)world.Staffing[row].Wanted);
    }

    public override int Count(World world) => world.Firms.Count;

    public override long Identity(World world, int row) => Model.Observation.Identity.StartUp(world, row);

    /// <summary>A firm closes a round a month at most, so the last round is the new one.</summary>
    public override IEnumerable<(LifeField Field, LifeValue Value)> NewDeeds(World world, int row)
    {
        if (world.Firms[row].Rounds > _rounds)
        {
            _rounds = world.Firms[row].Rounds;
            yield return (_stage, LastRound(world, row));
        }
    }

    private static LifeValue LastRound(World world, int row)
    {
        int holding = world.Firms[row].LastHolding;
        return new LifeValue(holding < 0 ? 0 : world.Rounds[world.Holdings[holding].Round].Raised, WorldWords.Stage(world.Firms[row].Stage));
    }

    /// <summary>"AiSoftware" as "ai software".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
