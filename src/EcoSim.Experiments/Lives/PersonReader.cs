using EcoSim.Model.Engine;
using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>What is followed of a person.</summary>
internal sealed class PersonReader : AngelReader
{
    public const string State = "state", Employer = "employer", Division = "division", Role = "role", Hub = "hub", Reason = "last left because",
        Joined = "in place since", Tenure = "months at the last job";

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
        AddInvestments();
    }

    private static Estate Estate(World world, int row) => world.People.EstateNow(world.People[row]);

    public override int Count(World world) => world.People.Count;

    public override long Identity(World world, int row) => Model.Observation.Identity.Person(world, row);

    protected override bool Owns(World world, int row, in Investor investor) => investor.Person == row;
}
