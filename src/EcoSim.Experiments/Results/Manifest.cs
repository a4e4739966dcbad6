using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Results;

/// <summary>Where a result comes from: enough to repeat it, and to know whether it must be repeated.</summary>
public sealed record Manifest
{
    public const string FileName = "manifest.json";

    public required string Name { get; init; }
    public required string ContentHash { get; init; }
    public required string Version { get; init; }

    /// <summary>Identity of the compiled model.</summary>
    public required string ModelBuild { get; init; }

    public required LedgerScope Ledger { get; init; }
    public required bool Checked { get; init; }
    public required int ReplicatesDone { get; init; }

    /// <summary>True when every replicate asked for is there, twins included.</summary>
    public required bool Complete { get; init; }

    /// <summary>Name and size in bytes of the other files written with the manifest.</summary>
    public required IReadOnlyList<(string Name, long Bytes)> Files { get; init; }

    /// <summary>What the result was made from beside its <see cref="ContentHash"/>; empty where that tells all.</summary>
    public IReadOnlyList<ResultInput> Inputs { get; init; } = [];

    /// <summary>What a later result of the same name was made from otherwise, each as it was here; empty where nothing differs.</summary>
    /// <param name="now">The later result.</param>
    public IReadOnlyList<string> InputsOtherThan(Manifest now)
    {
        if (Inputs.Count == 0 || now.Inputs.Count == 0)
        {
            return ContentHash == now.ContentHash ? [] : [Inputs.Count == now.Inputs.Count ? ResultInput.Parameters : ResultInput.Any];
        }

        return [.. Inputs.Join(now.Inputs, input => input.Name, input => input.Name, (before, after) => (before, after))
            .Where(pair => pair.before.Fingerprint != pair.after.Fingerprint).Select(pair => pair.before.Beside(pair.after))];
    }

    /// <summary>What a later result of the same name tells of itself and this one, of an earlier version, does not, so that it may have been otherwise. Parameters and design are told by the <see cref="ContentHash"/>.</summary>
    /// <param name="now">The later result.</param>
    public IReadOnlyList<string> InputsNotTold(Manifest now) =>
        [.. now.Inputs.Select(input => input.Name).Except([.. Inputs.Select(input => input.Name), ResultInput.Parameters, ResultInput.Design])];

    /// <summary>True when series and ledger are written so.</summary>
    public bool Has(TableFormat format)
    {
        string series = format == TableFormat.Parquet ? SeriesParquet.Name : SeriesCsv.Name;
        return Files.Any(file => file.Name == series);
    }

    /// <summary>True when this result already holds what would be computed again.</summary>
    public bool Serves(Scenario scenario, EnsembleOptions options, string hash) =>
        Complete
        && ContentHash == hash
        && Version == ProgramVersion.Text
        && ModelBuild == ProgramVersion.ModelBuild
        && ReplicatesDone >= scenario.Plan.Parameters.Run.Replicates
        && Ledger >= options.Ledger
        && (Checked || !options.Check);
}

/// <summary>How a run went, for the manifest.</summary>
/// <param name="CommandLine">The full command line.</param>
/// <param name="Started">When the run started.</param>
/// <param name="Duration">How long the simulation took.</param>
/// <param name="Options">How the ensemble was run.</param>
/// <param name="Format">How series and ledger are written.</param>
public sealed record RunCircumstances(
    string CommandLine, DateTimeOffset Started, TimeSpan Duration, EnsembleOptions Options, TableFormat Format = TableFormat.Csv);
