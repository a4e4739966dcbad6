using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Results;

/// <summary>A plan and the version of the program as one canonical text: equal texts, equal numbers.</summary>
internal static class PlanText
{
    /// <summary>SHA-256 of a text, as lower-case hexadecimal digits.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text without the parameters at these paths.</summary>
    public static string Of(Plan plan, IReadOnlySet<string> leftOut)
    {
        var text = new StringBuilder();
        text.Append("version=").Append(ProgramVersion.Text).Append('\n');
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            if (!leftOut.Contains(parameter.Path))
            {
                Line(text, parameter.Path, parameter.Get(plan.Parameters));
            }
        }

        // Shocks of one month apply in their order, so the order belongs to the fingerprint.
        foreach (Shock shock in plan.Shocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"shock {shock.Month} {shock.Until}\n");
            foreach ((string path, double value) in shock.Settings)
            {
                Line(text, path, value);
            }
        }

        foreach (DrivenSeries series in plan.Series.OrderBy(series => series.Path, StringComparer.Ordinal))
        {
            text.Append("series ").Append(series.Path).Append('\n');
            foreach (double value in series.Monthly)
            {
                text.Append(CultureInfo.InvariantCulture, $"{value:R}\n");
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string path, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{path}={value:R}\n");
}
