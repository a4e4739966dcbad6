using System.Reflection;

namespace EcoSim.Tests.Architecture;

/// <summary>A rule that nothing can break protects nothing: each is shown a violation that it must find, and its like that is allowed.</summary>
public sealed class PlantedViolationTests
{
    private const string Rooms = "src/EcoSim.Model/Rooms/";

    [Fact]
    public void An_upward_import_is_found()
    {
        Assert.Single(ArrowRules.Floors([At("src/EcoSim.Model/Engine/Calendar.cs", "using EcoSim.Model.Rooms.Talent;\nnamespace EcoSim.Model.Engine;")]));
        Assert.Single(ArrowRules.Floors([At("src/EcoSim.Model/Worlds/World.cs", "using EcoSim.Model.Engine;")]));
        Assert.Single(ArrowRules.Floors([At("src/EcoSim.Model/Attic/Box.cs", "")]));
        Assert.Empty(ArrowRules.Floors([At("src/EcoSim.Model/Engine/Calendar.cs", "using EcoSim.Model.Worlds; // EcoSim.Model.Rooms.Talent")]));
    }

    [Fact]
    public void A_room_that_knows_another_is_found()
    {
        SourceFile capital = At(Rooms + "Capital/CapitalProcess.cs", "namespace EcoSim.Model.Rooms.Capital; public sealed class CapitalProcess;");
        Assert.NotEmpty(ArrowRules.RoomToRoom([capital, At(Rooms + "Talent/TalentProcess.cs", "using EcoSim.Model.Rooms.Capital;")]));
        Assert.NotEmpty(ArrowRules.RoomToRoom([capital, At(Rooms + "Talent/TalentProcess.cs", "CapitalProcess friend = null;")]));
        Assert.Empty(ArrowRules.RoomToRoom([capital, At(Rooms + "Talent/TalentProcess.cs", "// as CapitalProcess does\nworld.CapitalProcess = 1;")]));
    }

    [Theory]
    [InlineData("public static double F(World world) => 1;")]
    [InlineData("public static double F(double x, Draw luck) => 1;")]
    [InlineData("public static double F(TalentParameters p) => 1;")]
    [InlineData("using EcoSim.Model.Worlds;")]
    [InlineData("private static double _last;")]
    public void An_equation_that_knows_too_much_is_found(string text)
    {
        Assert.NotEmpty(ArrowRules.ImpureEquations([At(Rooms + "Talent/TalentEquations.cs", text)]));
        Assert.Empty(ArrowRules.ImpureEquations([At(Rooms + "Talent/TalentProcess.cs", text)]));
    }

    [Theory]
    [InlineData("world.Firms[3].Cash = 1;")]
    [InlineData("world.Month++;")]
    [InlineData("world.People.Wealth[i] += 2;")]
    public void Observation_that_writes_is_found(string text)
    {
        Assert.Single(ArrowRules.ObservationThatWrites([At("src/EcoSim.Model/Observation/Recorder.cs", text)]));
        Assert.Empty(ArrowRules.ObservationThatWrites([At("src/EcoSim.Model/Observation/Recorder.cs", "if (world.Month == 3) row[1] = world.Firms[2].Cash;")]));
    }

    [Fact]
    public void Observation_of_a_room_is_found() =>
        Assert.NotEmpty(ArrowRules.ObservationOfRooms([At("src/EcoSim.Model/Observation/Recorder.cs", "using EcoSim.Model.Rooms.Talent;")]));

