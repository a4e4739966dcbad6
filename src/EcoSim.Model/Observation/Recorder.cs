using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Reads the world into one row of the series.</summary>
public sealed class Recorder
{
    private readonly StaffPanel _staff = new();
    private readonly FounderPanel _founders = new();

    /// <summary>At the end of warm-up: what exits have paid is counted from here.</summary>
    public static void Begin(World world)
    {
        foreach (ref Hub hub in world.Hubs.AsSpan())
        {
            hub.ExitValue = 0;
        }
    }

    /// <summary>Fills a row in the order of <see cref="Observables.All"/>.</summary>
    public void Record(World world, Span<double> row)
    {
        var writer = new RowWriter(row);
        StaffView staff = _staff.Look(world);
        FounderView founders = _founders.Look(world);
        (FirmView home, FirmView away) = FirmView.Of(world);
        AnchorView anchors = AnchorView.Of(world);
        Usual(world, ref writer, anchors, home, staff, founders);
        Further(world, ref writer, home, staff, founders);
        Elsewhere(world, ref writer, anchors, away);
        writer.End();
    }

    /// <summary>The columns that every version has.</summary>
    private static void Usual(World world, ref RowWriter row, in AnchorView anchors, in FirmView home, in StaffView staff, in FounderView founders)
    {
        ref Tally tally = ref world.Tally;
        ref Hub hub = ref world.Hubs[World.Home];
        row.Put("anchor_headcount", anchors.Headcount);
        row.Put("anchor_mean_tenure_months", anchors.MeanTenure);
        row.Put("anchor_research", anchors.Research);
        row.Put("anchor_alumni", world.Alumni);
        row.Put("workforce", hub.People);
        row.Put("unemployed", world.StateCount[World.Home * Count.States + (int)State.Unemployed]);
        row.Put("startups_alive", home.Alive);
        row.Put("startups_founded", tally.Founded);
        row.Put("spin_outs_founded", tally.SpinOuts);
        row.Put("startups_failed", tally.Failed);
        row.Put("startups_acquired", tally.Acquired);
        row.Put("startups_public", tally.Listed);
        row.Put("dragons_alive", home.DragonsAlive);
        row.Put("dragons_total", home.Dragons);
        row.Put("dragons_alumni", home.AlumniDragons);
        row.Put("angel_investment", tally.AngelMoney);
        row.Put("affiliated_investment", tally.AffiliatedMoney);
        row.Put("venture_investment", tally.VentureMoney);
        row.Put("strategic_investment", tally.StrategicMoney);
        row.Put("cloud_capacity", anchors.Capacity);
        row.Put("cloud_demand", tally.CloudDemand);
        row.Put("cloud_served", tally.CloudServed);
        row.Put("cloud_price", anchors.ListPrice);
        row.Put("cloud_discount_granted", tally.CloudDiscount);
        row.Put("ai_service_revenue", tally.ServiceRevenue);
        row.Put("anchor_ai_knowledge", anchors.AiKnowledge);
        row.Put("public_knowledge", hub.PublicKnowledge);
        row.Put("anchor_skill_", staff.Skill);
        row.Put("founder_skill_", founders.Skill);
        row.Put("startup_jobs", home.Staff);
        row.Put("startup_revenue", home.Sales);
        row.Put("ecosystem_value", home.Value + hub.ExitValue);
        row.Put("graduates", tally.Graduates);
        row.Put("migration_net", tally.Arrivals - tally.Departures);
        row.Put("rent", hub.Rent);
        row.Put("supplier_density", hub.Suppliers);
        row.Put("venture_presence", hub.VenturePresence);
    }

