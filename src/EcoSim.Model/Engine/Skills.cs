using System.Runtime.Intrinsics;

namespace EcoSim.Model.Engine;

/// <summary>What four skills are worth together.</summary>
public static class Skills
{
    /// <summary>Skills below count as this, so that they have a logarithm and powers.</summary>
    private const float LeastSkill = 1e-6f;

    /// <summary>The baseline's exponent, for which squares and roots do.</summary>
    private const double Fourth = -4;

    /// <summary>CES mean of four skills, (mean s^ρ)^(1/ρ): ρ = 1 the mean, ρ → 0 the geometric mean, ρ → −∞ the weakest.</summary>
    /// <param name="skill">Skills, above 0.</param>
    /// <param name="exponent">ρ, at most 1.</param>
    public static double Ces(Vector128<float> skill, double exponent)
    {
        Vector128<float> least = Vector128.Max(skill, Vector128.Create(LeastSkill));
        if (exponent == Fourth)
        {
            Vector128<float> inverse = Vector128<float>.One / (least * least);
            return 1 / Math.Sqrt(Math.Sqrt(Vector128.Sum(inverse * inverse) / 4));
        }

        Vector128<float> log = Vector128.Log(least);
        return Math.Abs(exponent) < 1e-4
            ? Math.Exp(Vector128.Sum(log) / 4)
            : Math.Exp(Math.Log(Vector128.Sum(Vector128.Exp(log * (float)exponent)) / 4) / exponent);
    }

    /// <summary>Best of four skills.</summary>
    public static double Best(Vector128<float> skill)
    {
        Vector128<float> pairs = Vector128.Max(skill, Vector128.Shuffle(skill, Vector128.Create(1, 0, 3, 2)));
        return Math.Max(pairs[0], pairs[2]);
    }

    /// <summary>Weakest over best skill, 0-1.</summary>
    public static double Balance(Vector128<float> skill)
    {
        Vector128<float> pairs = Vector128.Min(skill, Vector128.Shuffle(skill, Vector128.Create(1, 0, 3, 2)));
        return Math.Min(pairs[0], pairs[2]) / Math.Max(Best(skill), 1e-9);
    }
}
