using EcoSim.Model.Randomness;

namespace EcoSim.Tests.Randomness;

/// <summary>Keys of draws, addressed word by word.</summary>
public readonly record struct Key(ulong Seed, ulong Decision, ulong Entity, uint Time, uint Index)
{
    /// <summary>Some decision; which one does not matter to the laws of draws.</summary>
    public const Decision Any = (Decision)1;

    /// <summary>A key as a model has it: small numbers everywhere.</summary>
    public static Key Small { get; } = new(1, 3, 7, 24, 0);

    public ulong Bits => new Draw(Seed).Bits((Decision)Decision, Entity, (int)Time, (int)Index);

    /// <summary>Uniform variate of this key.</summary>
    public double Uniform => new Draw(Seed).Uniform((Decision)Decision, Entity, (int)Time, (int)Index);

    /// <summary>The key with one word raised by a step.</summary>
    public Key Plus(KeyWord word, int step) => word switch
    {
        KeyWord.Seed => this with { Seed = Seed + (ulong)step },
        KeyWord.Decision => this with { Decision = Decision + (ulong)step },
        KeyWord.Entity => this with { Entity = Entity + (ulong)step },
        KeyWord.Time => this with { Time = Time + (uint)step },
        _ => this with { Index = Index + (uint)step },
    };

    /// <summary>The key with one bit of one word turned.</summary>
    public Key Flip(KeyWord word, int bit) => word switch
    {
        KeyWord.Seed => this with { Seed = Seed ^ 1UL << bit },
        KeyWord.Decision => this with { Decision = Decision ^ 1UL << bit },
        KeyWord.Entity => this with { Entity = Entity ^ 1UL << bit },
        KeyWord.Time => this with { Time = Time ^ 1U << bit },
        _ => this with { Index = Index ^ 1U << bit },
    };

    /// <summary>Number of bits of a word that tests turn; a decision is a small number.</summary>
    public static int Width(KeyWord word) => word switch
    {
        KeyWord.Seed or KeyWord.Entity => 64,
        KeyWord.Decision => 10,
        _ => 32,
    };
}
