using System.Text.Json;

namespace EcoSim.Cli.Clustering;

/// <summary>The job that was submitted last, kept in a file so that the same command finds it again.</summary>
/// <param name="Job">Its number.</param>
/// <param name="Sweep">Fingerprint of the sweep.</param>
/// <param name="Tasks">Parts of the sweep.</param>
internal sealed record SubmittedJob(string Job, string Sweep, int Tasks)
{
    private const string Name = "submitted.json";

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(this) + "\n");

    /// <summary>The job of this folder; null when there is none, or what is there cannot be read.</summary>
    public static SubmittedJob? Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<SubmittedJob>(File.ReadAllText(path)) is { Job: not null, Sweep: not null, Tasks: > 0 } job ? job : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));
}
