using ScottPlot;

namespace EcoSim.Reporting.Style;

/// <summary>Colours that people with any common colour blindness can tell apart (Okabe and Ito 2008).</summary>
internal static class Colours
{
    public static readonly Color Blue = Color.FromHex("#0072B2");
    public static readonly Color Vermillion = Color.FromHex("#D55E00");
    public static readonly Color Green = Color.FromHex("#009E73");
    public static readonly Color Orange = Color.FromHex("#E69F00");
    public static readonly Color Purple = Color.FromHex("#CC79A7");
    public static readonly Color Sky = Color.FromHex("#56B4E9");
    public static readonly Color Ink = Color.FromHex("#222222");
    public static readonly Color Quiet = Color.FromHex("#5A5A5A");
    public static readonly Color Grid = Color.FromHex("#E4E4E4");
    public static readonly Color Paper = Color.FromHex("#FFFFFF");

    /// <summary>In order of use; the first four differ most in lightness too.</summary>
    public static readonly Color[] Sequence = [Blue, Vermillion, Green, Orange, Purple, Sky, Ink];
}
