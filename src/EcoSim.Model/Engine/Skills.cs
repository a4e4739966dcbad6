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
    public static double Best(Vector128<float> skill) => Math.Max(Math.Max(skill[0], skill[1]), Math.Max(skill[2], skill[3]));

    /// <summary>Weakest over best skill, 0-1.</summary>
    public static double Balance(Vector128<float> skill) =>
        Math.Min(Math.Min(skill[0], skill[1]), Math.Min(skill[2], skill[3])) / Math.Max(Best(skill), 1e-9);
}
