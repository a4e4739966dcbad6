using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Living start-ups of some hubs, summed up.</summary>
internal readonly struct FirmView
{
    public required int Alive { get; init; }
    public required int Dragons { get; init; }
    public required int DragonsAlive { get; init; }
    public required int AlumniDragons { get; init; }
    public required double Staff { get; init; }
    public required double Sales { get; init; }
    public required double Value { get; init; }
    public required double Knowledge { get; init; }

    /// <summary>The home hub's start-ups, and those of all rival hubs together.</summary>
    public static (FirmView Home, FirmView Away) Of(World world)
    {
        Concerns concerns = world.Concerns;
        Vector256<double> zero = Vector256<double>.Zero;
        Sums home = default, away = default;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Vector256<double> here = Vector256.GreaterThan(concerns.Home.Four(place), zero);
            home.Add(concerns, place, here);
            away.Add(concerns, place, ~here);
        }

        foreach ((int f, byte hub) in world.Dragons)
        {
            ref Sums sums = ref hub == World.Home ? ref home : ref away;
            ref Firm firm = ref world.Firms[f];
            sums.Dragons++;
            sums.DragonsAlive += firm.Alive ? 1 : 0;
            sums.AlumniDragons += firm.HasAlumni ? 1 : 0;
        }

        return (home.View(), away.View());
    }

    private struct Sums
    {
        public int Dragons;
        public int DragonsAlive;
        public int AlumniDragons;
        private int _alive;
        private Vector256<double> _staff;
        private Vector256<double> _sales;
        private Vector256<double> _value;
        private Vector256<double> _knowledge;

        public void Add(Concerns concerns, int place, Vector256<double> here)
        {
            _alive += BitOperations.PopCount(here.ExtractMostSignificantBits() & concerns.Taken(place));
            _staff += here & concerns.Staff.Four(place);
            _sales += here & concerns.Sales.Four(place);

            // A listed firm's value was paid when it was listed.
            _value += here & concerns.Valuation.Four(place) * concerns.Operating.Four(place);
            _knowledge += here & concerns.Knowledge.Four(place);
        }

        public readonly FirmView View() => new()
        {
            Alive = _alive,
            Dragons = Dragons,
            DragonsAlive = DragonsAlive,
            AlumniDragons = AlumniDragons,
            Staff = Lanes.Sum(_staff),
            Sales = Lanes.Sum(_sales),
            Value = Lanes.Sum(_value),
            Knowledge = _alive > 0 ? Lanes.Sum(_knowledge) / _alive : double.NaN,
        };
    }
}

/// <summary>All anchors together.</summary>
internal readonly record struct AnchorView(
    double Headcount, double MeanTenure, double Research, double Capacity, double ListPrice, double AiKnowledge, double CloudRevenue)
{
    public static AnchorView Of(World world)
    {
        double staff = 0, joined = 0, research = 0, capacity = 0, revenue = 0, price = double.NaN, knowledge = 0;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            ref AnchorState anchor = ref world.Anchors[a];
            staff += world.Employers.Headcount[a];
            joined += world.Employers.JoinedSum[a];
            research += anchor.Research;
            capacity += anchor.Capacity;
            revenue += anchor.CloudRevenue;
            price = a == 0 ? anchor.ListPrice : Math.Min(price, anchor.ListPrice);
            knowledge += anchor.AiKnowledge / world.Anchors.Length;
        }

        return new(staff, staff > 0 ? world.Month - joined / staff : double.NaN, research, capacity, price, knowledge, revenue);
    }
}
