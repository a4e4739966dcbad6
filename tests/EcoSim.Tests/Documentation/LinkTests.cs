using System.Text.Json;
using System.Text.RegularExpressions;
using EcoSim.Experiments.Measures;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Documentation;

/// <summary>Whatever the documents name exists: files, parameters, observables, scenarios.</summary>
public sealed class LinkTests
{
    private const string Data = "scenarios/data/README.md";
    private const string Scenarios = "scenarios/README.md";
    private const string Guide = "src/EcoSim.Cli/Guide";

    /// <summary>What is written for people to read; what runs write is tested where it is written.</summary>
    public static TheoryData<string> Documents { get; } =
    [
        "README.md", "src/README.md", "src/EcoSim.Model/MODEL.md", Scenarios, Data,
        .. Directory.GetFiles(Repository.PathOf(Guide), "*.md").Select(path => $"{Guide}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_or_a_heading(string document)
    {
        string text = Text(document);
        string folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        string[] targets = [.. Regex.Matches(text, @"\]\((?!https?:)([^)\s]+)\)").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(targets);
        Assert.All(targets, target =>
        {
            string[] parts = target.Split('#', 2);
            string linked = parts[0].Length == 0 ? Repository.PathOf(document) : Path.Combine(folder, parts[0]);
            Assert.True(Exists(linked), $"{document} links to '{target}', which does not exist.");
            Assert.True(parts.Length == 1 || Anchors(File.ReadAllText(linked)).Contains(parts[1]), $"{document} links to '{target}', which no heading has.");
        });
    }

    [Fact]
    public void Figures_that_others_are_derived_from_are_shipped_or_said_not_to_be_documented()
    {
        string facts = Text("scenarios/data/hangzhou_facts.csv"), readme = Text(Data);
        string[] derived = [.. Text("scenarios/data/calibration-targets.csv").Split('\n').Where(line => line.Contains("derived from") && !line.StartsWith('#'))];
        Assert.NotEmpty(derived);
        Assert.All(
            derived.SelectMany(line => Regex.Matches(line, @"\b[A-Z]\d\d\b").Select(match => match.Value)),
            figure => Assert.True(facts.Contains($"\n{figure},") || Regex.IsMatch(readme, $"{figure}, [^.]*is not documented"), $"{figure} is neither among the facts nor said to be missing."));
        Assert.All(Directory.GetFiles(Repository.PathOf("scenarios", "data"), "*.csv"), file => Assert.Contains($"[{Path.GetFileName(file)}]", readme));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Parameters_are_counted_right(string document) => Assert.All(
        Regex.Matches(Text(document), @"of (\d+) parameters").Select(match => match.Groups[1].Value), count => Assert.Equal($"{Catalogue.All.Count}", count));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_named_in_the_sources_exists(string document) => Assert.All(
        Regex.Matches(Text(document), @"(?<![\w/])(?:src|tests|scenarios|benchmarks)/[\w./-]*\w").Select(match => match.Value).Distinct(),
        path => Assert.True(Exists(Repository.PathOf(path)), $"{document} names '{path}', which does not exist."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_parameter_named_with_its_section_exists(string document)
    {
        string[] sections = [.. Catalogue.Sections.Select(section => section.Path)];
        Assert.All(
            Regex.Matches(Text(document), @"`([a-zA-Z]+(?:\.[a-zA-Z*]+)+)(?:=[^`]*)?`").Select(match => match.Groups[1].Value)
                .Where(path => sections.Contains(path.Split('.')[0])).Distinct(),
            path => Assert.True(
                sections.Concat(Catalogue.All.Select(parameter => parameter.Path)).Any(known => Regex.IsMatch(known, "^" + Regex.Escape(path).Replace(@"\*", "[^.]+") + "$")),
                $"{document} names '{path}', which is neither a parameter nor a section."));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_observable_or_measure_named_exists(string document)
    {
        string[] families = [.. Observables.All.Select(observable => observable.Name.Split('_')[0]).Distinct()];
        Assert.All(
            Regex.Matches(Text(document), @"`([a-z]+(?:_[a-z]+)*_(?:[a-z]+|\*))`").Select(match => match.Groups[1].Value)
                .Where(name => families.Contains(name.Split('_')[0])).Distinct(),
            name => Assert.True(
                MeasureCatalogue.Find(name) is not null || Observables.All.Any(observable => name.EndsWith('*') ? observable.Name.StartsWith(name[..^1], StringComparison.Ordinal) : observable.Name == name),
                $"{document} names '{name}', which is neither an observable nor a measure."));
    }

    [Fact]
    public void The_page_of_the_scenarios_lists_the_shipped_scenarios_with_their_questions()
    {
        string[] shipped = [.. Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.json")
            .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(path => $"| `{Path.GetFileNameWithoutExtension(path)}` | {QuestionOf(path)} |")];
        string[] listed = [.. Regex.Matches(Text(Scenarios), @"^\| `[a-z-]+` \| .*\? \|$", RegexOptions.Multiline).Select(match => match.Value)];
        Assert.Equal(shipped.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string QuestionOf(string scenario)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        using var json = JsonDocument.Parse(File.ReadAllText(scenario), options);
        return json.RootElement.GetProperty("question").GetString()!;
    }

    private static string Text(string document) => File.ReadAllText(Repository.PathOf(document));

    /// <summary>Pictures of the gallery are drawn by runs; they are looked for once there is a gallery.</summary>
    private static bool Exists(string path)
    {
        string gallery = Repository.PathOf("results", "gallery");
        return File.Exists(path) || Directory.Exists(path)
            || (Path.GetFullPath(path).StartsWith(gallery, StringComparison.Ordinal) && !Directory.Exists(gallery));
    }

    /// <summary>Headings as a page turns them into anchors.</summary>
    private static string[] Anchors(string text) =>
        [.. Regex.Matches(text, @"^#+ (.+)$", RegexOptions.Multiline)
            .Select(match => Regex.Replace(match.Groups[1].Value.ToLowerInvariant(), @"[^\w\s-]", "").Replace(' ', '-'))];
}
