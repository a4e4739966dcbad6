using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Results;

/// <summary>Fingerprint of everything that decides the bytes of a replicate.</summary>
/// <remarks>
/// The number of replicates is left out: a result with more of them serves a request for fewer. Name and question are
/// left out too, since they change no number.
/// </remarks>
public static class ContentHash
{
    private const string ReplicatesPath = "run.replicates";

    /// <summary>SHA-256 over the canonical text of plan and version, as lower-case hexadecimal digits.</summary>
    public static string Of(Plan plan) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(plan))));

    private static string Canonical(Plan plan)
    {
        var text = new StringBuilder();
        text.Append("version=").Append(ProgramVersion.Text).Append('\n');
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            if (parameter.Path != ReplicatesPath)
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
