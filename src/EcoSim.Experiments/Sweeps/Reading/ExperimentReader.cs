using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>What an experiment is read for, which decides what it must say.</summary>
/// <param name="NeedsDesign">True where points come from its design.</param>
/// <param name="Points">Number of points given on the command line, or null.</param>
/// <param name="PointsAreChosen">True where a budget of time chooses the number of points.</param>
/// <param name="NeedsContinuum">True where every parameter must be able to take any value between its ends.</param>
public sealed record ExperimentUse(bool NeedsDesign, int? Points = null, bool PointsAreChosen = false, bool NeedsContinuum = false);

/// <summary>What came of reading an experiment: either the experiment, or everything that is wrong with it.</summary>
/// <param name="Experiment">The experiment, or null when there is a problem.</param>
/// <param name="Problems">All problems found.</param>
public sealed record ExperimentReading(Experiment? Experiment, IReadOnlyList<Problem> Problems)
{
    /// <summary>The files, first parent first.</summary>
    internal IReadOnlyList<ScenarioLayer> Layers { get; init; } = [];
}

/// <summary>
/// Reads an experiment: a scenario file that also says what varies. Layers, <c>--set</c> and checks are those of scenarios; of the keys of
/// experiments the last layer that states one wins, each varied parameter by itself.
/// </summary>
public static class ExperimentReader
{
    /// <summary>Reads and checks an experiment. Bad input never throws: everything wrong with it is in the result.</summary>
    /// <param name="path">Path to a JSON file, or the name of an experiment on disk or shipped with the program.</param>
    /// <param name="sets">Each <c>PATH=VALUE</c> from the command line, in order.</param>
    /// <param name="use">What it is read for.</param>
    public static ExperimentReading Read(string path, IReadOnlyList<string> sets, ExperimentUse use)
    {
        var findings = new Findings();
        ScenarioFile? file = ScenarioFile.NamedExperiment(path);
        if (file is null)
        {
            findings.Add(
                path, null, "", ScenarioFile.Missing(path),
                ShippedScenarios.Names.Contains(path)
                    ? $"an experiment; '{path}' is a scenario: ecosim run {path}"
                    : "a path to an experiment file, or one of the shipped ones: " + string.Join(", ", ShippedScenarios.Experiments),
                NearestName.Among(Path.GetFileNameWithoutExtension(path), ShippedScenarios.Experiments));
            return new ExperimentReading(null, findings.Problems);
        }

        return Read(file, sets, use, findings);
    }

    /// <summary>The same from a file that was found.</summary>
    internal static ExperimentReading Read(ScenarioFile file, IReadOnlyList<string> sets, ExperimentUse use, Findings findings)
    {
        IReadOnlyList<ScenarioLayer> layers = ExtendsChain.Follow(file, findings);
        var own = new ExperimentLayers(layers);
        own.CheckKeys(findings);
        int? replicates = new CountReader(own, findings).Read(ExperimentGrammar.Replicates, 1, (int)Catalogue.Get("run.replicates").Max);
        ScenarioReading scenario = ScenarioReader.Read(
            own.Scenario, [.. replicates is { } count ? [$"run.replicates={count}"] : Array.Empty<string>(), .. sets], new Findings());
        Experiment? experiment = findings.Incomplete ? null : Compose(own, scenario.Scenario, use, findings);
        Problem[] problems = [.. findings.Problems.Concat(scenario.Problems).Distinct().OrderBy(problem => problem.OnCommandLine).ThenBy(problem => problem.Line ?? 0).ThenBy(problem => problem.Column ?? 0)];
        return new ExperimentReading(problems.Length == 0 ? experiment : null, problems) { Layers = own.Scenario };
    }

    /// <summary>The experiment as far as it can be put together; where the scenario is not valid, the rest is checked all the same.</summary>
    private static Experiment? Compose(ExperimentLayers own, Scenario? scenario, ExperimentUse use, Findings findings)
    {
        Plan plan = scenario?.Plan ?? new Plan(new Parameters());
        IReadOnlyList<Variation> variations = new VariationReader(own, plan, findings).Read();
        var counts = new CountReader(own, findings);
        int? points = counts.Read(ExperimentGrammar.Points, 1, ExperimentGrammar.MostPoints) is var stated && use.Points is { } given ? given : stated;
        long seed = (long)(counts.ReadNumber(ExperimentGrammar.DesignSeed, 0, long.MaxValue / 2) ?? plan.Parameters.Run.Seed);
        IReadOnlyList<OutcomeMeasure> outcomes = new OutcomeReader(own, scenario?.Plan, findings).Read();
        SensitivityChoice sensitivity = counts.ReadSensitivity();
        CalibrationChoice calibration = counts.ReadCalibration();
        if (use.NeedsContinuum)
        {
            RefuseLevels(own, variations, findings);
        }

        var design = new DesignReader(own, findings);
        DesignKind kind = design.Read(variations, use, points);
        if (findings.Problems.Count > 0 || scenario is null)
        {
            return null;
        }

        Parameters parameters = Catalogue.Copy(scenario.Plan.Parameters);
        parameters.Run.Counterfactual = false;
        Scenario alone = scenario with { Plan = scenario.Plan with { Parameters = parameters } };
        return new Experiment(alone, design.Table is null ? variations : design.TableVariations, kind, points, seed, outcomes)
        {
            Table = design.Table,
            Sensitivity = sensitivity,
            Calibration = calibration,
        };
    }

    private static void RefuseLevels(ExperimentLayers own, IReadOnlyList<Variation> variations, Findings findings)
    {
        foreach (Variation variation in variations.Where(variation => variation.HasLevels))
        {
            string path = $"{ExperimentGrammar.Parameters}.{variation.Parameter.Path}";
            StatedEntry? stated = own.Find(path);
            findings.Add(
                stated?.Layer.Label ?? own.Label, stated?.Entry.KeyPlace, path, "levels, between which nothing can be fitted",
                "a \"distribution\" (uniform, loguniform, normal) with from and to");
        }
    }
}
