using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcoSim.Tests.Pages;

/// <summary>A page as headless Chromium shows it.</summary>
/// <param name="Problems">Errors, warnings and messages of the console, requests, and whatever the page's examination found wrong.</param>
/// <param name="Figures">Figures that are visible within the window.</param>
internal sealed record Shown(IReadOnlyList<string> Problems, int Figures)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private const int Patience = 90_000;

    /// <summary>Path of the browser, or null where none is installed.</summary>
    public static string? Browser { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Opens a page in a window of this width and examines it with <c>examine.js</c>.</summary>
    public static Shown In(string page, int width)
    {
        string folder = Directory.CreateTempSubdirectory("ecosim-chromium-").FullName;
        try
        {
            string examined = Path.Combine(folder, "page.html");
            string script = File.ReadAllText(Repository.PathOf("tests", "EcoSim.Tests", "Pages", "examine.js"));
            File.WriteAllText(examined, Regex.Replace(File.ReadAllText(page), "<head>", $"<head><script>{script}</script>"));
            (string dom, string messages) = Open(examined, width, Path.Combine(folder, "profile"));
            Match found = Regex.Match(dom, "data-examined=\"([^\"]*)\"");
            Assert.True(found.Success, $"Chromium did not finish the page: {messages}");
            using JsonDocument result = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(found.Groups[1].Value)));
            return new Shown(
                [
                    .. Regex.Matches(messages, @":CONSOLE.*").Select(match => match.Value),
                    .. result.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!),
                ],
                result.RootElement.GetProperty("figures").GetInt32());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Dom, string Messages) Open(string page, int width, string profile)
    {
        string[] options =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--enable-logging=stderr", "--v=0", "--virtual-time-budget=3000",
            $"--user-data-dir={profile}", $"--window-size={width},900", "--dump-dom", new Uri(page).AbsoluteUri,
        ];
        using Process browser = Process.Start(new ProcessStartInfo(Browser!, options) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> messages = browser.StandardError.ReadToEndAsync();
        Task<string> dom = browser.StandardOutput.ReadToEndAsync();
        if (!browser.WaitForExit(Patience))
        {
            browser.Kill(entireProcessTree: true);
        }

        return (dom.Result, messages.Result);
    }
}
