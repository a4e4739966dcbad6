using System.Text.Encodings.Web;
using System.Text.Json;
using EcoSim.Experiments.Ensembles;

namespace EcoSim.Experiments.Results;

/// <summary>Writes <c>manifest.json</c> for a folder made from several runs, so that it is known as this program's work.</summary>
public static class DerivedManifest
{
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lists every file that is already in the folder and writes the manifest beside them.</summary>
    /// <param name="folder">Folder being filled.</param>
    /// <param name="command">Command that made it, such as <c>compare</c>.</param>
    /// <param name="manifest">What every manifest says; its list of files is replaced.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="more">Writes what only this command has to say.</param>
    public static void Write(string folder, string command, Manifest manifest, RunCircumstances how, Action<Utf8JsonWriter> more)
    {
        FileInfo[] files =
            [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)];
        using FileStream stream = File.Create(Path.Combine(folder, Manifest.FileName));
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("name", manifest.Name);
        json.WriteString("command", command);
        json.WriteString("version", manifest.Version);
        json.WriteString("model_build", manifest.ModelBuild);
        json.WriteString("content_hash", manifest.ContentHash);
        json.WriteString("command_line", how.CommandLine);
        json.WriteString("started", how.Started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        json.WriteNumber("duration_seconds", Math.Round(how.Duration.TotalSeconds, 3));
        json.WriteNumber("replicates_done", manifest.ReplicatesDone);
        json.WriteBoolean("complete", manifest.Complete);
        json.WriteString("ledger", nameof(LedgerScope.None).ToLowerInvariant());
        json.WriteBoolean("checked", manifest.Checked);
        json.WriteStartObject("files");
        foreach (FileInfo file in files)
        {
            json.WriteNumber(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length);
        }

        json.WriteEndObject();
        ManifestText.WriteInputs(json, manifest.Inputs);
        more(json);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}
