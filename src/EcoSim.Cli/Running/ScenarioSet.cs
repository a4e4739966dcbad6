using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.Running;

/// <summary>Reads several scenarios and reports everything wrong with any of them.</summary>
internal static class ScenarioSet
{
    /// <summary>The scenarios, or null after the problems of all of them were written.</summary>
    public static IReadOnlyList<Scenario>? Read(IReadOnlyList<string> files, IReadOnlyList<string> sets, TextWriter problemsTo)
    {
        var problems = new List<Problem>();
        var scenarios = new List<Scenario>();
        foreach (string file in files)
        {
            ScenarioReading reading = ScenarioReader.Read(file, sets);
            problems.AddRange(reading.Problems);
            if (reading.Scenario is { } scenario)
            {
                scenarios.Add(scenario);
            }
        }

        foreach (IGrouping<string, Scenario> same in scenarios.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            problems.Add(new Problem(
                same.Last().SourceFiles.FirstOrDefault() ?? same.Key, null, null, "name",
                $"'{same.Key}', the name of {same.Count()} scenarios of this command", "a name of its own for each, since it names the results folder"));
        }

        if (problems.Count == 0)
        {
            SayWhatLooksWrong(scenarios, problemsTo);
            return scenarios;
        }

        // A setting that is wrong is wrong in every scenario; once is enough.
        problemsTo.WriteLine(ProblemText.Write([.. problems.Distinct()]).TrimEnd());
        return null;
    }

    /// <summary>Says of each scenario what can be run but should not be believed.</summary>
    /// <param name="scenarios">Scenarios without a problem.</param>
    /// <param name="saidTo">Where messages go.</param>
    public static void SayWhatLooksWrong(IEnumerable<Scenario> scenarios, TextWriter saidTo)
    {
        foreach (Scenario scenario in scenarios)
        {
            if (AnchorScale.Problem(scenario.Plan) is var (found, remedy))
            {
                saidTo.WriteLine($"{scenario.Name}: {found} {remedy}");
            }

            SayWhichChangeWins(scenario, saidTo);
            SayWhatWasCalibratedOtherwise(scenario, saidTo);
        }
    }

    /// <summary>Says which of two dated changes wins where both set one parameter in the same months.</summary>
    /// <param name="scenario">A scenario without a problem.</param>
    /// <param name="saidTo">Where messages go.</param>
    public static void SayWhichChangeWins(Scenario scenario, TextWriter saidTo)
    {
        if (ShockOverlap.Problem(scenario.Plan) is var (found, remedy))
        {
            saidTo.WriteLine($"{scenario.Name}: {found} {remedy}");
        }
    }

    /// <summary>Says when a scenario takes an estimate that a model that computes otherwise made.</summary>
    /// <param name="scenario">A scenario without a problem.</param>
    /// <param name="saidTo">Where messages go.</param>
    public static void SayWhatWasCalibratedOtherwise(Scenario scenario, TextWriter saidTo)
    {
        foreach (EstimateOrigin estimate in EstimateOrigin.MadeOtherwise(scenario))
        {
            saidTo.WriteLine($"{scenario.Name}: the estimate '{estimate.File}' {estimate.Otherwise}; it is used all the same. {CalibrationOrigin.Remedy}");
        }
    }

    /// <summary>Says which settings of the command line are of parameters that vary in it, so that they move the scenario's own values alone.</summary>
    /// <param name="sets">Settings PATH=VALUE.</param>
    /// <param name="varying">Paths of the parameters that vary.</param>
    /// <param name="where">Where they vary, as words that end the sentence.</param>
    /// <param name="saidTo">Where messages go.</param>
    public static void SayWhatIsSetAndVaries(IEnumerable<string> sets, IEnumerable<string> varying, string where, TextWriter saidTo)
    {
        foreach (string path in sets.Select(set => set.Split('=')[0].Trim()).Intersect(varying, StringComparer.OrdinalIgnoreCase))
        {
            saidTo.WriteLine($"ecosim: --set {path} changes the scenario's own value only, for {path} {where}.");
        }
    }
}
