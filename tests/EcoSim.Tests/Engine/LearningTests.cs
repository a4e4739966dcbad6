using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;

namespace EcoSim.Tests.Engine;

/// <summary>The closed form of learning agrees with small steps of its law of motion.</summary>
public sealed class LearningTests
{
    /// <summary>Some thirty roundings of single precision, each 6·10⁻⁸ of the value.</summary>
    private const double Rounding = 2e-6;

    private static readonly Vector128<float> Forgetting = Vector128.Create(0.008f, 0.005f, 0.004f, 0.02f);
    private static readonly Vector128<float> Exposure = Vector128.Create(0.9f, 0.3f, 0.05f, 0f);

    [Theory]
    [InlineData(0.2f, 1f, 1)]
    [InlineData(0.2f, 1.5f, 48)]
    [InlineData(1.4f, 1f, 6)]
    [InlineData(1.4f, 1f, 240)]
    [InlineData(1.0f, 1f, 36)]
    [InlineData(0.01f, 2f, 480)]
    public void Closed_form_equals_small_steps(float start, float frontier, int months)
    {
        const float speed = 0.07f;
        Vector128<float> found = Learning.After(Vector128.Create(start), Vector128.Create(frontier), Exposure, speed, Forgetting, months);
        for (int skill = 0; skill < 4; skill++)
        {
            double a = Exposure[skill] * (double)speed, b = Forgetting[skill] * (1.0 - Exposure[skill]);
            const int stepsAMonth = 1000;
            double s = start, h = 1.0 / stepsAMonth;
            for (int step = 0; step < months * stepsAMonth; step++)
            {
                double Slope(double at) => a * Math.Max(frontier - at, 0) - b * at;
                s += h * Slope(s + 0.5 * h * Slope(s));
            }

            // The kink at the frontier costs the midpoint rule at most one step's change: h·(a + b)·s.
            double tolerance = Rounding * Math.Max(s, 1) + h * (a + b) * Math.Max(s, start);
            Assert.True(Math.Abs(found[skill] - s) < tolerance, $"skill {skill}: {found[skill]:R} in closed form, {s:R} in small steps, tolerance {tolerance:G2}.");
        }
    }

    [Fact]
    public void Two_spells_at_one_job_are_one_long_spell()
    {
        Vector128<float> start = Vector128.Create(0.3f, 1.4f, 0.9f, 2f), frontier = Vector128.Create(1.2f);
        Vector128<float> once = Learning.After(start, frontier, Exposure, 0.05f, Forgetting, 31);
        Vector128<float> twice = Learning.After(Learning.After(start, frontier, Exposure, 0.05f, Forgetting, 12), frontier, Exposure, 0.05f, Forgetting, 19);
        for (int skill = 0; skill < 4; skill++)
        {
            Assert.Equal(once[skill], twice[skill], 2 * Rounding * 2);
        }
    }

    [Fact]
    public void No_time_changes_nothing()
    {
        Vector128<float> start = Vector128.Create(0.3f, 1.4f, 0.9f, 2f);
        Vector128<float> after = Learning.After(start, Vector128.Create(1.2f), Exposure, 0.05f, Forgetting, 0);
        for (int skill = 0; skill < 4; skill++)
        {
            Assert.Equal(start[skill], after[skill], Rounding * 2);
        }
    }
}
