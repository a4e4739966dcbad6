using EcoSim.Experiments.Results;
using EcoSim.Experiments.Store;
using EcoSim.Experiments.Sweeps.Runs;

namespace EcoSim.Experiments.Calibration;

/// <summary>The points of a calibration that are done, a line each: the measures of the pooled replicates and their Monte Carlo errors.</summary>
/// <remarks>Lines are those of the log of an experiment, so a kill costs only the points that were running.</remarks>
public sealed class MomentLog : IDisposable
{
    private const string ErrorEnding = " error";

    private readonly string[] _columns;
    private readonly RunLogLines _lines;
    private readonly Dictionary<(string, int), double[]> _known = [];
    private readonly List<string> _problems = [];

    /// <summary>Opens the log and reads what is there.</summary>
    /// <param name="store">Folder of the store.</param>
    /// <param name="calibration">Name of the calibration.</param>
    /// <param name="measures">Measures that a line holds.</param>
    /// <param name="check">True when only runs with verified conservation laws will do.</param>
    /// <param name="reads">False to simulate again what is there.</param>
    public MomentLog(string store, string calibration, IReadOnlyList<string> measures, bool check, bool reads)
    {
        Folder = Path.Combine(store, ProgramVersion.ModelBuild[..8], "calibrations", calibration);
        _columns = [.. measures, .. measures.Select(measure => measure + ErrorEnding)];
        _lines = new RunLogLines(Folder, _columns);
        if (reads && Directory.Exists(Folder))
        {
            foreach (string path in Directory.EnumerateFiles(Folder, "*" + RunLogLines.Ending).Order(StringComparer.Ordinal))
            {
                ReadFile(path, check);
            }
        }
    }

    public string Folder { get; }

    /// <summary>What was found damaged, a sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Bytes written by this process.</summary>
    public long Written => _lines.Written;

    /// <summary>Measures, then their errors; null when the point must be simulated.</summary>
    public double[]? Find(string key, int first) => _known.GetValueOrDefault((key, first));

    /// <summary>Keeps a point.</summary>
    public void Append(string key, int first, bool isChecked, double[] values) => _lines.Append(key, first, isChecked, values);

    public void Dispose() => _lines.Dispose();

    private void ReadFile(string path, bool check)
    {
        var file = new RunLogFile(path, _columns);
        file.Read((key, first, isChecked, values) =>
        {
            if (isChecked || !check)
            {
                _known[(key, first)] = values.ToArray();
            }
        });
        if (file.Problem is { } problem)
        {
            _problems.Add(problem);
        }

        StoreBound.MarkUsed(path);
    }
}
