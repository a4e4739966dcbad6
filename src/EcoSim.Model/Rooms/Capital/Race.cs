using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>A race among investors for a firm's next pitch: each arrives after an exponential time with its weight as hazard, so that each is first in proportion to its weight.</summary>
/// <remarks>One more investor changes only the races that it wins. It is the choice of the largest log weight plus Gumbel luck, in other words.</remarks>
/// <param name="luck">The firm's luck this month.</param>
internal struct Race(Occasion luck)
{
    private readonly Occasion _luck = luck;
    private double _time = double.PositiveInfinity;

    /// <summary>Row of the investor who is first so far, −1 for none.</summary>
    public int First { get; private set; } = World.None;

    /// <summary>Lets an investor take part; one who is entered twice has the same luck again.</summary>
    public void Enter(int row, ulong key, double weight)
    {
        double u = _luck.Uniform(Decision.InvestorChoice, (int)key);

        // −ln u ≥ 1 − u: who is late by this is late, and needs no logarithm.
        if (1 - u < _time * weight)
        {
            double time = Variate.Exponential(u) / weight;
            (First, _time) = time < _time ? (row, time) : (First, _time);
        }
    }
}
