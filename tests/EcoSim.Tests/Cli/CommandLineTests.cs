using System.Text.RegularExpressions;
using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;
using Xunit;

namespace EcoSim.Tests.Cli;

public class CommandLineTests
{
    [Theory]
    [InlineData("rnu", "'run'")]
    [InlineData("descrbe", "'describe'")]
    [InlineData("describe paramters", "'parameters'")]
    [InlineData("run --replicate 5 x.json", "'--replicates'")]
    [InlineData("run x.json --sed 4", "'--seed'")]
    [InlineData("run x.json --treads=4", "'--threads'")]
    [InlineData("run x.json --no-plot", "'--no-plots'")]
    [InlineData("run x.json --chek", "'--check'")]
    public void A_slip_gets_the_right_suggestion(string words, string meant)
    {
        CommandLineRun run = CommandLineRun.Of(words.Split(' '));
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains($"Did you mean {meant}?", run.Error);
        Assert.Empty(run.Output);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData("", "needs a command")]
    [InlineData("describe", "needs a command")]
    [InlineData("run", "needs SCENARIO")]
    [InlineData("run x.json --threads 0", "--threads: found '0'")]
    [InlineData("run x.json --threads many", "--threads: found 'many'")]
    [InlineData("run x.json --ledger some", "none, first or all")]
    [InlineData("headline", "needs SCENARIO")]
    [InlineData("headline no-such-file.json", "no-such-file.json")]
    [InlineData("describe parameters nothing.like.this", "nothing.like.this")]
    [InlineData("describe observables ecosystem_valeu", "'ecosystem_value'")]
    [InlineData("run no-such-file.json", "no-such-file.json")]
    public void Invalid_arguments_are_named(string words, string named)
    {
        CommandLineRun run = CommandLineRun.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains(named, run.Error);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("describe --help")]
    [InlineData("headline --help")]
    public void Help_goes_to_the_output(string words)
    {
        CommandLineRun run = CommandLineRun.Of(words.Split(' '));
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("Usage:", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Help_of_run_names_every_common_option()
    {
        string help = CommandLineRun.Of("run", "--help").Output;
        string[] options = ["--set", "--replicates", "--seed", "--threads", "--months", "--out", "--ledger", "--no-plots", "--check", "--quiet", "--force"];
        Assert.All(options, option => Assert.Contains(option, help));
        Assert.Contains("Examples:", help);
    }

    [Fact]
    public void Describe_lists_every_parameter_and_observable()
    {
        string parameters = CommandLineRun.Of("describe", "parameters").Output;
        Assert.All(Catalogue.All, parameter => Assert.Contains(parameter.Path, parameters));
        string observables = CommandLineRun.Of("describe", "observables").Output;
        Assert.All(Observables.All, observable => Assert.Contains(observable.Name, observables));
    }

    [Fact]
    public void Describe_parameters_can_be_narrowed()
    {
        string channels = CommandLineRun.Of("describe", "parameters", "channels").Output;
        Assert.Contains("channels.talent", channels);
        Assert.DoesNotContain("run.seed", channels);
    }

    [Theory]
    [InlineData("chan", "channels.talent")]
    [InlineData("researchIntensity", "anchor.researchIntensity")]
    [InlineData("COUNTERFACTUAL", "anchor.present")]
    public void Describe_parameters_takes_a_beginning_or_a_word(string filter, string found)
    {
        string text = CommandLineRun.Of("describe", "parameters", filter).Output;
        Assert.Contains($"  {found} = ", text);
        Assert.DoesNotContain("  rivals.beijing.size", text);
    }

    [Theory]
    [InlineData("chanels", "'channels'")]
    [InlineData("anchor.presant", "'anchor.present'")]
    [InlineData("reserchIntensity", "'anchor.researchIntensity'")]
    public void Describe_parameters_suggests(string filter, string meant)
    {
        CommandLineRun run = CommandLineRun.Of("describe", "parameters", filter);
        Assert.Equal(ExitStatus.Invalid, run.Status);
        Assert.Contains($"Did you mean {meant}?", run.Error);
    }

    [Fact]
    public void Describe_parameters_tells_everything_about_each()
    {
        string text = CommandLineRun.Of("describe", "parameters", "anchor.workforceShare").Output.ReplaceLineEndings(" ");
        ParameterDeclaration declared = Catalogue.Get("anchor.workforceShare");
        Assert.All([declared.Meaning, declared.Source, declared.Unit, declared.Format(declared.Max)], part => Assert.Contains(part, text));
        Assert.Contains("start only", text);
    }

    [Fact]
    public void Describe_parameters_tells_the_contested_link_of_each()
    {
        string contested = CommandLineRun.Of("describe", "parameters", "contested").Output.ReplaceLineEndings(" ");
        Assert.All(ContestedLinks.Together.Nothing, one => Assert.Contains($"  {one.Path} = ", contested));
        Assert.Equal(ContestedLinks.Together.Nothing.Count, Regex.Count(contested, @"  [A-Za-z.]+ = "));
        Assert.All(ContestedLinks.All, link => Assert.Equal(link.Nothing.Count, Regex.Count(contested, $"Contested link '{link.Name}': ")));

        string one = Regex.Replace(CommandLineRun.Of("describe", "parameters", "spinOuts.skillSubstitution").Output, @"\s+", " ");
        Assert.Contains("Contested link 'balance': Balanced skills make founders; here the mean of skills counts. At nothing: 1.", one);
        Assert.Contains("spinOuts.peerEffect", CommandLineRun.Of("describe", "parameters", "peers").Output);
        Assert.DoesNotContain("Contested link", CommandLineRun.Of("describe", "parameters", "anchor.workforceShare").Output);
    }

    [Theory]
    [InlineData("run", "other luck; run.replicates of the scenario unless given.")]
    [InlineData("headline", "other luck; 10 unless given, whatever run.replicates of the scenario says.")]
    [InlineData("validate", "other luck; 30, with --contested 20, with --warm-up 10, unless given, whatever run.replicates of the scenario says.")]
    [InlineData("watch", "other luck; run.replicates of the scenario unless given, then at most 5.")]
    [InlineData("sweep", "other luck; those of the file, or else of its scenario, unless given.")]
    [InlineData("gallery", "other luck; 20 unless given, whatever run.replicates of the scenario says.")]
    public void Help_tells_how_many_replicates_are_run(string command, string expected) =>
        Assert.Contains(expected, Regex.Replace(CommandLineRun.Of(command, "--help").Output, @"\s+", " "));

    [Fact]
    public void Describe_schedule_lists_the_steps_in_order_with_their_reasons()
    {
        string[] lines = CommandLineRun.Of("describe", "schedule").Output.Split('\n');
        int last = -1;
        foreach (ScheduledStep step in Schedule.Steps)
        {
            int at = Array.FindIndex(lines, line => line.Contains($" {step.Name} ") && line.EndsWith(step.Why, StringComparison.Ordinal));
            Assert.True(at > last, step.Name);
            last = at;
        }
    }

    [Fact]
    public void Observables_are_found_by_name_and_by_word()
    {
        Assert.Matches(@"\nrent +index", CommandLineRun.Of("describe", "observables", "rent").Output);
        Assert.DoesNotContain("rival_rent", CommandLineRun.Of("describe", "observables", "rent").Output);
        string cloud = CommandLineRun.Of("describe", "observables", "cloud").Output;
        Assert.Contains("cloud_price", cloud);
        Assert.DoesNotContain("\nrent ", cloud);
    }

    [Theory]
    [InlineData("labor", "job_matches startup_vacancies startup_hires")]
    [InlineData("labour", "job_matches startup_vacancies startup_hires")]
    [InlineData("vacancy", "job_matches startup_vacancies")]
    [InlineData("unemployment", "unemployed")]
    [InlineData("looking for work", "workforce unemployed")]
    [InlineData("founding spin-outs", "spin_outs_founded")]
    public void Observables_are_found_by_any_form_of_a_word(string words, string names) =>
        Assert.Equal(names.Split(' '), Regex.Matches(CommandLineRun.Of("describe", "observables", words).Output, @"(?m)^([a-z_]+) +[a-z]+ +(?:stock|flow|mean)\b").Select(row => row.Groups[1].Value));

    /// <summary>A channel has a section of its own and a strength; who asks for one wants both.</summary>
    [Fact]
    public void The_strength_of_a_channel_is_found_by_its_name()
    {
        Assert.All(Channels.Names, name => Assert.Contains($"  channels.{name} = ", CommandLineRun.Of("describe", "parameters", name).Output));
        Assert.Contains("  talent.", CommandLineRun.Of("describe", "parameters", "talent").Output);
    }

    [Fact]
    public void Schema_is_written() => Assert.StartsWith("{", CommandLineRun.Of("describe", "schema").Output);

    [Fact]
    public void Version_is_one_line() => Assert.Matches(@"^\d+\.\d+\.\d+$", Program.Version);

    [Theory]
    [InlineData(new[] { "run", "a.json" }, "ecosim run a.json")]
    [InlineData(new[] { "run", "my file.json", "it's" }, @"ecosim run 'my file.json' 'it'\''s'")]
    public void The_command_line_can_be_pasted_again(string[] args, string expected) =>
        Assert.Equal(expected, CommandLineText.Of(args));

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("compare")]
    [InlineData("attribute")]
    [InlineData("sweep")]
    public void Help_names_an_argument_and_not_every_value_of_it(params string[] command)
    {
        string help = CommandLineRun.Of([.. command, "--help"]).Output;
        Assert.DoesNotContain("|no-cloud", help);
        Assert.DoesNotContain("|levers", help);
        Assert.Contains(command is ["sweep"] ? "<EXPERIMENT>" : command is ["compare"] ? "<BASELINE>" : "<SCENARIO>", help);
        Assert.Contains("ecosim describe scenarios", help);
    }

    [Fact]
    public void Scenarios_are_described_once_with_their_questions()
    {
        CommandLineRun run = CommandLineRun.Of("describe", "scenarios");
        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string[] lines = run.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.All(ShippedScenarios.Names.Concat(ShippedScenarios.Experiments), name => Assert.EndsWith("?", Assert.Single(lines, line => line.StartsWith(name + " ", StringComparison.Ordinal))));
    }
}