    [Theory]
    [InlineData("using System.IO;")]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("var t = DateTime.UtcNow;")]
    [InlineData("var r = new Random(1);")]
    [InlineData("double u = Random.Shared.NextDouble();")]
    [InlineData("Parallel.For(0, 1, i => { });")]
    [InlineData("var json = System.Text.Json.JsonDocument.Parse(x);")]
    [InlineData("string home = Environment.GetEnvironmentVariable(x);")]
    [InlineData("int h = name.GetHashCode();")]
    public void A_model_that_touches_the_machine_is_found(string text)
    {
        Assert.NotEmpty(ArrowRules.Impurities([At("src/EcoSim.Model/Engine/Loop.cs", text)]));
        Assert.Empty(ArrowRules.Impurities([At("src/EcoSim.Cli/Program.cs", text)]));
        Assert.Empty(ArrowRules.Impurities([At("src/EcoSim.Model/Engine/Loop.cs", $"// {text}\nstring s = \"Console.Write\";")]));
    }

    [Fact]
    public void A_reference_across_the_line_is_found()
    {
        Assert.Single(ArrowRules.Projects("<ProjectReference Include=\"../EcoSim.Cli/EcoSim.Cli.csproj\" />", "EcoSim.Model"));
        Assert.Empty(ArrowRules.Projects("<ProjectReference Include=\"../EcoSim.Model/EcoSim.Model.csproj\" />", "EcoSim.Model"));
    }

    [Fact]
    public void A_process_without_its_cast_is_found()
    {
        SourceFile process = At(Rooms + "Talent/TalentProcess.cs", "namespace EcoSim.Model.Rooms.Talent;");
        Assert.Equal(2, RoomRules.MissingCast([process]).Count());
        Assert.Empty(RoomRules.MissingCast([process, At(Rooms + "Talent/TalentParameters.cs", ""), At(Rooms + "Talent/TalentEquations.cs", "")]));
        Assert.Empty(RoomRules.Namespaces([process]));
        Assert.Single(RoomRules.Namespaces([At(Rooms + "Talent/Other.cs", "namespace EcoSim.Model.Rooms.Capital;")]));
    }

    [Theory]
    [InlineData("x = 0.3 * y;", true)]
    [InlineData("x = 1e-6f;", true)]
    [InlineData("x = .25;", true)]
    [InlineData("x = 0x1F;", true)]
    [InlineData("x = 1_000;", true)]
    [InlineData("x = y[3];", true)]
    [InlineData("x = 0.50 * y + 1.0f - 2 * z[0] % 12;", false)]
    [InlineData("x = y << 32 >> 11;", false)]
    [InlineData("x = Vector128.Create(y1); // 0.3", false)]
    [InlineData("private const double Headroom = 1.5;", true)]
    [InlineData("/// <summary>A bound that only costs time.</summary>\n    private const double Headroom = 1.5;", false)]
    [InlineData("x = y[1..^2]; s = \"7\"; c = '7';", false)]
    public void A_number_hidden_in_a_process_is_found(string text, bool found) =>
        Assert.Equal(found, RoomRules.HiddenNumbers([At(Rooms + "Talent/TalentProcess.cs", text)]).Any());

    [Fact]
    public void An_incomplete_parameter_is_found()
    {
        var good = new Declared("talent.speed", "TalentParameters", "1/month", 0, 1, 0.1, "Speed of learning.", "assumption");
        Assert.Empty(ParameterRules.Incomplete([good]));
        Assert.Single(ParameterRules.Incomplete([good with { Unit = "" }]));
        Assert.Single(ParameterRules.Incomplete([good with { Meaning = "Speed of learning" }]));
        Assert.Single(ParameterRules.Incomplete([good with { Source = " " }]));
        Assert.Single(ParameterRules.Incomplete([good with { Default = 2 }]));
        Assert.Single(ParameterRules.Incomplete([good with { Max = double.PositiveInfinity }]));
        Assert.Single(ParameterRules.Twins([good, good with { Path = "talent.Speed" }]));
    }

    [Fact]
    public void Parameters_that_nobody_reads_or_only_too_early_are_found()
    {
        ILookup<MethodBase, Type> readers = CompiledReads.Readers(typeof(PlantedViolationTests).Assembly);
        Declared read = Planted(nameof(PlantedParameters.Read)), unread = Planted(nameof(PlantedParameters.Unread)), ownOnly = Planted(nameof(PlantedParameters.OwnOnly));
        Assert.Empty(ParameterRules.Unread([read], readers));
        Assert.Single(ParameterRules.Unread([unread], readers));
        Assert.Single(ParameterRules.Unread([ownOnly], readers));
        var builder = new HashSet<Type> { typeof(PlantedReader) };
        Assert.Single(ParameterRules.ReadTooEarly([read], readers, builder));
        Assert.Empty(ParameterRules.ReadTooEarly([read with { AtStart = true }], readers, builder));
        Assert.Empty(ParameterRules.ReadTooEarly([read], readers, new HashSet<Type>()));
        Assert.Equal([3.0], PlantedReader.Twice(new PlantedParameters { Read = 1.5 }));
    }

    private static Declared Planted(string property) =>
        new("planted." + property, nameof(PlantedParameters), "1", 0, 1, 0.5, "Planted.", "assumption") { Getter = typeof(PlantedParameters).GetProperty(property)!.GetMethod };

    [Fact]
    public void Vague_names_long_files_and_unfinished_work_are_found()
    {
        Assert.Single(WritingRules.VagueNames([At("src/FirmManager.cs", "")]));
        Assert.Single(WritingRules.VagueNames([At("src/Firm.cs", "class FirmHelper { }")]));
        Assert.Empty(WritingRules.VagueNames([At("src/Baseline.cs", "class Database { } record struct Managerial;")]));
        Assert.Single(WritingRules.LongFiles([At("src/Firm.cs", new string('\n', 301))]));
        Assert.Single(WritingRules.UnfinishedWork([At("src/Firm.cs", "// TO" + "DO later")]));
    }

    private static SourceFile At(string path, string text) => new(path, text);
}

/// <summary>Parameters planted for the rule that finds readers.</summary>
public sealed class PlantedParameters
{
    public double Read { get; init; }

    public double Unread { get; init; }

    public double OwnOnly { get; init; }

    public double Other => OwnOnly;
}

/// <summary>Reads a planted parameter from inside a lambda, where no text search for its holder would find it.</summary>
public static class PlantedReader
{
    public static IEnumerable<double> Twice(params IEnumerable<PlantedParameters> all) => all.Select(p => 2 * p.Read);
}
