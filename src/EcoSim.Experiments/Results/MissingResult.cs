using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Discovery;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sensitivity;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Experiments.Validation;
using EcoSim.Experiments.WarmUp;

namespace EcoSim.Experiments.Results;

/// <summary>Says that a result does not exist, and where it can be told which command makes it.</summary>
public static class MissingResult
{
    private const string UsualFolder = "results", Any = "*";

    /// <summary>Results that are made from a scenario, experiment or calibration; the last one, whose folder is the scenario's bare name, fits all that no other fits.</summary>
    private static readonly Kind[] Kinds =
    [
        new(AttributionFolder.NameOf(Any), "attribute *", ScenarioFile.Named, () => ShippedScenarios.Names),
        new(CalibrationFolder.RecoveryNameOf(Any), "calibrate * --recovery 10", ScenarioFile.NamedCalibration, () => ShippedScenarios.Calibrated),
        new(CalibrationFolder.NameOf(Any), "calibrate *", ScenarioFile.NamedCalibration, () => ShippedScenarios.Calibrated),
        new(ContestedFolder.NameOf(Any), "validate * --contested", ScenarioFile.Named, () => ShippedScenarios.Names),
        new(HeadlineFolder.NameOf(Any), "headline *", ScenarioFile.Named, () => ShippedScenarios.Names),
        new(SensitivityFolder.NameOf(Any), "sensitivity *", ScenarioFile.NamedExperiment, () => ShippedScenarios.Experiments),
        new(SweepFolder.NameOf(Any, Shard.Whole), "sweep *", ScenarioFile.NamedExperiment, () => ShippedScenarios.Experiments),
        new(ValidationFolder.NameOf(Any), "validate *", ScenarioFile.Named, () => ShippedScenarios.Names),
        new(WarmUpFolder.NameOf(Any), "validate * --warm-up", ScenarioFile.Named, () => ShippedScenarios.Names),
        new(Any, "run *", ScenarioFile.Named, () => ShippedScenarios.Names),
    ];

    /// <summary>Results of which the name does not tell the whole command.</summary>
    private static readonly (string Folder, string Command)[] Others =
        [(ComparisonWriter.FolderName([""]), "compare BASELINE OTHER"), (DiscoveryFolder.NameOf(""), "discover RESULTS STATEMENT")];

    /// <summary>The folder that a bare name without a folder of its own means among the usual results, "results/no-cloud"; null when there is none.</summary>
    public static string? Usual(string typed)
    {
        bool bare = typed.Length > 0 && typed.AsSpan().IndexOfAny('/', '\\') < 0 && typed is not ("." or "..");
        string usual = Path.Combine(UsualFolder, typed);
        return bare && !Path.Exists(typed) && Directory.Exists(usual) ? usual : null;
    }

    /// <summary>True for an argument that can only mean a results folder which is not there: a path to nothing, named as results are or among results.</summary>
    public static bool IsMeant(string argument)
    {
        if (argument.AsSpan().IndexOfAny('/', '\\') < 0 || argument.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || Directory.Exists(argument) || File.Exists(argument) || File.Exists(argument + ".json"))
        {
            return false;
        }

        string path = Path.TrimEndingDirectorySeparator(argument), name = Path.GetFileName(path);
        string? parent = Path.GetDirectoryName(path);
        return Path.GetFileName(parent) == UsualFolder || Kinds.SkipLast(1).Any(kind => kind.Fits(name)) || Others.Any(other => name.StartsWith(other.Folder, StringComparison.Ordinal))
            || ResultsIn(parent).Any();
    }

    /// <summary>"There is no result 'results/no-cloud'. Run first: ecosim run no-cloud". A command is offered only for what it would find.</summary>
    public static string Text(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(folder), name = Path.GetFileName(path);
        string? parent = Path.GetDirectoryName(path);
        if (File.Exists(path))
        {
            return $"'{folder}' is a file; allowed is the folder of a result{(File.Exists(Path.Combine(parent ?? "", Manifest.FileName)) ? $": '{parent}'" : ", such as results/baseline")}.";
        }

        string elsewhere = string.IsNullOrEmpty(parent) || parent == UsualFolder ? "" : $" --out {parent}", none = $"There is no result '{folder}'.";
        string among = string.IsNullOrEmpty(parent) ? UsualFolder : parent;
        if (NearestName.Among(name, ResultsIn(among)) is { } beside)
        {
            return $"{none} Did you mean '{Path.Combine(among, beside)}'?";
        }

        if (Others.FirstOrDefault(other => name.StartsWith(other.Folder, StringComparison.Ordinal)).Command is { } partly)
        {
            return $"{none} Run first: ecosim {partly}{elsewhere}";
        }

        Kind kind = Kinds.First(one => one.Fits(name));
        string source = kind.SourceOf(name);
        if (kind.Find(source) is not null)
        {
            return $"{none} Run first: ecosim {kind.CommandFor(source)}{elsewhere}";
        }

        return NearestName.Among(source, kind.Known()) is { } near
            ? $"{none} Did you mean '{Path.Combine(parent ?? "", kind.FolderFor(near))}'? Run first: ecosim {kind.CommandFor(near)}{elsewhere}"
            : $"{none} Allowed is the folder of a finished result, such as results/baseline; 'ecosim describe scenarios' lists what can be run.";
    }

    /// <summary>Names of the results in a folder; none where it is none.</summary>
    private static IEnumerable<string> ResultsIn(string? folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(found => File.Exists(Path.Combine(found, Manifest.FileName))).Select(found => Path.GetFileName(found)!)
        : [];

    /// <summary>A kind of result, with a star in place of what it is made from.</summary>
    /// <param name="Folder">Name of its folder.</param>
    /// <param name="Command">The command that makes it.</param>
    /// <param name="Find">The file that it is made from; null when there is none of that name.</param>
    /// <param name="Known">Names that come with the program.</param>
    private sealed record Kind(string Folder, string Command, Func<string, ScenarioFile?> Find, Func<IReadOnlyList<string>> Known)
    {
        private string Before => Folder[..Folder.IndexOf(Any, StringComparison.Ordinal)];

        private string After => Folder[(Folder.IndexOf(Any, StringComparison.Ordinal) + Any.Length)..];

        public bool Fits(string name) => name.Length > Before.Length + After.Length && name.StartsWith(Before, StringComparison.Ordinal) && name.EndsWith(After, StringComparison.Ordinal);

        public string SourceOf(string name) => name[Before.Length..^After.Length];

        public string CommandFor(string source) => Command.Replace(Any, source, StringComparison.Ordinal);

        public string FolderFor(string source) => Folder.Replace(Any, source, StringComparison.Ordinal);
    }
}
