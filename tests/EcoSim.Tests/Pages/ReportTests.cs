using System.Text.RegularExpressions;
using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>What every results page holds, and what none may hold.</summary>
public sealed class ReportTests
{
    public static TheoryData<string> Kinds => [.. SyntheticReports.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_is_one_file_that_fetches_nothing(string kind)
    {
        string html = Page(kind);
        Assert.DoesNotMatch(@"https?://", html);
        Assert.DoesNotMatch(@"<(?:link|img|iframe|object|embed|script)\b[^>]*\b(?:src|href)=""(?!data:)", html);
        Assert.DoesNotMatch(@"@import|url\((?!#)", html);
        Assert.Contains("default-src 'none'", html);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_can_be_read_aloud(string kind)
    {
        string html = Page(kind);
        Assert.Contains("<html lang=\"en\">", html);
        Assert.All(Regex.Matches(html, "<th[ >][^>]*").Select(match => match.Value), heading => Assert.Contains("scope=", heading));
        Assert.All(Regex.Matches(html, "<svg [^>]*").Select(match => match.Value), svg => Assert.Matches("role=\"img\" aria-label=\"[^\"]+\"", svg));
        Assert.Equal(Regex.Count(html, "<figure "), Regex.Count(html, "<figcaption>\\w"));
        Assert.Single(Regex.Matches(html, "<h1>"));
        string[] ids = [.. Regex.Matches(html, "\\bid=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(html, "aria-labelledby=\"([^\"]+)\"|href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value + match.Groups[2].Value), id => Assert.Contains(id, ids));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_says_all_that_it_must(string kind)
    {
        using var root = new TemporaryFolder();
        Report report = SyntheticReports.Of(kind, root["figures"]);
        Assert.NotEmpty(report.Answers);
        Assert.NotEmpty(report.Changes);
        Assert.NotEmpty(report.Figures);
        Assert.All(report.Figures, figure => Assert.True(File.Exists(Path.Combine(root["figures"], figure.Name + ".svg"))));
        string provenance = string.Join('\n', report.Provenance.Select(line => $"{line.Name}: {line.Value}"));
        Assert.Matches("Seed: 1", provenance);
        Assert.Matches("model build ", provenance);
        Assert.Matches("[Cc]ontent hash:? [0-9a-f]{64}", provenance);
        string html = ReportHtml.Of(report);
        Assert.All(report.Figures, figure => Assert.Contains($"figures/{figure.Name}.svg", html));
        Assert.Contains($"<code>{report.CommandLine}</code>", html);
    }

    [Fact]
    public void Without_figures_it_says_how_to_get_them()
    {
        using var root = new TemporaryFolder();
        string html = ReportHtml.Of(SyntheticReports.Of("run", root["figures"], draws: false));
        Assert.DoesNotContain("<figure", html);
        Assert.Contains("without <code>--no-plots</code>", html);
    }

    [Fact]
    public void Text_of_a_scenario_is_never_markup()
    {
        using var root = new TemporaryFolder();
        Report report = SyntheticReports.Of("attribute", root["figures"], draws: false) with
        {
            Title = "</title><script>alert(1)</script>", Questions = ["Is 1 < 2 & \"so\"?"], CommandLine = "ecosim run '<b>'",
        };
        string html = ReportHtml.Of(report);
        Assert.DoesNotContain("<script>alert", html);
        Assert.Contains("Is 1 &lt; 2 &amp; &quot;so&quot;?", html);
        Assert.Contains("ecosim run &apos;&lt;b&gt;&apos;", html);
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes() => Assert.Equal(Page("compare"), Page("compare"));

    private static string Page(string kind)
    {
        using var root = new TemporaryFolder();
        SyntheticReports.Of(kind, root["figures"]).Write(root.Path);
        return File.ReadAllText(root[Report.FileName]);
    }
}