    private static void Further(World world, ref RowWriter row, in FirmView home, in StaffView staff, in FounderView founders)
    {
        ref Tally tally = ref world.Tally;
        (double dryPowder, int angels) = Purses(world);
        row.Put("state_investment", tally.StateMoney);
        row.Put("venture_dry_powder", dryPowder);
        row.Put("angels_active", angels);
        row.Put("exit_proceeds", tally.ExitProceeds);
        row.Put("quits", tally.Quits);
        row.Put("layoffs", tally.Layoffs);
        row.Put("cloud_waiting", world.Anchors.Length > 0 ? tally.CloudWaiting : double.NaN);
        row.Put("own_hardware_share", tally.StartUpCompute > 0 ? tally.OwnCompute / tally.StartUpCompute : double.NaN);
        row.Put("startup_knowledge", home.Knowledge);
        row.Put("staff_skill_balance", staff.Balance);
        row.Put("founder_skill_balance", founders.Balance);
        row.Put("dragon_reputation", world.Hubs[World.Home].Reputation);
        row.Put("anchor_layoffs", tally.AnchorLayoffs);
        row.Put("anchor_hires", tally.AnchorHires);
    }

    /// <summary>The rival hubs, and what was observed later than the rest.</summary>
    private static void Elsewhere(World world, ref RowWriter row, in AnchorView anchors, in FirmView away)
    {
        ref Tally tally = ref world.Tally;
        (double people, double exits, double rent) = Rivals(world);
        row.Put("rival_workforce", people);
        row.Put("rival_startups_alive", away.Alive);
        row.Put("rival_ecosystem_value", away.Value + exits);
        row.Put("rival_dragons_total", away.Dragons);
        row.Put("rival_investment", tally.RivalMoney);
        row.Put("rival_rent", rent);
        row.Put("cloud_revenue", anchors.CloudRevenue);
        row.Put("emigrants_from_anchor", tally.AnchorEmigrants);
        row.Put("payouts", tally.Payouts);
        row.Put("founder_investment", tally.FounderMoney);
        row.Put("job_matches", tally.Matches);
        row.Put("startup_vacancies", tally.Vacancies);
        row.Put("startup_hires", tally.StartUpHires);
    }

    private static (double DryPowder, int Angels) Purses(World world)
    {
        double powder = 0;
        int angels = 0;
        foreach (ref readonly Investor investor in world.Investors.All)
        {
            powder += investor.Kind == InvestorKind.Venture ? investor.Cash : 0;
            angels += investor.Kind == InvestorKind.Angel && investor.Hub == World.Home && investor.Cash > 0 ? 1 : 0;
        }

        return (powder, angels);
    }

    private static (double People, double Exits, double Rent) Rivals(World world)
    {
        double people = 0, exits = 0, rent = 0;
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            ref Hub hub = ref world.Hubs[h];
            people += hub.People + hub.Natives;
            exits += hub.ExitValue;
            rent += hub.Rent * (hub.People + hub.Natives);
        }

        return (people, exits, people > 0 ? rent / people : double.NaN);
    }

    /// <summary>Writes a row from left to right, each value under the name that <see cref="Observables.All"/> has there.</summary>
    private ref struct RowWriter(Span<double> row)
    {
        private readonly Span<double> _row = row;
        private int _next;

        public void Put(string name, double value)
        {
            if (Due != name)
            {
                throw new InvalidOperationException($"The recorder wrote '{name}' where '{Due}' is due.");
            }

            _row[_next++] = value;
        }

        /// <summary>A column for each skill; their names begin alike.</summary>
        public void Put(string prefix, Vector128<float> skills)
        {
            for (int d = 0; d < Vector128<float>.Count; d++)
            {
                if (!Due.StartsWith(prefix, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"The recorder wrote '{prefix}…' where '{Due}' is due.");
                }

                _row[_next++] = skills[d];
            }
        }

        public readonly void End()
        {
            if (_next != _row.Length)
            {
                throw new InvalidOperationException($"The recorder wrote {_next} of {_row.Length} observables.");
            }
        }

        private readonly string Due => _next < _row.Length ? Observables.All[_next].Name : "nothing";
    }
}
