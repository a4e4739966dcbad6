using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Golden;

namespace EcoSim.Tests.Documentation;

/// <summary>The description of the model says what the declarations say.</summary>
public sealed class ModelDocumentTests
{
    private const string Model = "src/EcoSim.Model/MODEL.md";

    private static string Text => File.ReadAllText(Repository.PathOf(Model));

    [Fact]
    public void The_tables_are_current() => GoldenFile.Matches(Model, ModelDocument.Refresh(Text));

    [Fact]
    public void Refreshing_twice_changes_nothing()
    {
        string once = ModelDocument.Refresh(Text);
        Assert.Equal(once, ModelDocument.Refresh(once));
    }

    [Fact]
    public void Every_section_of_parameters_has_its_table()
    {
        string refreshed = ModelDocument.Refresh(Text);

        // The second anchor has the first one's parameters and is told in a sentence.
        Assert.All(
            Catalogue.Sections.Where(section => section.Path != "secondAnchor"),
            section => Assert.Contains($"`{section.Path}`: {section.Meaning}", refreshed));
    }

    [Fact]
    public void Every_room_of_the_model_has_its_submodel() => Assert.All(
        Directory.EnumerateDirectories(Repository.PathOf("src", "EcoSim.Model", "Rooms")),
        room => Assert.Contains($"(Rooms/{Path.GetFileName(room)})", Text));

    [Fact]
    public void A_parameter_stands_with_default_range_unit_meaning_and_source()
    {
        string row = ParameterTables.Of("capital").Split('\n').Single(line => line.StartsWith("| `distanceElasticity`", StringComparison.Ordinal));
        ParameterDeclaration declared = Catalogue.Get("capital.distanceElasticity");
        Assert.Equal(
            $"| `distanceElasticity` | {declared.Format(declared.Default)} | {declared.Format(declared.Min)} to {declared.Format(declared.Max)} | {declared.Unit} | {declared.Meaning} | {declared.Source} |",
            row);
    }

    [Fact]
    public void The_rate_of_innovations_is_told_as_its_equation_has_it_and_where_the_source_differs()
    {
        Assert.Contains("rate ζ·√max(researchShare·n, 1)·A·", Text);
        ParameterDeclaration rate = Catalogue.Get("products.innovationRate");
        Assert.Contains("rises with the square root of their number, in proportion to its knowledge", rate.Meaning);
        Assert.Contains("where the rate is proportional to research; its root, and the level: assumption", rate.Source);
    }

    [Fact]
    public void Groups_of_one_shape_share_a_table_with_a_column_each()
    {
        string table = ParameterTables.Of("sectors");
        string steps = table.Split('\n').Single(line => line.StartsWith("| `*.steps`", StringComparison.Ordinal));
        Assert.StartsWith($"| `*.steps` | {new Parameters().Sectors.AiSoftware.Steps} † |", steps);
        Assert.Equal(Catalogue.Sections.Count(section => section.Path.StartsWith("sectors.", StringComparison.Ordinal)) + 5, steps.Count(letter => letter == '|') - 1);
    }

    [Fact]
    public void What_stands_between_other_lines_is_kept() =>
        Assert.Equal(
            $"before\n<!-- schedule -->\n\n{ScheduleTable.Write()}\n<!-- end -->\nafter <!-- not a marker -->\n",
            ModelDocument.Refresh("before\n<!-- schedule -->\nold\n<!-- end -->\nafter <!-- not a marker -->\n"));

    [Theory]
    [InlineData("a\n<!-- parameters: talents -->\n<!-- end -->\n", "line 2")]
    [InlineData("<!-- parameters -->\n<!-- end -->\n", "Allowed are")]
    [InlineData("<!-- tables -->\n<!-- end -->\n", "Allowed are")]
    [InlineData("<!-- schedule -->\nno end\n", "has no '<!-- end -->'")]
    [InlineData("<!-- schedule -->\n<!-- observables -->\n<!-- end -->\n", "has no '<!-- end -->'")]
    [InlineData("<!-- end -->\n", "ends nothing")]
    public void A_wrong_marker_is_refused_with_its_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ModelDocument.Refresh(text)).Message);
}
