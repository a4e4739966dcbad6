using System.Text.Json;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Sweeps.Results;

/// <summary>What the manifest of a sweep says of it, beside what every manifest says.</summary>
public sealed record SweepDescription
{
    public required string Experiment { get; init; }
    public required string Question { get; init; }
    public required string Design { get; init; }
    public required IReadOnlyList<string> Parameters { get; init; }
    public required IReadOnlyList<string> Outcomes { get; init; }
    public required int Points { get; init; }
    public required int Replicates { get; init; }
    public required long Seed { get; init; }
    public required long DesignSeed { get; init; }
    public required int Months { get; init; }

    /// <summary>Worlds that differ.</summary>
    public required int Worlds { get; init; }

    public required Shard Shard { get; init; }

    /// <summary>How the points were chosen; a design that this version does not know is like one made elsewhere.</summary>
    public DesignKind Kind => Enum.TryParse(Design, out DesignKind kind) ? kind : DesignKind.Csv;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("experiment", Experiment);
        json.WriteString("question", Question);
        json.WriteString("design", Design);
        WriteTexts("parameters", Parameters);
        WriteTexts("outcomes", Outcomes);
        json.WriteNumber("points", Points);
        json.WriteNumber("replicates", Replicates);
        json.WriteNumber("seed", Seed);
        json.WriteNumber("design_seed", DesignSeed);
        json.WriteNumber("months", Months);
        json.WriteNumber("worlds", Worlds);
        json.WriteString("shard", Shard.ToString());

        void WriteTexts(string name, IReadOnlyList<string> texts)
        {
            json.WriteStartArray(name);
            foreach (string text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>What a manifest says. Throws <see cref="RefusedException"/> when it is not that of a sweep.</summary>
    public static SweepDescription Read(string folder)
    {
        string path = Path.Combine(folder, Manifest.FileName);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement json = document.RootElement;
            return new SweepDescription
            {
                Experiment = json.GetProperty("experiment").GetString()!,
                Question = json.GetProperty("question").GetString()!,
                Design = json.GetProperty("design").GetString()!,
                Parameters = Texts(json, "parameters"),
                Outcomes = Texts(json, "outcomes"),
                Points = json.GetProperty("points").GetInt32(),
                Replicates = json.GetProperty("replicates").GetInt32(),
                Seed = json.GetProperty("seed").GetInt64(),
                DesignSeed = json.GetProperty("design_seed").GetInt64(),
                Months = json.GetProperty("months").GetInt32(),
                Worlds = json.GetProperty("worlds").GetInt32(),
                Shard = Runs.Shard.Read(json.GetProperty("shard").GetString()!)!,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"'{folder}' is no folder of a sweep: '{path}' cannot be read. Name a folder that 'ecosim sweep' wrote.");
        }
        catch (KeyNotFoundException)
        {
            throw new RefusedException($"'{folder}' is no result of a sweep: its manifest has no design of one. Name a folder that 'ecosim sweep' wrote, such as results/sweep-first-try.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new RefusedException($"'{path}' is damaged or not that of a sweep ({error.Message.ReplaceLineEndings(" ")}). Name a folder that 'ecosim sweep' wrote.");
        }
    }

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
