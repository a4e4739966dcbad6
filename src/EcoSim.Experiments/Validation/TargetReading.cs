using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Validation;

/// <summary>What became of reading a table of targets.</summary>
/// <param name="Targets">The targets in the order of the file; null when something is wrong.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
/// <param name="Label">What messages call the file.</param>
public sealed record TargetReading(IReadOnlyList<CalibrationTarget>? Targets, IReadOnlyList<Problem> Problems, string Label)
{
    /// <summary>What is allowed and may be meant otherwise, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The table that is part of the program: published figures with their bands and sources.</summary>
    public const string Shipped = "data/calibration-targets.csv";

    /// <summary>Reads the table at a path, or the one that is part of the program.</summary>
    /// <param name="path">Path as seen from the current folder; null for the program's own.</param>
    public static TargetReading Of(string? path)
    {
        var findings = new Findings();
        if (path is null)
        {
            string shipped = Path.GetFileName(Shipped);
            return Of(ShippedScenarios.Read(Shipped)!, shipped);
        }

        ScenarioFile? file = ScenarioFile.BesideUser(path);
        string failure = file is null ? ScenarioFile.Missing(path) : "";
        byte[]? content = file?.Read(out failure);
        if (content is null)
        {
            findings.Add("--targets", null, "", file is null ? failure : $"{file.Label}: {failure}", TargetTable.Form);
            return new TargetReading(null, findings.Problems, path);
        }

        return Of(content, file!.Label);
    }

    /// <summary>Reads a table from its bytes.</summary>
    public static TargetReading Of(byte[] content, string label)
    {
        var findings = new Findings();
        var table = new TargetTable(label, findings);
        IReadOnlyList<CalibrationTarget> targets = table.Read(content);
        return new TargetReading(findings.Problems.Count == 0 ? targets : null, findings.Problems, label) { Warnings = table.Warnings };
    }
}
