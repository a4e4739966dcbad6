using EcoSim.Model.Engine;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of a person.</summary>
internal sealed class PersonReader : LifeReader
{
    public const string State = "state", Employer = "employer", Division = "division", Role = "role", Hub = "hub", Reason = "last left because",
        Joined = "in place since", Tenure = "months at the last job";

    private static readonly LifeField Invests = new("invests in", "", true) { ByDeeds = true }, Returns = new("gets back from", "", true) { ByDeeds = true };

    private readonly AngelBook _angel = new();

    public PersonReader()
    {
        Event(State, (world, row) => WorldWords.State(world.People[row].State));
        Event(Employer, (world, row) => WorldWords.Organisation(world, world.People[row].Employer));
        Event(Division, (world, row) => world.People[row].Division.ToString().ToLowerInvariant());
        Event(Role, (world, row) => world.People[row].Role.ToString().ToLowerInvariant());
        Event(Hub, (world, row) => WorldWords.Hub(world.People[row].Hub));
        Event(Reason, (world, row) => world.People[row].LastTeam < 0 ? "-" : world.People[row].LeftBecause.ToString().ToLowerInvariant());
        Event("firms founded", (world, row) => (double)Estate(world, row).Foundings);
        Event("firms sold or listed", (world, row) => (double)Estate(world, row).Successes);
        Number(Joined, LifeField.Month, (world, row) => (double)world.People[row].SpellStart - world.Warmup);
        Number(Tenure, "months", (world, row) => world.People[row].LastTeam < 0 ? 0 : (double)world.People[row].LastTenure);
        Number("technical skill", "1 = an ordinary firm's frontier", (world, row) => Learning.Now(world, row)[0]);
        Number("marketing skill", "1 = an ordinary firm's frontier", (world, row) => Learning.Now(world, row)[1]);
        Number("operations skill", "1 = an ordinary firm's frontier", (world, row) => Learning.Now(world, row)[2]);
        Number("finance skill", "1 = an ordinary firm's frontier", (world, row) => Learning.Now(world, row)[3]);
        Number("wealth", "million RMB", (world, row) => Estate(world, row).Wealth);
        Number("shares not sold yet", "million RMB at grant", (world, row) => Estate(world, row).Equity);
        Number("last investment as an angel", "", Last);
        Number("investments as an angel", "", (world, row) => (double)_angel.Parts(world, row).Count);
        Number("invested as an angel", "million RMB", (world, row) => _angel.Parts(world, row).Sum(part => world.Holdings[part].Amount));
        Number("got back as an angel", "million RMB", (world, row) => _angel.Parts(world, row).Sum(part => world.Holdings[part].Proceeds));
    }

    public override IEnumerable<(LifeField Field, LifeValue Value)> NewDeeds(World world, int row)
    {
        foreach ((int part, double amount, bool back) in _angel.News(world, row))
        {
            yield return (back ? Returns : Invests, new LifeValue(amount, WorldWords.StartUp(world, world.Holdings[part].Firm)));
        }
    }

    private LifeValue Last(World world, int row) => _angel.Parts(world, row) is { Count: > 0 } parts
        ? new LifeValue(world.Holdings[parts[^1]].Amount, WorldWords.StartUp(world, world.Holdings[parts[^1]].Firm))
        : "none";

    private static Estate Estate(World world, int row) => world.People.EstateNow(world.People[row]);

    public override int Count(World world) => world.People.Count;

    public override long Identity(World world, int row) => Model.Observation.Identity.Person(world, row);
}
