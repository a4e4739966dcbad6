using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Capital;

/// <summary>A race among investors for a firm's next pitch: each arrives after an exponential time with its weight as hazard, so that each is first in proportion to its weight.</summary>
/// <remarks>One more investor changes only the races that it wins. It is the choice of the largest log weight plus Gumbel luck, in other words.</remarks>
internal struct Race(World world, ulong firm)
{
    private readonly EntityDraw _luck = world.Luck.Of(Decision.InvestorChoice, firm);
    private readonly int _month = world.Month;
    private double _time = double.PositiveInfinity;

    /// <summary>Row of the investor who is first so far, −1 for none.</summary>
    public int First { get; private set; } = World.None;

    /// <summary>Lets an investor take part; one who is entered twice has the same luck again.</summary>
    public void Enter(int row, ulong key, double weight)
    {
        double u = _luck.Uniform(_month, (int)key);

        // −ln u ≥ 1 − u: who is late by this is late, and needs no logarithm.
        if (1 - u < _time * weight)
        {
            double time = -Math.Log(u) / weight;
            (First, _time) = time < _time ? (row, time) : (First, _time);
        }
    }
}
