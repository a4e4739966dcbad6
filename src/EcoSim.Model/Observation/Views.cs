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
        Sums home = default, away = default;
        foreach (ref Firm firm in world.Firms.Living)
        {
            if (firm.Hub == World.Home)
            {
                home.Add(firm);
            }
            else
            {
                away.Add(firm);
            }
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
        private double _staff;
        private double _sales;
        private double _value;
        private double _knowledge;

        public void Add(in Firm firm)
        {
            _alive++;
            _staff += firm.Staff;
            _sales += firm.Sales;

            // A listed firm's value was paid when it was listed.
            _value += firm.Status == FirmStatus.Operating ? firm.Valuation : 0;
            _knowledge += firm.Knowledge;
        }

        public readonly FirmView View() => new()
        {
            Alive = _alive,
            Dragons = Dragons,
            DragonsAlive = DragonsAlive,
            AlumniDragons = AlumniDragons,
            Staff = _staff,
            Sales = _sales,
            Value = _value,
            Knowledge = _alive > 0 ? _knowledge / _alive : double.NaN,
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
