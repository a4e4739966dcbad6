using System.Text.Encodings.Web;
using System.Text.Json;
using EcoSim.Experiments.Ensembles;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Results;

/// <summary>Writes and reads <c>manifest.json</c>.</summary>
public static class ManifestText
{
    private const string InputsName = "inputs";

    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream file, Manifest manifest, EnsembleResult result, RunCircumstances how)
    {
        Plan plan = result.Scenario.Plan;
        using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        json.WriteString("name", manifest.Name);
        json.WriteString("question", result.Scenario.Question);
        json.WriteString("version", manifest.Version);
        json.WriteString("model_build", manifest.ModelBuild);
        json.WriteString("content_hash", manifest.ContentHash);
        json.WriteString("command_line", how.CommandLine);
        json.WriteString("started", how.Started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        json.WriteNumber("duration_seconds", Math.Round(how.Duration.TotalSeconds, 3));
        json.WriteNumber("seed", plan.Parameters.Run.Seed);
        json.WriteNumber("months", plan.Parameters.Run.Months);
        json.WriteNumber("replicates", plan.Parameters.Run.Replicates);
        json.WriteNumber("replicates_done", manifest.ReplicatesDone);
        json.WriteNumber("replicates_without_anchor", result.WithoutAnchor.Count);
        json.WriteBoolean("complete", manifest.Complete);
        json.WriteBoolean("interrupted", result.Interrupted);
        WriteFailures(json, result.Failures);
        json.WriteNumber("threads", how.Options.ThreadsFor(int.MaxValue));
        json.WriteString("ledger", manifest.Ledger.ToString().ToLowerInvariant());
        json.WriteBoolean("checked", manifest.Checked);
        HomeFacts.Write(json, plan.Parameters);
        WriteFiles(json, manifest.Files);
        WriteStrings(json, "source_files", result.Scenario.SourceFiles.Select(path => Path.GetFileName(path)));
        WriteParameters(json, plan.Parameters);
        WriteStrings(json, "shocks", plan.Shocks.Select(shock => shock.Name));
        WriteStrings(json, "series", plan.Series.Select(series => series.Path));
        json.WriteEndObject();
        json.Flush();
        file.WriteByte((byte)'\n');
    }

    /// <summary>The manifest in a file, or null when there is none that this program understands.</summary>
    public static Manifest? Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement json = document.RootElement;
            return new Manifest
            {
                Name = json.GetProperty("name").GetString()!,
                ContentHash = json.GetProperty("content_hash").GetString()!,
                Version = json.GetProperty("version").GetString()!,
                ModelBuild = json.GetProperty("model_build").GetString()!,
                Ledger = Enum.Parse<LedgerScope>(json.GetProperty("ledger").GetString()!, ignoreCase: true),
                Checked = json.GetProperty("checked").GetBoolean(),
                ReplicatesDone = json.GetProperty("replicates_done").GetInt32(),
                Complete = json.GetProperty("complete").GetBoolean(),
                Files = [.. json.GetProperty("files").EnumerateObject().Select(file => (file.Name, file.Value.GetInt64()))],
                Inputs = json.TryGetProperty(InputsName, out JsonElement inputs) ? [.. inputs.EnumerateObject().Select(Input)] : [],
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes what a result was made from, where the manifest says it.</summary>
    internal static void WriteInputs(Utf8JsonWriter json, IReadOnlyList<ResultInput> inputs)
    {
        if (inputs.Count == 0)
        {
            return;
        }

        json.WriteStartObject(InputsName);
        foreach (ResultInput input in inputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("from", input.From);
            json.WriteString("fingerprint", input.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static ResultInput Input(JsonProperty input) =>
        new(input.Name, input.Value.GetProperty("from").GetString()!, input.Value.GetProperty("fingerprint").GetString()!);

    private static void WriteFailures(Utf8JsonWriter json, IReadOnlyList<RunFailure> failures)
    {
        json.WriteStartArray("failures");
        foreach (RunFailure failure in failures)
        {
            json.WriteStartObject();
            json.WriteNumber("replicate", failure.Replicate);
            json.WriteBoolean("without_anchor", failure.WithoutAnchor);
            json.WriteString("kind", failure.Cause.GetType().Name);
            json.WriteString("message", failure.Cause.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<(string Name, long Bytes)> files)
    {
        json.WriteStartObject("files");
        foreach ((string name, long bytes) in files)
        {
            json.WriteNumber(name, bytes);
        }

        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, Parameters parameters)
    {
        json.WriteStartObject("parameters");
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            string text = parameter.Format(parameter.Get(parameters));
            json.WritePropertyName(parameter.Path);
            json.WriteRawValue(parameter.Kind == ParameterKind.Date ? $"\"{text}\"" : text);
        }

        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
