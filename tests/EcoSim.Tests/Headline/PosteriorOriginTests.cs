using EcoSim.Cli;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Calibration;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Headline;

/// <summary>Which model a posterior is of, and files that are no posterior.</summary>
public sealed class PosteriorOriginTests
{
    private static readonly ParameterDeclaration Hurdle = Catalogue.Get("capital.a.hurdle");
    private static readonly string Here = $"\"version\": \"{ProgramVersion.Text}\", \"model_probe\": \"{ModelProbe.Text}\"";

    public static TheoryData<string, string?> Origins => new()
    {
        { $$"""{ "command": "calibrate", {{Here}} }""", null },
        { """{ "command": "calibrate" }""", null },
        { $$"""{ "command": "calibrate", "version": "{{ProgramVersion.Text}}", "model_build": "{{ProgramVersion.ModelBuild}}" }""", null },
        { """{ "command": "calibrate", "model_build": "0123456789" }""", "was made by another build of the model, and does not say what that computes" },
        { """{ "command": "run", "version": "0.0.1", "model_probe": "01234567" }""", null },
        { """{ "model_probe": "01234567" }""", null },
        { "[1]", null },
        { $$"""{ "command": "calibrate", "version": "{{ProgramVersion.Text}}", "model_probe": "01234567" }""", $"was made by a model that computes otherwise (01234567, here {ModelProbe.Text})" },
        { """{ "command": "calibrate", "version": "0.0.1", "model_probe": "01234567" }""", $"was made by another version of the model (0.0.1, here {ProgramVersion.Text})" },
        { Prior("""{ "from": 0, "to": 1 }"""), null },
        { Prior($$"""{ "declared_default": {{Hurdle.Format(Hurdle.Default)}}, "declared_least": {{Hurdle.Format(Hurdle.Min)}}, "declared_most": {{Hurdle.Format(Hurdle.Max)}} }"""), null },
        { Prior("""{ "declared_default": 0.123 }"""), $"was made when parameters were declared otherwise: default of capital.a.hurdle 0.123, here {Hurdle.Format(Hurdle.Default)}" },
        { Prior("""{ "from": 0, "to": 1000 }"""), $"was made when parameters were declared otherwise: range of capital.a.hurdle {Hurdle.Format(Hurdle.Min)} to 1000, here {Hurdle.Format(Hurdle.Min)} to {Hurdle.Format(Hurdle.Max)}" },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public void Another_model_is_told_where_the_manifest_tells_it(string manifest, string? otherwise)
    {
        using var root = new TemporaryFolder();
        root.Write("posterior.csv", MadeHeadline.Posterior);
        root.Write("manifest.json", manifest);
        Assert.Equal(otherwise, PosteriorReading.Of(root.Path, new Plan(new Parameters()), 2).Sample!.MadeOtherwise);
    }

    [Fact]
    public void The_headline_warns_of_another_model_in_the_terminal_and_on_its_page()
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", MadeHeadline.Posterior);
        root.Write("manifest.json", $$"""{ "command": "calibrate", "version": "{{ProgramVersion.Text}}", "model_probe": "01234567" }""");
        (ExitStatus status, _, string error) = MadeHeadline.Report(root, MadeHeadline.Simulate, posterior: posterior, draws: 2);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Matches("^ecosim: the posterior '.*posterior.csv' was made by a model that computes otherwise \\(01234567, here [0-9a-f]{8}\\); it is used all the same\\. Calibrate again with this program", error);
        Assert.Contains("data-kind=\"OtherModel\"", File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "report.html")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[1]")]
    [InlineData("{ \"command\": \"run\" }")]
    public void A_posterior_whose_origin_nothing_tells_is_warned_of_in_the_terminal_on_the_page_and_in_the_paragraph(string? manifest)
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", MadeHeadline.Posterior);
        if (manifest is not null)
        {
            root.Write("manifest.json", manifest);
        }

        (ExitStatus status, string output, string error) = MadeHeadline.Report(root, MadeHeadline.Simulate, posterior: posterior, draws: 2);
        Assert.Equal(ExitStatus.Done, status);
        Assert.Matches("^ecosim: the posterior '.*posterior.csv' has no manifest.json of a calibration beside it, so which model, scenario and targets it comes from is not known and cannot be checked; it is used all the same\\. ", error);
        string page = File.ReadAllText(Path.Combine(root["out"], "headline-tiny", "report.html"));
        Assert.Contains("data-kind=\"UnknownOrigin\"", page);
        Assert.DoesNotContain("data-kind=\"OtherModel\"", page);
        Assert.Contains("from a posterior of unknown origin", output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_posterior_of_this_model_is_no_reason_to_warn()
    {
        using var root = new TemporaryFolder();
        root.Write("manifest.json", $$"""{ "command": "calibrate", "scenario": "tiny", {{Here}} }""");
        (_, _, string error) = MadeHeadline.Report(root, MadeHeadline.Simulate, posterior: root.Write("posterior.csv", MadeHeadline.Posterior), draws: 2);
        Assert.Equal("", error);
    }

    [Fact]
    public void What_this_model_calibrated_is_used_without_a_word_and_an_estimate_of_another_is_warned_of()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(ExitStatus.Done, CalibrationFiles.Calibrate(root).Status);
        string folder = Path.Combine(root["out"], "calibrate-tiny"), manifest = Path.Combine(folder, "manifest.json"), estimate = Path.Combine(folder, "calibrated.json");
        Assert.Null(CalibrationOrigin.In(folder).MadeOtherwise);
        Assert.Equal("", Run());
        Assert.DoesNotContain("data-kind=\"OtherModel\"", Page("tiny-calibrated"));

        string text = File.ReadAllText(manifest);
        Assert.Contains("\"declared_default\": 1,", text);
        File.WriteAllText(manifest, text.Replace(ModelProbe.Text, "01234567").Replace("\"declared_default\": 1,", "\"declared_default\": 0.5,"));
        Assert.Contains("calibrated.json' was made by a model that computes otherwise (01234567, here", Run());
        Assert.Contains("with parameters declared otherwise: default of channels.talent 0.5, here 1", Run());
        Assert.Contains("was made by a model that computes otherwise", Sweep());
        Assert.Matches("data-kind=\"OtherModel\".*The estimate “calibrate-tiny/calibrated.json” was made by a model that computes otherwise", Page("tiny-calibrated"));
        Assert.Contains("data-kind=\"OtherModel\"", Page("sweep-experiment"));
        Assert.Contains("was made by a model that computes otherwise", Compare());
        Assert.Contains("data-kind=\"OtherModel\"", Page("compare-tiny-calibrated-quieter"));

        string Run() => Of("run", estimate, "--ledger", "none", "--force");

        string Compare() => Of("compare", estimate, root.Write("quieter.json", $$"""{ "extends": "{{estimate.Replace('\\', '/')}}", "channels": { "cloud": 0 } }"""));

        string Of(params string[] what) => CommandLineRun.Of([.. what, "--months", "2", "--replicates", "1", "--set", "population.workers=3000", "--set", "run.counterfactual=false", "--no-plots", "--quiet", "--store", "none", "--threads", "1", "--out", root["runs"]]).Error;

        string Page(string result) => File.ReadAllText(Path.Combine(root["runs"], result, "report.html"));

        string Sweep()
        {
            string experiment = root.Write("experiment.json", $$"""{ "extends": "{{estimate.Replace('\\', '/')}}", "parameters": { "channels.cloud": [0, 1] }, "design": "grid", "run": { "months": 2, "replicates": 1, "warmupMonths": 0 }, "population": { "workers": 3000 } }""");
            return CommandLineRun.Of("sweep", experiment, "--no-plots", "--quiet", "--store", "none", "--threads", "1", "--out", root["runs"]).Error;
        }
    }

    [Fact]
    public void A_headline_of_other_draws_says_what_it_replaces()
    {
        using var root = new TemporaryFolder();
        string posterior = root.Write("posterior.csv", MadeHeadline.Posterior), copy = root.Write("copy.csv", MadeHeadline.Posterior);
        Assert.DoesNotContain("replaces", Report(null, 2));
        Assert.Contains("tiny: '" + Path.Combine(root["out"], "headline-tiny") + "' held a result with other draws (none), which this one replaces; --out DIR keeps both.", Report(posterior, 2));
        Assert.DoesNotContain("replaces", Report(copy, 2));
        Assert.Matches(@"with other draws \(2 of \S*copy\.csv\), which", Report(posterior, 3));
        Assert.Matches(@"with other draws \(3 of \S*posterior\.csv\), which", Report(null, 3));

        string Report(string? from, int draws) => MadeHeadline.Report(root, MadeHeadline.Simulate, posterior: from, draws: draws, quiet: false).Error;
    }

    [Theory]
    [InlineData("parameters.csv", "parameter,unit,prior,prior_low\na.b,1,uniform,0\nc.d,1,uniform,0\n", "the columns \"parameter\", \"unit\", \"prior\", \"prior_low\"")]
    [InlineData("draws.csv", "row,replicate,capital.a.hurdle,ecosystem_value,fostered_value,fostered_share\n1,0,0.5,1,1,1\n", "the columns \"row\", \"replicate\", \"ecosystem_value\", \"fostered_value\" and 1 more")]
    [InlineData("design.csv", "point,capital.a.hurdle\n0,0.5\n", "the column \"point\"")]
    public void A_table_that_is_no_posterior_is_one_problem_that_names_the_file_meant(string name, string content, string columns)
    {
        using var root = new TemporaryFolder();
        string path = root.Write(name, content);
        Problem problem = Assert.Single(PosteriorReading.Of(path, new Plan(new Parameters()), 2).Problems);
        Assert.Equal(("another table than the draws of a posterior, with " + columns, null), (problem.Found, problem.Suggestion));
        Assert.Contains("posterior.csv in the folder of a calibration", problem.Allowed);
        Assert.Contains("draw and distance", problem.Allowed);

        string meant = root.Write("posterior.csv", MadeHeadline.Posterior);
        Assert.Equal(meant, Assert.Single(PosteriorReading.Of(path, new Plan(new Parameters()), 2).Problems).Suggestion);
    }

    private static string Prior(string declared) => $$"""{ "command": "calibrate", {{Here}}, "priors": { "capital.a.hurdle": {{declared}}, "no.longer.there": { "from": 0, "to": 1 } } }""";
}
