using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Reads a scenario: its parents, then its file, then what the command line sets; the last word on a path wins.</summary>
public static class ScenarioReader
{
    /// <summary>Reads and checks a scenario. Bad input never throws: everything wrong with it is in the result.</summary>
    /// <param name="path">Path to a JSON file, or the name of a scenario on disk or shipped with the program.</param>
    /// <param name="sets">Each <c>PATH=VALUE</c> from the command line, in order.</param>
    public static ScenarioReading Read(string path, IReadOnlyList<string> sets)
    {
        var findings = new Findings();
        IReadOnlyList<ScenarioLayer> files = ExtendsChain.Follow(path, findings);
        return NoScenario(path, files) is { } other ? new ScenarioReading(null, [other]) : Read(files, sets, findings);
    }

    /// <summary>Says of an experiment or calibration, whose keys no scenario has, which command it is for; null of any other file.</summary>
    private static Problem? NoScenario(string path, IReadOnlyList<ScenarioLayer> files)
    {
        foreach ((string key, string kind, string command) in new[]
        {
            (ExperimentGrammar.Calibration, "a calibration", "calibrate"), (ExperimentGrammar.Design, "an experiment", "sweep"), (ExperimentGrammar.Parameters, "an experiment", "sweep"),
        })
        {
            foreach (ScenarioLayer file in files.Reverse())
            {
                if (file.Entries.FirstOrDefault(entry => entry.Path == key) is { } entry)
                {
                    return new Problem(
                        file.Label, entry.KeyPlace?.Line, entry.KeyPlace?.Column, "", $"{kind}: it has {Findings.Quote(key)}, which no scenario has",
                        $"a scenario; for this file: ecosim {command} {path}");
                }
            }
        }

        return null;
    }

    /// <summary>The same from layers that were followed before.</summary>
    /// <param name="files">Layers of the files, first parent first.</param>
    /// <param name="sets">Each <c>PATH=VALUE</c> from the command line, in order.</param>
    /// <param name="findings">What was found wrong while following them.</param>
    internal static ScenarioReading Read(IReadOnlyList<ScenarioLayer> files, IReadOnlyList<string> sets, Findings findings)
    {
        ScenarioLayer[] layers = [.. files, .. CommandLineSets.Read(sets, findings)];
        foreach (ScenarioLayer layer in layers)
        {
            EntryCheck.Check(layer, findings);
        }

        if (findings.Incomplete)
        {
            // What an unread part would have said, or which of two values was meant, is unknown.
            return new ScenarioReading(null, findings.Problems);
        }

        var layering = new Layering(layers);
        Scenario scenario = Compose(layering, files, findings);
        if (findings.Problems.Count == 0
            && ScenarioSize.Check(files[^1].Label, scenario.Plan.Parameters, default, threads: 1) is { } tooLarge)
        {
            return new ScenarioReading(null, [tooLarge]);
        }

        return new ScenarioReading(findings.Problems.Count == 0 ? scenario : null, findings.Problems);
    }

    private static Scenario Compose(Layering layering, IReadOnlyList<ScenarioLayer> files, Findings findings)
    {
        Parameters parameters = ReadParameters(layering);
        string name = ReadName(layering, files[^1], findings);
        IReadOnlyList<Shock> shocks = new ShockReader(layering, parameters.Run, findings).Read();
        var series = new SeriesReader(layering, parameters.Run, findings);
        series.Read();
        return new Scenario(
            name,
            layering.Find("question")?.Entry.Text ?? "",
            new Plan(parameters, shocks, series.Series),
            [.. Catalogue.All.Where(p => p.Get(parameters) != p.Default).Select(p => p.Path)],
            [.. files.Reverse().Select(f => f.Label).Concat(series.Files).Distinct()])
        {
            SeriesSources = series.Sources,
        };
    }

    private static Parameters ReadParameters(Layering layering)
    {
        var parameters = new Parameters();
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            if (layering.Find(parameter.Path) is { } stated && ParameterText.TryRead(parameter, stated.Entry, out double value, out _))
            {
                parameter.Set(parameters, value);
            }
        }

        return parameters;
    }

    private static string ReadName(Layering layering, ScenarioLayer own, Findings findings)
    {
        Stated? stated = layering.Find("name");
        string name = stated?.Entry.Text ?? own.File!.Stem;
        if (!findings.IsBroken("name") && ScenarioName.Fault(name) is { } fault)
        {
            string allowed = ScenarioName.Allowed + (stated is null ? "; give the scenario a \"name\", or rename its file" : "");
            findings.Add(stated?.Layer.Label ?? own.Label, stated?.Entry.ValuePlace, "name", fault, allowed);
        }

        return name;
    }
}
