using EcoSim.Cli;
using EcoSim.Cli.Calibrating;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Calibration;

/// <summary>Calibrations of tests on measures that answer to parameters in a known way.</summary>
internal static class CalibrationFiles
{
    public static readonly string[] Tables = ["posterior.csv", "identification.csv", "parameters.csv", "fit.csv", "waves.csv", "calibrated.json"];

    public const string Tiny =
        """
        { "name": "tiny", "question": "?", "extends": "base.json", "replicates": 2,
          "parameters": {
            "channels.talent": { "distribution": "uniform" },
            "spinOuts.baseHazard": { "distribution": "loguniform", "from": 0.0005, "to": 0.005 },
            "channels.hub": { "distribution": "uniform", "from": 0.2, "to": 0.8 } },
          "calibration": { "points": 48, "waves": 2, "wavePoints": 32, "confirm": 4, "steps": 2, "draws": 200 } }
        """;

    public const string Base = """{ "run": { "months": 6, "warmupMonths": 2, "replicates": 3 }, "exits": { "premium": 1.3 } }""";

    public const string Targets =
        """
        id,measure,value,low,high
        A,survival_share_age_1,70,60,80
        B,anchor_founding_hazard,0.3,0.25,0.36
        C,externally_funded_share,40,35,45
        """;

    /// <summary>Survival answers to talent, the hazard to the base hazard, funding to both; a replicate adds luck of its own. The hub moves nothing.</summary>
    public static IReadOnlyList<PooledEstimate> Measure(Plan plan, int first, int count, Action<int> monthDone, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        for (int month = 0; month < count * plan.Parameters.Run.Months; month++)
        {
            monthDone(month % plan.Parameters.Run.Months);
        }

        double talent = plan.Parameters.Channels.Talent, hazard = plan.Parameters.SpinOuts.BaseHazard;
        double luck = Math.Sin(12.9898 * (first + 1) + 1e-3 * plan.Parameters.Run.Seed) / Math.Sqrt(count);
        return
        [
            new(50 + 40 * talent + luck, 1 / Math.Sqrt(count), count), new(150 * hazard * (1 + 0.02 * luck), 150 * hazard * 0.02 / Math.Sqrt(count), count),
            new(30 + 20 * talent - 1000 * hazard + luck, 1 / Math.Sqrt(count), count),
        ];
    }

    public static (ExitStatus Status, string Output, string Error) Calibrate(
        TemporaryFolder root, MeasurePlan? measure = null, CalibrateRequest? asked = null, int threads = 1, string calibration = Tiny, CancellationToken cancel = default,
        bool plots = false, params string[] sets)
    {
        root.Write("base.json", Base);
        string targets = root.Write("figures.csv", Targets);
        string file = root.Write("tiny.json", calibration);
        using StringWriter output = new(), error = new();
        var request = new RunRequest(sets, threads, null, Check: false, root["out"], plots, Quiet: true, Force: false);
        CalibrateRequest with = asked ?? new CalibrateRequest();
        var session = new CalibrateSession(request, new Terminal(output, error), "ecosim calibrate tiny.json", with with { Targets = with.Targets ?? targets }, measure ?? Measure);
        return (session.Run(file, cancel), output.ToString(), error.ToString());
    }

    public static string Text(TemporaryFolder root, string name, string folder = "calibrate-tiny") => File.ReadAllText(Path.Combine(root["out"], folder, name));

    public static Dictionary<string, string>[] Rows(TemporaryFolder root, string name, string folder = "calibrate-tiny")
    {
        string[][] cells = [.. Text(root, name, folder).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        return [.. cells.Skip(1).Select(row => cells[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
