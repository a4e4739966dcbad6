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
        var row_ = new RowWriter(row);
        ref Tally tally = ref world.Tally;
        StaffView staff = _staff.Look(world);
        FounderView founders = _founders.Look(world);
        (FirmView home, FirmView away) = FirmView.Of(world);
        Span<int> state = world.StateCount.AsSpan(0, Count.States);
        ref Hub hub = ref world.Hubs[World.Home];
        AnchorView anchors = AnchorView.Of(world);

        row_.Add(anchors.Headcount);
        row_.Add(anchors.MeanTenure);
        row_.Add(anchors.Research);
        row_.Add(world.Alumni);
        row_.Add(hub.People);
        row_.Add(state[(int)State.Unemployed]);
        row_.Add(home.Alive);
        row_.Add(tally.Founded);
        row_.Add(tally.SpinOuts);
        row_.Add(tally.Failed);
        row_.Add(tally.Acquired);
        row_.Add(tally.Listed);
        row_.Add(home.DragonsAlive);
        row_.Add(home.Dragons);
        row_.Add(home.AlumniDragons);
        row_.Add(tally.AngelMoney);
        row_.Add(tally.AffiliatedMoney);
        row_.Add(tally.VentureMoney);
        row_.Add(tally.StrategicMoney);
        row_.Add(anchors.Capacity);
        row_.Add(tally.CloudDemand);
        row_.Add(tally.CloudServed);
        row_.Add(anchors.ListPrice);
        row_.Add(tally.CloudDiscount);
        row_.Add(tally.ServiceRevenue);
        row_.Add(anchors.AiKnowledge);
        row_.Add(hub.PublicKnowledge);
        row_.Add(staff.Skill);
        row_.Add(founders.Skill);
        row_.Add(home.Staff);
        row_.Add(home.Sales);
        row_.Add(home.Value + hub.ExitValue);
        row_.Add(tally.Graduates);
        row_.Add(tally.Arrivals - tally.Departures);
        row_.Add(hub.Rent);
        row_.Add(hub.Suppliers);
        row_.Add(hub.VenturePresence);
        row_.Add(tally.StateMoney);
        (double dryPowder, int angels) = Purses(world);
        row_.Add(dryPowder);
        row_.Add(angels);
        row_.Add(tally.ExitProceeds);
        row_.Add(tally.Quits);
        row_.Add(tally.Layoffs);
        row_.Add(world.Anchors.Length > 0 ? tally.CloudWaiting : double.NaN);
        row_.Add(tally.StartUpCompute > 0 ? tally.OwnCompute / tally.StartUpCompute : double.NaN);
        row_.Add(home.Knowledge);
        row_.Add(staff.Balance);
        row_.Add(founders.Balance);
        row_.Add(hub.Reputation);
        row_.Add(tally.AnchorLayoffs);
        row_.Add(tally.AnchorHires);
        (double people, double exits, double rent) = Rivals(world);
        row_.Add(people);
        row_.Add(away.Alive);
        row_.Add(away.Value + exits);
        row_.Add(away.Dragons);
        row_.Add(tally.RivalMoney);
        row_.Add(rent);
        row_.Add(anchors.CloudRevenue);
        row_.Add(tally.AnchorEmigrants);
        row_.Add(tally.Payouts);
        row_.Add(tally.FounderMoney);
        row_.End();
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

    /// <summary>Writes a row from left to right and minds its length.</summary>
    private ref struct RowWriter(Span<double> row)
    {
        private readonly Span<double> _row = row;
        private int _next;

        public void Add(double value) => _row[_next++] = value;

        public void Add(Vector128<float> skills)
        {
            for (int d = 0; d < Vector128<float>.Count; d++)
            {
                Add(skills[d]);
            }
        }

        public readonly void End()
        {
            if (_next != _row.Length)
            {
                throw new InvalidOperationException($"The recorder wrote {_next} of {_row.Length} observables.");
            }
        }
    }
}
