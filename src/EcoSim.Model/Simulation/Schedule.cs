using EcoSim.Model.Engine;
using EcoSim.Model.Rooms.Alumni;
using EcoSim.Model.Rooms.Anchors;
using EcoSim.Model.Rooms.Capital;
using EcoSim.Model.Rooms.Compute;
using EcoSim.Model.Rooms.Exits;
using EcoSim.Model.Rooms.Government;
using EcoSim.Model.Rooms.Hubs;
using EcoSim.Model.Rooms.Incumbents;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Rooms.Products;
using EcoSim.Model.Rooms.SpinOuts;
using EcoSim.Model.Rooms.Spillovers;
using EcoSim.Model.Rooms.Talent;

namespace EcoSim.Model;

/// <summary>One step of the tick: what runs, and why it stands where it does.</summary>
public sealed record ScheduledStep(string Name, string Why, Func<Parameters, IProcess> Create);

/// <summary>The tick, as a table of contents. Dated shocks and series are applied before it, recording follows it.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledStep> Steps =
    [
        new("government", "Budgets are known before anyone decides on them.", p => new GovernmentProcess(p)),
        new("hubs", "Graduates and arrivals must be there to be hired; rents and reputation are last month's news.", p => new HubsProcess(p)),
        new("anchors", "The anchor plans before people move: its vacancies and layoffs are this month's.", p => new AnchorsProcess(p)),
        new("incumbents", "Ordinary firms change once a year, before leavers inherit from them.", p => new IncumbentsProcess(p)),
        new("talent", "What workplaces teach is set before anyone's skills are looked at.", p => new TalentProcess(p)),
        new("founding", "People found before they would quit: who has an idea does not first look for another job.", p => new SpinOutsProcess(p)),
        new("incorporation", "Teams form while ex-teammates are still where they were.", p => new Incorporation(p)),
        new("mobility", "The rest leave, rotate, retire and find jobs, at the new firms as well.", p => new MobilityProcess(p)),
        new("compute", "Needs of last month's plans meet this month's capacity and prices.", p => new ComputeProcess(p)),
        new("products", "Milestones need this month's compute and staff; their needs go to next month's market.", p => new ProductsProcess(p)),
        new("market", "Firms sell what they have, pay, and are valued on it.", p => new Market(p)),
        new("capital", "Investors judge this month's milestones and sales; cash comes before the reckoning.", p => new CapitalProcess(p)),
        new("spillovers", "Knowledge moves after work is done, so that no one uses it in the month it leaks.", p => new SpilloversProcess(p)),
        new("exits", "Who has neither cash nor a round fails now; buyers and markets look at the month's values.", p => new ExitsProcess(p)),
        new("alumni", "Wealth from vesting and exits becomes angel money for next month.", p => new AlumniProcess(p)),
    ];
}
