using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Rooms.Spillovers;

/// <summary>Three ledgers of spillover.</summary>
public static class SpilloversEquations
{
    /// <summary>Level that published knowledge tends to: 1 + gain · strength · openness · research · reach.</summary>
    /// <param name="gain">Gain when everything is published at the reference size.</param>
    /// <param name="strength">Strength of the spillover channel, 0-1.</param>
    /// <param name="openness">Share published, 0-1.</param>
    /// <param name="research">The anchors' research and AI knowledge over the reference.</param>
    /// <param name="reach">exp(−ρ·d), 0-1.</param>
    public static double PublicLevel(double gain, double strength, double openness, double research, double reach) =>
        1 + gain * strength * openness * research * reach;

    /// <summary>Absorptive capacity n/(n + n½), 0-1, of technical staff weighted by their skill.</summary>
    public static double Absorption(double technical, double half) => technical / (technical + half);

    /// <summary>The same for four firms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Absorption(Vector256<double> technical, double half) => technical / (technical + Vector256.Create(half));

    /// <summary>Knowledge gained from a stock above one's own: share · (P − A)₊.</summary>
    public static double Gain(double share, double stock, double knowledge) => share * Math.Max(stock - knowledge, 0);

    /// <summary>The same for four firms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Gain(Vector256<double> share, Vector256<double> stock, Vector256<double> knowledge) =>
        share * Vector256.Max(stock - knowledge, Vector256<double>.Zero);

    /// <summary>Knowledge that a hire brings: γ · absorption · (s − A)₊/n. The skill itself stays with the hire and is not counted again.</summary>
    public static double HireGain(double transfer, double absorption, double skill, double knowledge, double staff) =>
        transfer * absorption * Math.Max(skill - knowledge, 0) / Math.Max(staff, 1);
}
