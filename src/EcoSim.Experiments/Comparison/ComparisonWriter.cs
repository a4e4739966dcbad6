using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Comparison;

/// <summary>Writes the folder of a comparison.</summary>
public static class ComparisonWriter
{
    /// <summary>Longest name of a folder; longer ones end in a fingerprint of what was cut.</summary>
    private const int LongestName = 100;

    /// <summary>Name of the folder: <c>compare-BASELINE-OTHER…</c></summary>
    public static string FolderName(IEnumerable<string> labels)
    {
        string name = "compare-" + string.Join('-', labels);
        return name.Length <= LongestName ? name : name[..(LongestName - 9)] + "-" + Fingerprint(name)[..8];
    }

    /// <summary>Replaces the folder by this comparison, all at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Its name.</param>
    /// <param name="worlds">The worlds.</param>
    /// <param name="comparisons">What came of comparing them.</param>
    /// <param name="how">How it was made.</param>
    /// <param name="precision">What came of adding replicates, or null when none were to be added.</param>
    /// <param name="illustrate">Adds figures and page to the folder being filled; null for neither.</param>
    public static void Write(
        ResultsFolder folder, string name, Alignment worlds, IReadOnlyList<PairedComparison> comparisons, RunCircumstances how,
        PrecisionResult? precision = null, Action<string>? illustrate = null) =>
        folder.Replace(staging =>
        {
            File.WriteAllBytes(Path.Combine(staging, ComparisonCsv.EffectsName), ComparisonCsv.Effects(comparisons).Span);
            File.WriteAllBytes(Path.Combine(staging, ComparisonCsv.DifferenceName), ComparisonCsv.Differences(comparisons).Span);
            File.WriteAllBytes(Path.Combine(staging, ComparisonCsv.PairsName), ComparisonCsv.Pairs(comparisons).Span);
            File.WriteAllBytes(Path.Combine(staging, ValueCsv.Name), ComparisonCsv.Values(comparisons).Span);
            if (JointWorld.Among(comparisons) is { Count: > 0 } joint)
            {
                File.WriteAllBytes(Path.Combine(staging, ComparisonCsv.JointName), ComparisonCsv.Joint(joint).Span);
            }

            illustrate?.Invoke(staging);
            ComparedWorld[] all = [worlds.Baseline, .. worlds.Others];
            var manifest = new Manifest
            {
                Name = name,
                ContentHash = Fingerprint(string.Join('\n', all.Select(world => ContentHash.Of(world.Scenario.Plan)))),
                Version = worlds.Baseline.Version,
                ModelBuild = worlds.Baseline.ModelBuild,
                Ledger = LedgerScope.None,
                Checked = how.Options.Check,
                ReplicatesDone = worlds.Baseline.Replicates.Count,
                Complete = true,
                Files = [],
            };
            DerivedManifest.Write(staging, "compare", manifest, how, json => 
            {
                WriteWorlds(json, worlds, comparisons);
                WritePrecision(json, precision);
            });
        });

    private static void WriteWorlds(Utf8JsonWriter json, Alignment worlds, IReadOnlyList<PairedComparison> comparisons)
    {
        json.WriteNumber("seed", worlds.Baseline.Setup.Seed);
        json.WriteNumber("months", worlds.Baseline.Replicates[0].Series.Months);
        json.WriteString("interval", "95 % Student, paired by replicate");
        json.WriteString("p_adjusted_by", "Holm, over the outcomes of each pair of worlds");
        json.WriteString("headline", comparisons[0].Headline.Outcome);
        json.WriteStartObject("baseline");
        WriteWorld(json, worlds.Baseline);
        json.WriteEndObject();
        json.WriteStartArray("others");
        foreach (PairedComparison comparison in comparisons)
        {
            json.WriteStartObject();
            WriteWorld(json, comparison.Other);
            json.WriteBoolean("identical", comparison.Identical);
            json.WriteStartArray("changes");
            foreach (PlanChange change in comparison.Changes)
            {
                json.WriteStartObject();
                json.WriteString("what", change.What);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in worlds.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    private static void WritePrecision(Utf8JsonWriter json, PrecisionResult? precision)
    {
        if (precision is null)
        {
            return;
        }

        json.WriteStartObject("precision");
        json.WriteString("outcome", precision.Headline);
        json.WriteNumber("asked_half_width", precision.Target.Share);
        if (double.IsFinite(precision.Verdict.HalfWidth))
        {
            json.WriteNumber("half_width", precision.Verdict.HalfWidth);
        }

        json.WriteString("half_width_unit", "share of the baseline's mean");
        json.WriteBoolean("reached", precision.Verdict.State == PrecisionState.Reached);
        json.WriteNumber("most_replicates", precision.Target.MostPairs);
        json.WriteEndObject();
    }

    private static void WriteWorld(Utf8JsonWriter json, ComparedWorld world)
    {
        json.WriteString("name", world.Label);
        json.WriteString("origin", world.Origin);
        json.WriteString("content_hash", ContentHash.Of(world.Scenario.Plan));
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
