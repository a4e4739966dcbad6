using System.Runtime.Intrinsics;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Labour;

/// <summary>One worker of the labour block, in 40 bytes.</summary>
public struct Worker
{
    /// <summary>Identity: all luck is keyed by it.</summary>
    public ulong Key;

    /// <summary>Innate speed of learning, mean 1.</summary>
    public float Ability;

    private float _technical;
    private float _marketing;
    private float _operations;
    private float _finance;

    /// <summary>Where the worker stands on the lowest rung of the ladder; only the event-driven block moves it.</summary>
    public Chain Leaving;

    /// <summary>Month in which the present spell began.</summary>
    public short SpellStart;

    /// <summary>Month to which the skills stand; only the event-driven block lets it fall behind.</summary>
    public short SkillMonth;

    /// <summary>Workplace × roles + role.</summary>
    public byte Job;

    /// <summary>Skills as of <see cref="SkillMonth"/>.</summary>
    public Vector128<float> Skill
    {
        readonly get => Vector128.Create(_technical, _marketing, _operations, _finance);
        set
        {
            _technical = value[0];
            _marketing = value[1];
            _operations = value[2];
            _finance = value[3];
        }
    }
}

/// <summary>The end of a spell.</summary>
/// <param name="Row">Which place among the workers.</param>
/// <param name="Month">When.</param>
/// <param name="Tenure">Months since the spell began.</param>
/// <param name="Why">Retirement, dismissal or quit.</param>
public readonly record struct SpellEnd(int Row, int Month, int Tenure, Separation Why);

/// <summary>The labour block, however it is computed.</summary>
public interface ILabourBlock
{
    /// <summary>Spells ended so far.</summary>
    int Separations { get; }

    /// <summary>One month for everybody.</summary>
    void Step();

    /// <summary>Skills of a worker at the beginning of the present month.</summary>
    Vector128<float> Skill(int row);
}
