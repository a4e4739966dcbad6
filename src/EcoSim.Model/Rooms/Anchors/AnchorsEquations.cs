namespace EcoSim.Model.Rooms.Anchors;

/// <summary>How an anchor grows, learns and staffs itself.</summary>
public static class AnchorsEquations
{
    /// <summary>Labour demanded N* = Q / (1 + g·log₂ K), which is Q when AI knowledge K is 1.</summary>
    /// <param name="output">Output Q asked for, in people at the start's productivity.</param>
    /// <param name="gain">g, rise of productivity when AI knowledge doubles from one.</param>
    /// <param name="knowledge">K, at least 0.</param>
    public static double LabourDemand(double output, double gain, double knowledge) => output / Productivity(gain, knowledge);

    /// <summary>Productivity over the start's: 1 + g·log₂ K, K counted from a half, at least a tenth.</summary>
    public static double Productivity(double gain, double knowledge) => Math.Max(1 + gain * Math.Log2(Math.Max(knowledge, 0.5)), 0.1);

    /// <summary>AI knowledge a month on: dK/dt = δ·(c^a · s^(1−a) − K), so that K is 1 when compute c and research s are at their references.</summary>
    /// <param name="knowledge">K now.</param>
    /// <param name="compute">Internal compute over its reference.</param>
    /// <param name="research">Research over its reference.</param>
    /// <param name="exponent">a, 0-1.</param>
    /// <param name="obsolescence">δ per month.</param>
    public static double AiKnowledge(double knowledge, double compute, double research, double exponent, double obsolescence) =>
        knowledge + obsolescence * (Math.Pow(compute, exponent) * Math.Pow(research, 1 - exponent) - knowledge);

    /// <summary>Technology level aimed at: 1 + lead · √(research over its reference).</summary>
    public static double Technology(double lead, double research) => 1 + lead * Math.Sqrt(research);

    /// <summary>Tenure of someone who is there at the start: min(T, c) where the career c fits into the firm's age A, else T mod A.</summary>
    /// <param name="drawn">T, exponential.</param>
    /// <param name="career">c, the career so far.</param>
    /// <param name="age">A, above 0; no end for a firm older than anyone's career.</param>
    /// <remarks>
    /// An exponential time has no memory: what is left of it after whole spans A is distributed as one that is known to be below A,
    /// and one below A stays as it is. So the age moves only those whose tenure it forbids.
    /// </remarks>
    public static double TenureAtStart(double drawn, double career, double age) => career <= age ? Math.Min(drawn, career) : drawn % age;

    /// <summary>Share of staff laid off in a month: part of what stands above the band, never all.</summary>
    public static double LayoffProbability(double headcount, double target, double band, double speed) =>
        headcount <= target * (1 + band) || headcount <= 0 ? 0 : Math.Clamp(speed * (1 - target / headcount), 0, 1);
}
