using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Exits;

/// <summary>Once a year, in the month of its founding, a firm on the market pays out part of the cash that it has no use for.</summary>
internal sealed class Payouts(Parameters parameters)
{
    /// <summary>Lets the firms pay whose month it is.</summary>
    public void Step(World world)
    {
        Concerns concerns = world.Concerns;
        for (int place = 0; place < concerns.Count; place += Column.Lanes)
        {
            Vector256<double> spare = SpareCash(concerns, place);
            uint rich = Vector256.GreaterThan(spare, Vector256<double>.Zero).ExtractMostSignificantBits() & concerns.Taken(place);
            for (; rich != 0; rich &= rich - 1)
            {
                int lane = BitOperations.TrailingZeroCount(rich);
                ref Mark mark = ref concerns[place + lane];
                int age = world.Month - mark.Founded;
                if (age > 0 && age % (int)Hazard.MonthsPerYear == 0)
                {
                    Endings.PayProfits(world, ref world.Firms[mark.Row], spare[lane] * parameters.Exits.PayoutShare);
                }
            }
        }
    }

    /// <summary>Cash of four firms beyond plan and reserve, million RMB; 0 before the market.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> SpareCash(Concerns concerns, int place)
    {
        Vector256<double> spending = concerns.Burn.Four(place) + concerns.Sales.Four(place);
        Vector256<double> spare = ExitsEquations.SpareCash(concerns.Cash.Four(place), concerns.Plan.Four(place), spending, parameters.Exits.PayoutReserve);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(concerns.Appeal.Four(place), Vector256<double>.Zero), spare, Vector256<double>.Zero);
    }
}
