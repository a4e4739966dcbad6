using System.Reflection;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;

namespace EcoSim.Tests.Architecture;

/// <summary>The sources keep the rules of the house; each failure lists the lines and why they are wrong.</summary>
public sealed class ArchitectureTests
{
    private static readonly SourceFile[] Model = [.. SourceTree.Model];

    private static readonly ILookup<MethodBase, Type> Readers = CompiledReads.Readers(
        typeof(Simulation).Assembly, typeof(ScenarioReader).Assembly, typeof(Dispatcher).Assembly);

    /// <summary>Types of the model that are at work only before the first tick.</summary>
    private static readonly HashSet<Type> Builders =
        [.. typeof(Simulation).Assembly.GetTypes().Where(type => type.Name is "Genesis" or "InvestorsAtStart" or "Size")];

    [Fact]
    public void The_sources_are_found() => Assert.Contains(Model, file => file.Path == "src/EcoSim.Model/Randomness/Draw.cs");

    [Theory]
    [InlineData("EcoSim.Model", null)]
    [InlineData("EcoSim.Experiments", "EcoSim.Model")]
    [InlineData("EcoSim.Reporting", "EcoSim.Experiments")]
    [InlineData("EcoSim.Cli", "EcoSim.Reporting")]
    public void Projects_stand_in_a_line(string project, string? allowed) =>
        None(ArrowRules.Projects(File.ReadAllText(Repository.PathOf("src", project, project + ".csproj")), allowed));

    [Fact]
    public void The_model_needs_no_package() =>
        Assert.DoesNotContain("PackageReference", File.ReadAllText(Repository.PathOf("src", "EcoSim.Model", "EcoSim.Model.csproj")));

    [Fact]
    public void A_floor_imports_only_floors_below() => None(ArrowRules.Floors(Model));

    [Fact]
    public void No_room_knows_another() => None(ArrowRules.RoomToRoom(Model));

    [Fact]
    public void Equations_know_only_their_arguments() => None(ArrowRules.ImpureEquations(Model));

    [Fact]
    public void Observation_knows_no_room() => None(ArrowRules.ObservationOfRooms(Model));

    [Fact]
    public void Observation_writes_nothing() => None(ArrowRules.ObservationThatWrites(Model));

    [Fact]
    public void The_model_knows_no_machine() => None(ArrowRules.Impurities(Model));

    [Fact]
    public void Every_process_has_its_parameters_and_equations() => None(RoomRules.MissingCast(Model));

    [Fact]
    public void Namespaces_are_folders() => None(RoomRules.Namespaces(Model));

    [Fact]
    public void No_number_hides_in_a_process() => None(RoomRules.HiddenNumbers(Model));

    [Fact]
    public void Every_parameter_is_declared_in_full() => None(ParameterRules.Incomplete(Declared.All));

    [Fact]
    public void Every_section_says_what_it_governs() =>
        None(EcoSim.Model.Declaration.Catalogue.Sections.Where(s => !ParameterRules.Sentence(s.Meaning)).Select(s => $"{s.Path}: '{s.Meaning}' is not a sentence"));

    [Fact]
    public void No_parameter_is_declared_twice() => None(ParameterRules.Twins(Declared.All));

    [Fact]
    public void Every_parameter_is_read() => None(ParameterRules.Unread(Declared.All, Readers));

    [Fact]
    public void What_only_builds_the_world_is_set_at_the_start() => None(ParameterRules.ReadTooEarly(Declared.All, Readers, Builders));

    [Fact]
    public void Names_say_something() => None(WritingRules.VagueNames(SourceTree.All));

    [Fact]
    public void Files_are_short() => None(WritingRules.LongFiles(SourceTree.All));

    [Fact]
    public void Nothing_is_left_unfinished() => None(WritingRules.UnfinishedWork(SourceTree.All));

    private static void None(IEnumerable<string> offenders)
    {
        string[] found = [.. offenders.Distinct()];
        Assert.True(found.Length == 0, $"{found.Length} against the rule:\n  {string.Join("\n  ", found)}");
    }
}
