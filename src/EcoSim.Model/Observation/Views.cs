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
    public required double FounderBalance { get; init; }
    public required Vector128<float> FounderSkill { get; init; }

    public static FirmView Of(World world, Func<byte, bool> wanted)
    {
        int alive = 0, dragonsAlive = 0, dragons = 0, alumni = 0, founders = 0;
        double staff = 0, sales = 0, value = 0, knowledge = 0, balance = 0;
        Vector128<float> skill = Vector128<float>.Zero;
        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            if (!wanted(firm.Hub))
            {
                continue;
            }

            alive++;
            dragonsAlive += firm.DragonMonth >= 0 ? 1 : 0;
            staff += firm.Staff;
            sales += firm.Sales;

            // A listed firm's value was paid when it was listed.
            value += firm.Status == FirmStatus.Operating ? firm.Valuation : 0;
            knowledge += firm.Knowledge;
            balance += firm.FounderBalance;
            founders += firm.FounderCount;
            skill += firm.FounderSkill * firm.FounderCount;
        }

        foreach ((int f, byte hub) in world.Dragons)
        {
            dragons += wanted(hub) ? 1 : 0;
            alumni += wanted(hub) && world.Firms[f].HasAlumni ? 1 : 0;
        }

        return new FirmView
        {
            Alive = alive,
            Dragons = dragons,
            DragonsAlive = dragonsAlive,
            AlumniDragons = alumni,
            Staff = staff,
            Sales = sales,
            Value = value,
            Knowledge = alive > 0 ? knowledge / alive : double.NaN,
            FounderBalance = alive > 0 ? balance / alive : double.NaN,
            FounderSkill = founders > 0 ? skill / founders : Vector128.Create(float.NaN),
        };
    }
}

/// <summary>The anchors' staff, estimated from the fixed sample of people.</summary>
internal readonly record struct StaffView(Vector128<float> Skill, double Balance)
{
    public static StaffView Of(World world)
    {
        Vector128<float> sum = Vector128<float>.Zero;
        double balance = 0;
        int count = 0;
        foreach (int person in world.Sample)
        {
            if (world.People[person].State == State.Anchor)
            {
                Vector128<float> skill = Learning.Now(world, person);
                sum += skill;
                float best = Math.Max(Math.Max(skill[0], skill[1]), Math.Max(skill[2], skill[3]));
                float weakest = Math.Min(Math.Min(skill[0], skill[1]), Math.Min(skill[2], skill[3]));
                balance += weakest / best;
                count++;
            }
        }

        return count == 0 ? new(Vector128.Create(float.NaN), double.NaN) : new(sum / count, balance / count);
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
