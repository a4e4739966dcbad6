using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Cli.Headlining;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Observation;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Headline;

/// <summary>A headline of made-up runs in which everything adds a known amount.</summary>
internal static class MadeHeadline
{
    public const int Replicates = 3;
    public const string Posterior = "draw,capital.a.hurdle,distance\n0,0.1,1\n1,0.2,1\n2,0.3,1\n3,0.4,1\n4,0.5,1\n";

    public static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        Parameters parameters = plan.Parameters;
        double own = new Parameters().Capital.A.Hurdle, drawn = parameters.Capital.A.Hurdle == own ? 0 : 1000 * parameters.Capital.A.Hurdle;
        double signal = parameters.Capital.SignalPrecision > 0 ? 40 : 0;
        double off = 6 * Channels.Paths.Sum(path => 1 - Model.Declaration.Catalogue.Get(path).Get(parameters));
        run.Series.Row(run.Series.Months - 1)[Observables.IndexOf(Headlines.EcosystemValue)] =
            parameters.Anchor.Present ? 1000 + 10 * replicate + signal + drawn - (Contested(parameters) ? 0 : off) : 600;
        return run;
    }

    /// <summary>All contested links at nothing, which takes the channel of talent away too.</summary>
    private static bool Contested(Parameters parameters) => parameters.Products.Brand == 0 && parameters.Capital.SignalPrecision == 0;

    public static (ExitStatus Status, string Output, string Error) Report(
        TemporaryFolder root, Simulate simulate, string[]? sets = null, string? posterior = null, int? draws = null, CancellationToken cancel = default, bool quiet = true)
    {
        using StringWriter output = new(), error = new();
        var request = new RunRequest([$"run.replicates={Replicates}", .. sets ?? []], 1, null, Check: false, root["out"], Plots: true, Quiet: quiet, Force: false, root["store"]);
        var session = new HeadlineSession(request, new Terminal(output, error), "ecosim headline tiny.json", posterior, draws, simulate);
        return (session.Run(CommandLineRun.TinyScenario(root), cancel), output.ToString(), error.ToString());
    }
}
