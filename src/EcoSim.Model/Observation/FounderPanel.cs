using System.Runtime.Intrinsics;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Founders of the home hub's living start-ups, at founding: mean skills, and mean balance over firms.</summary>
internal readonly record struct FounderView(Vector128<float> Skill, double Balance);

/// <summary>Sums over the founders of living start-ups, kept up to date by foundings and ends.</summary>
internal sealed class FounderPanel
{
    private readonly double[] _skill = new double[Vector128<float>.Count];
    private double _balance;
    private int _founders;
    private int _firms;
    private int _founded;
    private int _exits;

    /// <summary>Means in this month.</summary>
    public FounderView Look(World world)
    {
        for (; _founded < world.Firms.Count; _founded++)
        {
            Count(world.Firms[_founded], 1);
        }

        for (; _exits < world.Exits.Count; _exits++)
        {
            if (world.Exits[_exits].Status != FirmStatus.Public)
            {
                Count(world.Firms[world.Exits[_exits].Firm], -1);
            }
        }

        return _firms == 0
            ? new(Vector128.Create(float.NaN), double.NaN)
            : new(Vector128.Create(Mean(0), Mean(1), Mean(2), Mean(3)), _balance / _firms);
    }

    private float Mean(int dimension) => (float)(_skill[dimension] / _founders);

    /// <summary>Adds a firm to the sums, or takes it out.</summary>
    private void Count(in Firm firm, int sign)
    {
        if (firm.Hub != World.Home)
        {
            return;
        }

        for (int d = 0; d < _skill.Length; d++)
        {
            _skill[d] += sign * (double)firm.FounderSkill[d] * firm.FounderCount;
        }

        _balance += sign * (double)firm.FounderBalance;
        _founders += sign * firm.FounderCount;
        _firms += sign;
    }
}
