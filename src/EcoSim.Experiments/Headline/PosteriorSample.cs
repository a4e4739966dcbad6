using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Reading;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Headline;

/// <summary>Draws from what a calibration left open: parameters, and rows of values of equal weight.</summary>
/// <param name="Label">What messages call the file.</param>
/// <param name="Parameters">The free parameters.</param>
/// <param name="Rows">A value for each of them, draw by draw.</param>
/// <param name="Workers">Size of the region that the calibration ran at; null when the manifest beside the file does not say.</param>
public sealed record PosteriorSample(string Label, IReadOnlyList<ParameterDeclaration> Parameters, IReadOnlyList<double[]> Rows, int? Workers)
{
    /// <summary>Scenario that was calibrated; null when the manifest beside the file does not say.</summary>
    public string? Scenario { get; init; }

    /// <summary>That a model that computes otherwise made it, as <see cref="CalibrationOrigin.MadeOtherwise"/>; null where nothing differs or it cannot be told.</summary>
    public string? MadeOtherwise { get; init; }

    /// <summary>True when no manifest beside the file tells which calibration it is of.</summary>
    public bool IsOfUnknownOrigin { get; init; }

    /// <summary>True when the draws are known to be of another scenario.</summary>
    public bool IsOfAnother(string scenario) => Scenario is not null && Scenario != scenario;

    /// <summary>Purpose of the luck by which rows are chosen.</summary>
    private const int Choice = 1;

    /// <summary>Places of some rows, chosen by luck that depends on the seed and the file's number of rows alone: more draws keep the ones before.</summary>
    /// <param name="count">How many; at most as many as there are.</param>
    /// <param name="seed">Seed of the run.</param>
    public int[] Chosen(int count, long seed)
    {
        var luck = new DesignLuck(seed);
        return [.. Enumerable.Range(0, Rows.Count).OrderBy(row => luck.Bits(Choice, row)).ThenBy(row => row).Take(count)];
    }

    /// <summary>The plan with the free parameters as in a row.</summary>
    public Plan PlanOf(Plan plan, int row)
    {
        Parameters parameters = Catalogue.Copy(plan.Parameters);
        for (int i = 0; i < Parameters.Count; i++)
        {
            Parameters[i].Set(parameters, Rows[row][i]);
        }

        return plan with { Parameters = parameters };
    }
}

/// <summary>What became of reading a posterior sample.</summary>
/// <param name="Sample">The sample; null when something is wrong.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record PosteriorReading(PosteriorSample? Sample, IReadOnlyList<Problem> Problems)
{
    /// <summary>Name of the file in the folder of a calibration.</summary>
    public const string FileName = "posterior.csv";

    private const string Option = "--posterior";
    private const string Form = "posterior.csv in the folder of a calibration ('ecosim calibrate' writes results/calibrate-NAME), or that folder: "
        + "its columns are paths of parameters, such as capital.a.hurdle, beside draw and distance, with a row for each draw";

    /// <summary>Columns that a message names of a table that is no posterior.</summary>
    private const int ColumnsNamed = 4;

    /// <summary>Columns of a posterior that are no parameters.</summary>
    private static readonly string[] Others = ["draw", "distance"];

    /// <summary>Reads and checks a sample. Bad input never throws.</summary>
    /// <param name="path">The file, or a folder with one, as seen from the current folder.</param>
    /// <param name="plan">The scenario that the draws are for.</param>
    /// <param name="draws">Draws that are needed.</param>
    public static PosteriorReading Of(string path, Plan plan, int draws)
    {
        var findings = new Findings();
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        ScenarioFile? found = ScenarioFile.BesideUser(file);
        string failure = found is null ? ScenarioFile.Missing(file) : "";
        if (found?.Read(out failure) is not { } content)
        {
            findings.Add(Option, null, "", failure, Form);
            return new PosteriorReading(null, findings.Problems);
        }

        if (AnotherTable(file, content) is { } other)
        {
            findings.Add(found.Label, null, "", other.Found, Form, other.Meant);
            return new PosteriorReading(null, findings.Problems);
        }

        (var variations, IReadOnlyList<double[]> rows) = new PointsFile(found.Label, findings, Others).Read(content);
        ParameterDeclaration[] parameters = [.. variations.Select(variation => variation.Parameter)];
        foreach (ParameterDeclaration driven in parameters.Where(parameter => plan.Series.Any(series => series.Path == parameter.Path)))
        {
            findings.Add(found.Label, null, driven.Path, $"{driven.Path}, which follows a series in this scenario, so that no draw of it would hold", "a posterior of this scenario");
        }

        foreach (ParameterDeclaration shocked in parameters.Where(parameter => plan.Shocks.Any(shock => shock.Settings.Any(setting => setting.Path == parameter.Path))))
        {
            findings.Add(found.Label, null, shocked.Path, $"{shocked.Path}, which a shock sets in this scenario, so that no draw of it would hold", "a posterior of parameters that no shock sets");
        }

        if (findings.Problems.Count == 0 && parameters.Length == 0)
        {
            findings.Add(found.Label, null, "", "no column of a parameter", Form);
        }

        if (findings.Problems.Count == 0 && rows.Count < draws)
        {
            findings.Add(found.Label, null, "", $"{rows.Count} draws", $"at least as many as --draws asks for ({draws})");
        }

        if (findings.Problems.Count > 0)
        {
            return new PosteriorReading(null, findings.Problems);
        }

        CalibrationOrigin origin = CalibrationOrigin.In(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return new PosteriorReading(
            new PosteriorSample(found.Label, parameters, rows, origin.Workers) { Scenario = origin.Scenario, MadeOtherwise = origin.MadeOtherwise, IsOfUnknownOrigin = !origin.IsKnown }, []);
    }

    /// <summary>
    /// What is found, and the file that is probably meant, where the header shows that a table is no posterior at all; else null, and mistakes in it are named one by one.
    /// A column that is no path, not even a misspelt one, gives it away where there is no column of draws, and two do in any case.
    /// </summary>
    private static (string Found, string? Meant)? AnotherTable(string file, byte[] content)
    {
        string[] columns = PointsFile.Header(content);
        string[] foreign = [.. columns.Where(column => !Others.Contains(column) && !column.Contains('.') && Catalogue.Find(column) is null)];
        if (foreign.Length == 0 || (foreign.Length == 1 && columns.Contains(Others[0])))
        {
            return null;
        }

        string named = string.Join(", ", foreign.Take(ColumnsNamed).Select(Findings.Quote)) + (foreign.Length > ColumnsNamed ? $" and {foreign.Length - ColumnsNamed} more" : "");
        string beside = Path.Combine(Path.GetDirectoryName(file) ?? "", FileName);
        return ($"another table than the draws of a posterior, with the {(foreign.Length == 1 ? "column" : "columns")} {named}", File.Exists(beside) && Path.GetFileName(file) != FileName ? beside : null);
    }
}
