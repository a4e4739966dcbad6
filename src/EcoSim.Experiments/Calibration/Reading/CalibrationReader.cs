using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Experiments.Validation;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>What came of reading a calibration: either it, or everything that is wrong.</summary>
/// <param name="Task">The calibration, or null when there is a problem.</param>
/// <param name="Problems">All problems found.</param>
public sealed record CalibrationReading(CalibrationTask? Task, IReadOnlyList<Problem> Problems)
{
    /// <summary>What is allowed in the table of figures and may be meant otherwise, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Reads a calibration: a scenario file that says which parameters are free, in the words of experiments.</summary>
public static class CalibrationReader
{
    private static readonly string[] SizesOfWorlds = ["population.workers"];

    /// <summary>Reads and checks a calibration and its figures. Bad input never throws: everything wrong with it is in the result.</summary>
    /// <param name="typed">Name of a scenario that has a calibration, or path to a calibration file.</param>
    /// <param name="sets">Each <c>PATH=VALUE</c> from the command line, in order.</param>
    /// <param name="targetsFile">Table of published figures; null for the program's own.</param>
    public static CalibrationReading Read(string typed, IReadOnlyList<string> sets, string? targetsFile)
    {
        TargetReading targets = TargetReading.Of(targetsFile);
        var findings = new Findings();
        if (Find(typed) is not { } file)
        {
            findings.Add(
                typed, null, "", ScenarioFile.Missing(typed),
                "a path to a calibration file, or the name of a scenario that has one: " + string.Join(", ", ShippedScenarios.Calibrated),
                NearestName.Among(Path.GetFileNameWithoutExtension(typed), ShippedScenarios.Calibrated));
            return new CalibrationReading(null, [.. findings.Problems, .. targets.Problems]);
        }

        ExperimentReading reading = ExperimentReader.Read(file, sets, new ExperimentUse(NeedsDesign: false, NeedsContinuum: true), findings);
        Moment[] moments = [.. (targets.Targets ?? []).Where(target => !target.IsInput).Select(Moment.Of)];
        if (targets.Targets is not null && moments.Length == 0)
        {
            findings = new Findings();
            findings.Add(targets.Label, null, "", "no figure of the kind emergent", "at least one; inputs are set from their source and not fitted to");
            return new CalibrationReading(null, [.. reading.Problems, .. findings.Problems]);
        }

        Problem[] problems = [.. reading.Problems, .. targets.Problems];
        return reading.Experiment is { } experiment && problems.Length == 0
            ? new CalibrationReading(new CalibrationTask(experiment, moments, targets.Label, ParentOf(reading.Layers, experiment)), []) { Warnings = targets.Warnings }
            : new CalibrationReading(null, problems);
    }

    /// <summary>The file meant; for a scenario file that has a calibration of its name, and is what that extends, the calibration.</summary>
    private static ScenarioFile? Find(string typed)
    {
        ScenarioFile? named = ScenarioFile.NamedCalibration(typed);
        if (named is null || ScenarioFile.NamedCalibration(named.Stem) is not { } calibration || calibration.Identity == named.Identity)
        {
            return named;
        }

        IReadOnlyList<ScenarioLayer> layers = ExtendsChain.Follow(calibration, new Findings());
        return layers.Count > 1 && layers[^2].File!.Identity == named.Identity ? calibration : named;
    }

    private static OverlayParent ParentOf(IReadOnlyList<ScenarioLayer> layers, Experiment experiment)
    {
        bool more = layers[^1].Entries.Any(entry => ExperimentGrammar.FirstOf(entry.Path) is ScenarioGrammar.Shocks or ScenarioGrammar.Series);
        if (layers.Count < 2 || more || ScenarioReader.Read([.. layers.Take(layers.Count - 1)], [], new Findings()).Scenario is not { } parent)
        {
            return new OverlayParent(null, false, []);
        }

        Parameters before = parent.Plan.Parameters, now = experiment.Scenario.Plan.Parameters;
        ScenarioFile file = layers[^2].File!;
        return new OverlayParent(
            file.FullPath ?? file.ShippedPath, file.FullPath is null,
            [.. Catalogue.All.Where(parameter => IsOfModel(parameter) && parameter.Get(before) != parameter.Get(now))]);
    }

    /// <summary>False for what says how large a run is, which the calibrated scenario takes from the one it extends.</summary>
    private static bool IsOfModel(ParameterDeclaration parameter) =>
        !parameter.Path.StartsWith("run.", StringComparison.Ordinal) && !SizesOfWorlds.Contains(parameter.Path);
}
