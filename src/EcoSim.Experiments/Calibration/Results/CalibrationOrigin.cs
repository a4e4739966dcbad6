using System.Text.Json;
using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>What the manifest in a calibration's folder tells of how it was made; null where it does not say.</summary>
public sealed record CalibrationOrigin
{
    /// <summary>Names under which the manifest keeps how a free parameter was declared.</summary>
    public const string DeclaredDefault = "declared_default", DeclaredLeast = "declared_least", DeclaredMost = "declared_most";

    /// <summary>Name under which the manifest keeps what the model computed.</summary>
    public const string Probe = "model_probe";

    /// <summary>People in the region that it ran at.</summary>
    public int? Workers { get; private init; }

    /// <summary>Scenario that was calibrated.</summary>
    public string? Scenario { get; private init; }

    /// <summary>
    /// That it was made by another version of the model or one that computes otherwise, or that its free parameters were declared otherwise, as words that follow its name; null where nothing differs or it cannot be told.
    /// </summary>
    public string? MadeOtherwise { get; private init; }

    /// <summary>False where nothing tells that a calibration made what is in the folder.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>That it is not known, as words that follow the name of a file in the folder.</summary>
    public const string Unknown = "has no manifest.json of a calibration beside it, so which model, scenario and targets it comes from is not known and cannot be checked";

    /// <summary>What to do about that.</summary>
    public const string UnknownRemedy = "Give the folder that 'ecosim calibrate' wrote, or keep its manifest.json beside the file.";

    /// <summary>What to do where it was made otherwise.</summary>
    public const string Remedy = "Calibrate again with this program, or read what comes of it as found with the other.";

    /// <summary>Reads the manifest in a folder. One that is missing or damaged tells nothing, since all of this makes remarks only.</summary>
    public static CalibrationOrigin In(string folder)
    {
        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
            JsonElement root = manifest.RootElement;
            return new CalibrationOrigin
            {
                Workers = root.TryGetProperty("workers", out JsonElement workers) && workers.TryGetInt32(out int count) ? count : null,
                Scenario = Text(root, "scenario"),
                MadeOtherwise = IsOfCalibration(root) ? Differences(root) : null,
                IsKnown = IsOfCalibration(root),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return new CalibrationOrigin();
        }
    }

    private static bool IsOfCalibration(JsonElement root) => Text(root, "command") == CalibrationFolder.Command;

    private static string? Differences(JsonElement root)
    {
        string? program = Program(Text(root, "version"), Text(root, Probe), Text(root, "model_build"));
        string[] changed = root.TryGetProperty("priors", out JsonElement priors) ? [.. priors.EnumerateObject().SelectMany(Changes)] : [];
        string since = string.Join(", ", changed);
        return (program, since) switch
        {
            (null, "") => null,
            (null, _) => $"was made when parameters were declared otherwise: {since}",
            (_, "") => $"was made by {program}",
            _ => $"was made by {program}, with parameters declared otherwise: {since}",
        };
    }

    private static string? Program(string? version, string? probe, string? build) =>
        version is not null && version != ProgramVersion.Text ? $"another version of the model ({version}, here {ProgramVersion.Text})"
        : probe is not null && probe != ModelProbe.Text ? $"a model that computes otherwise ({probe}, here {ModelProbe.Text})"
        : probe is null && build is not null && build != ProgramVersion.ModelBuild ? "another build of the model, and does not say what that computes"
        : null;

    /// <summary>How the declaration of a free parameter differs. Manifests that do not keep it tell of a range that no longer holds the prior.</summary>
    private static IEnumerable<string> Changes(JsonProperty prior)
    {
        if (Catalogue.Find(prior.Name) is not { } now)
        {
            yield break;
        }

        if (Number(prior.Value, DeclaredDefault) is { } before && before != now.Default)
        {
            yield return $"default of {now.Path} {now.Format(before)}, here {now.Format(now.Default)}";
        }

        double least = Number(prior.Value, DeclaredLeast) ?? Math.Min(now.Min, Number(prior.Value, "from") ?? now.Min);
        double most = Number(prior.Value, DeclaredMost) ?? Math.Max(now.Max, Number(prior.Value, "to") ?? now.Max);
        if (least != now.Min || most != now.Max)
        {
            yield return $"range of {now.Path} {now.Format(least)} to {now.Format(most)}, here {now.Format(now.Min)} to {now.Format(now.Max)}";
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
