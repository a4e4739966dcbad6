using EcoSim.Reporting;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>Results pages in a browser, where one is installed: nothing on the console, no request, every figure in sight at the width of a telephone and of a screen.</summary>
public sealed class ChromiumTests
{
    public static TheoryData<string, int> Windows
    {
        get
        {
            var windows = new TheoryData<string, int>();
            foreach (string kind in SyntheticReports.Kinds)
            {
                windows.Add(kind, 390);
                windows.Add(kind, 1280);
            }

            return windows;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_page_shows_all_its_figures_and_asks_for_nothing(string kind, int width)
    {
        Assert.SkipWhen(Shown.Browser is null, "No Chromium is installed.");
        using var root = new TemporaryFolder();
        Report report = SyntheticReports.Of(kind, root["figures"]);
        report.Write(root.Path);
        Shown shown = Shown.In(root[Report.FileName], width);
        Assert.Equal((report.Figures.Count, ""), (shown.Figures, string.Join('\n', shown.Problems)));
    }

    [Fact]
    public void The_examination_finds_what_is_wrong()
    {
        Assert.SkipWhen(Shown.Browser is null, "No Chromium is installed.");
        using var root = new TemporaryFolder();
        Report report = SyntheticReports.Of("attribute", root["figures"]);
        report.Write(root.Path);
        string broken = File.ReadAllText(root[Report.FileName])
            .Replace("</main>", "<img alt=\"\" src=\"https://localhost:9/x.png\"><div style=\"width: 5000px\">x</div><script>console.error('oh'); missing();</script></main>")
            .Replace("<figure id=\"figure-waterfall\"", "<figure style=\"display: none\" id=\"figure-waterfall\"");
        Shown shown = Shown.In(root.Write("broken.html", broken), 1280);
        Assert.Equal(report.Figures.Count - 1, shown.Figures);
        string problems = string.Join('\n', shown.Problems);
        Assert.Contains("CONSOLE", problems);
        Assert.Contains("\"oh\"", problems);
        Assert.Contains("error: Uncaught ReferenceError", problems);
        Assert.Contains("request: https://localhost:9", problems);
        Assert.Contains("wide in a window of 1280", problems);
    }
}
