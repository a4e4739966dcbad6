using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Writes a scenario with every value it runs with, so that the file alone gives the same run again.</summary>
public static class ScenarioWriter
{
    /// <summary>The resolved scenario as JSON; <see cref="ScenarioReader"/> reads it back to the same plan.</summary>
    /// <remarks>It extends nothing and needs no other file: series are written out month by month, with the file they came from.</remarks>
    public static string Write(Scenario scenario)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("name", scenario.Name);
            if (scenario.Question.Length > 0)
            {
                json.WriteString("question", scenario.Question);
            }

            WriteParameters(json, scenario.Plan.Parameters, Catalogue.All);
            WriteShocks(json, scenario.Plan.Shocks);
            WriteSeries(json, scenario);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Writes these parameters, which must come in the order of the catalogue, each in its sections.</summary>
    internal static void WriteParameters(Utf8JsonWriter json, Parameters parameters, IEnumerable<ParameterDeclaration> which)
    {
        var open = new List<string>();
        foreach (ParameterDeclaration parameter in which)
        {
            string[] parts = parameter.Path.Split('.');
            int shared = open.Zip(parts[..^1]).TakeWhile(p => p.First == p.Second).Count();
            for (; open.Count > shared; open.RemoveAt(open.Count - 1))
            {
                json.WriteEndObject();
            }

            foreach (string section in parts[shared..^1])
            {
                json.WriteStartObject(section);
                open.Add(section);
            }

            WriteValue(json, parts[^1], parameter, parameter.Get(parameters));
        }

        open.ForEach(_ => json.WriteEndObject());
    }

    private static void WriteShocks(Utf8JsonWriter json, IReadOnlyList<Shock> shocks)
    {
        if (shocks.Count == 0)
        {
            return;
        }

        json.WriteStartObject(ScenarioGrammar.Shocks);
        foreach (Shock shock in shocks)
        {
            json.WriteStartObject(shock.Name);
            json.WriteNumber("month", shock.Month);
            if (shock.Until is { } until)
            {
                json.WriteNumber("until", until);
            }

            json.WriteStartObject("set");
            foreach ((string path, double value) in shock.Settings)
            {
                WriteValue(json, path, Catalogue.Get(path), value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, Scenario scenario)
    {
        if (scenario.Plan.Series.Count == 0)
        {
            return;
        }

        json.WriteStartObject(ScenarioGrammar.Series);
        foreach (DrivenSeries series in scenario.Plan.Series)
        {
            json.WriteStartObject(series.Path);
            if (scenario.SeriesSources.TryGetValue(series.Path, out string? source))
            {
                json.WriteString("source", source);
            }

            json.WriteString("monthly", MonthlyText.Write(series.Monthly));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string key, ParameterDeclaration parameter, double value)
    {
        json.WritePropertyName(key);
        switch (parameter.Kind)
        {
            case ParameterKind.Date:
                json.WriteStringValue(parameter.Format(value));
                break;
            case ParameterKind.Integer:
                json.WriteRawValue(value.ToString("F0", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteRawValue(parameter.Format(value));
                break;
        }
    }
}
