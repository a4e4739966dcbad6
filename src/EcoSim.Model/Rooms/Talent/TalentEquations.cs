using System.Runtime.Intrinsics;

namespace EcoSim.Model.Rooms.Talent;

/// <summary>What a workplace teaches.</summary>
public static class TalentEquations
{
    /// <summary>Scale and pressure of an anchor, 0-1, with diminishing returns: n/(n + n½).</summary>
    /// <param name="size">Anchor staff as a share of the region's workers.</param>
    /// <param name="halfSize">Share at which the pressure is one half, above 0.</param>
    public static double Pressure(double size, double halfSize) => size / (size + halfSize);

    /// <summary>Frontier of an anchor per skill: 1 + strength · (pressure · premium + gain · log₂ K), K counted from a half.</summary>
    /// <param name="strength">Strength of the talent channel, 0-1.</param>
    /// <param name="pressure">Pressure, 0-1.</param>
    /// <param name="premium">Premium per skill at full pressure.</param>
    /// <param name="aiGain">Gain per skill when AI knowledge doubles from one.</param>
    /// <param name="aiKnowledge">The anchor's AI knowledge, at least 0.</param>
    public static Vector128<float> AnchorFrontier(
        double strength, double pressure, Vector128<float> premium, Vector128<float> aiGain, double aiKnowledge) =>
        Vector128<float>.One + (premium * (float)pressure + aiGain * (float)Math.Log2(Math.Max(aiKnowledge, 0.5))) * (float)strength;

    /// <summary>Exposure of a job: its own trade, and the broad work of other trades in a share of the time.</summary>
    /// <param name="trade">Exposure of the trade, 0-1 per skill.</param>
    /// <param name="breadth">Share of time in other trades' work, 0-1.</param>
    /// <param name="broad">Exposure that such work gives in every skill, 0-1.</param>
    /// <param name="tilt">Extra exposure of the division per skill.</param>
    public static Vector128<float> Exposure(Vector128<float> trade, double breadth, double broad, Vector128<float> tilt) =>
        Vector128.Min(trade * (float)(1 - breadth) + Vector128.Create((float)(breadth * broad)) + tilt, Vector128<float>.One);

    /// <summary>Forgetting per month of a skill with this half-life in months.</summary>
    public static double Forgetting(double halfLife) => Math.Log(2) / halfLife;
}
