using EcoSim.Cli;

namespace EcoSim.Tests.Cli;

public sealed class CompletionsTests
{
    [Theory]
    [InlineData("co", "compare")]
    [InlineData("run hang", "hangzhou")]
    [InlineData("compare baseline no-", "no-cloud")]
    [InlineData("sweep fir", "first-try")]
    [InlineData("head", "headline")]
    [InlineData("headline hang", "hangzhou")]
    [InlineData("headline hangzhou --post", "--posterior")]
    [InlineData("run baseline --set channels.tal", "channels.talent=")]
    public void A_name_begun_is_completed(string line, string expected)
    {
        CommandLineRun run = CommandLineRun.Of($"[suggest:{line.Length}]", line);
        Assert.Contains(expected, run.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _ecosim ecosim")]
    [InlineData("zsh", "compdef _ecosim ecosim")]
    [InlineData("fish", "complete -c ecosim")]
    public void Each_shell_has_its_script(string shell, string expected)
    {
        CommandLineRun run = CommandLineRun.Of("completions", shell);
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains(expected, run.Output);
    }
}
