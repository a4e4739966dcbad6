using static EcoSim.Model.Observation.ObservableKind;

namespace EcoSim.Model.Observation;

/// <summary>The columns of <c>series.csv</c> after replicate, month and date, in order.</summary>
/// <remarks>Unless a name begins with <c>rival_</c>, an observable speaks of the home hub.</remarks>
public static class Observables
{
    private const string Million = "million RMB";

    public static readonly IReadOnlyList<Observable> All =
    [
        new("anchor_headcount", "people", Stock, "Staff of all anchors."),
        new("anchor_mean_tenure_months", "months", Mean, "Mean time since the anchor's present staff joined."),
        new("anchor_research", Million, Flow, "What the anchors spend on research."),
        new("anchor_alumni", "people", Stock, "People in the workforce who once worked at an anchor and no longer do."),
        new("workforce", "people", Stock, "Everyone employed, founding or looking for work in the hub."),
        new("unemployed", "people", Stock, "People looking for work in the hub."),
        new("startups_alive", "firms", Stock, "Start-ups operating or listed in the hub."),
        new("startups_founded", "firms", Flow, "Start-ups founded in the hub."),
        new("spin_outs_founded", "firms", Flow, "Start-ups founded in the hub by someone whose last employer was an anchor."),
        new("startups_failed", "firms", Flow, "Start-ups of the hub that closed."),
        new("startups_acquired", "firms", Flow, "Start-ups of the hub that were bought."),
        new("startups_public", "firms", Flow, "Start-ups of the hub that were listed."),
        new("dragons_alive", "firms", Stock, "Living firms of the hub that have passed the dragon threshold of value."),
        new("dragons_total", "firms", Stock, "Firms of the hub that ever passed the dragon threshold."),
        new("dragons_alumni", "firms", Stock, "Firms among dragons_total with a founder who once worked at an anchor."),
        new("angel_investment", Million, Flow, "Money from angels into start-ups of the hub."),
        new("affiliated_investment", Million, Flow, "Money from the anchor's affiliated fund into start-ups of the hub."),
        new("venture_investment", Million, Flow, "Money from independent venture funds into start-ups of the hub."),
        new("strategic_investment", Million, Flow, "Money from the anchor itself into start-ups of the hub."),
        new("cloud_capacity", "compute units", Stock, "Compute that the anchors' clouds can serve in a month, own use included."),
        new("cloud_demand", "compute units", Flow, "Compute asked of the anchors' clouds in the month, own use included."),
        new("cloud_served", "compute units", Flow, "Compute served in the month, own use included."),
        new("cloud_price", "million RMB per unit", Mean, "List price of the anchor's cloud."),
        new("cloud_discount_granted", Million, Flow, "List price less what start-ups paid."),
        new("ai_service_revenue", Million, Flow, "Paid by start-ups for ready-made AI services."),
        new("anchor_ai_knowledge", "index", Stock, "The anchor's stock of AI techniques, tools and data."),
        new("public_knowledge", "index", Stock, "Published knowledge within reach of the hub."),
        new("anchor_skill_technical", "index", Mean, "Mean technical skill of the anchor's staff; 1 is the frontier of an ordinary firm."),
        new("anchor_skill_marketing", "index", Mean, "Mean marketing skill of the anchor's staff."),
        new("anchor_skill_operations", "index", Mean, "Mean operations skill of the anchor's staff."),
        new("anchor_skill_finance", "index", Mean, "Mean finance skill of the anchor's staff."),
        new("founder_skill_technical", "index", Mean, "Mean technical skill of the founders of living start-ups, at founding."),
        new("founder_skill_marketing", "index", Mean, "Mean marketing skill of the founders of living start-ups, at founding."),
        new("founder_skill_operations", "index", Mean, "Mean operations skill of the founders of living start-ups, at founding."),
        new("founder_skill_finance", "index", Mean, "Mean finance skill of the founders of living start-ups, at founding."),
        new("startup_jobs", "people", Stock, "People working at living start-ups, founders included."),
        new("startup_revenue", Million, Flow, "Sales of living start-ups."),
        new("ecosystem_value", Million, Stock, "Value of living unlisted start-ups plus what sales, listings and payouts of profits have paid so far."),
        new("graduates", "people", Flow, "Graduates who joined the hub's workforce."),
        new("migration_net", "people", Flow, "People who came from rival hubs less those who left for them."),
        new("rent", "index", Mean, "Rent; 1 at the start."),
        new("supplier_density", "index", Stock, "Specialised suppliers and services; 1 at the start."),
        new("venture_presence", "index", Stock, "Presence of venture investors; 1 at the start."),
        new("state_investment", Million, Flow, "Money from the state's guidance fund, its grants and its compute vouchers as they are used, into start-ups of the hub."),
        new("venture_dry_powder", Million, Stock, "Money that venture funds of all hubs have raised and not yet invested."),
        new("angels_active", "people", Stock, "Angels able and willing to invest in the hub."),
        new("exit_proceeds", Million, Flow, "Paid to the holders of start-ups sold or listed in the hub."),
        new("quits", "people", Flow, "People of the hub who quit for another employer, here or in a rival hub, or were hired away by a founder; those who leave to found are not counted."),
        new("layoffs", "people", Flow, "People of the hub who were dismissed."),
        new("cloud_waiting", "months", Mean, "Delay that rationing adds to a month of cloud work."),
        new("own_hardware_share", "share", Mean, "Share of the start-ups' compute that runs on own hardware."),
        new("startup_knowledge", "index", Mean, "Mean knowledge of living start-ups; 1 is an ordinary incumbent's at the start."),
        new("staff_skill_balance", "share", Mean, "Weakest over best skill, mean over the anchor's staff."),
        new("founder_skill_balance", "share", Mean, "Weakest over best skill of founders, mean over living start-ups."),
        new("dragon_reputation", "index", Stock, "Reputation of the hub for successful firms, on hopes and money."),
        new("anchor_layoffs", "people", Flow, "People whom the anchors dismissed."),
        new("anchor_hires", "people", Flow, "People who joined an anchor."),
        new("rival_workforce", "people", Stock, "Workforce of all rival hubs."),
        new("rival_startups_alive", "firms", Stock, "Living start-ups of all rival hubs."),
        new("rival_ecosystem_value", Million, Stock, "The headline value, for the rival hubs together."),
        new("rival_dragons_total", "firms", Stock, "Dragons of the rival hubs so far."),
        new("rival_investment", Million, Flow, "Money from all investors into start-ups of rival hubs."),
        new("rival_rent", "index", Mean, "Rent in the rival hubs, weighted by people."),
        new("cloud_revenue", Million, Flow, "Sales of the anchors' clouds and AI services to start-ups and other customers."),
        new("emigrants_from_anchor", "people", Flow, "Anchor staff who left for a rival hub."),
        new("payouts", Million, Flow, "Profits that unlisted start-ups of the hub paid to their holders."),
        new("founder_investment", Million, Flow, "Own money and savings that founders put into start-ups of the hub at founding."),
        new("job_matches", "people", Flow, "The hub's labour market: people who quit for another place, ended a search or took their first job, those who then left for a rival hub included; vacancies of start-ups are offered to these."),
        new("startup_vacancies", "places", Stock, "The hub's labour market: places that start-ups want to fill at the beginning of the month."),
        new("startup_hires", "people", Flow, "The hub's labour market: those of job_matches whom start-ups took on; founders and those they bring along are not counted."),
    ];

    private static readonly Dictionary<string, int> Index = All.Select((o, i) => (o.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);

    /// <summary>Position of an observable in a row. Throws <see cref="KeyNotFoundException"/> for an unknown name.</summary>
    public static int IndexOf(string name) => Index[name];
}
