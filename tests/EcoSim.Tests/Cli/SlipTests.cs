using EcoSim.Cli;
using EcoSim.Cli.CommandLine;
using Tree = EcoSim.Cli.CommandLine.Commands;

namespace EcoSim.Tests.Cli;

/// <summary>Every one-letter slip in a command or an option, over all places and a few letters: the right word is suggested.</summary>
public class SlipTests
{
    private const double LeastRight = 0.9;

    /// <summary>A vowel, two consonants and a dash stand for the letters that a finger may hit.</summary>
    private const string Letters = "aesx-";

    [Fact]
    public void Commands() => RightAtLeastNineInTen(CommandNames([]), slip => [slip]);

    [Fact]
    public void What_is_described() => RightAtLeastNineInTen(CommandNames(["describe"]), slip => ["describe", slip]);

    [Fact]
    public void Options_of_run() => RightAtLeastNineInTen(OptionNames(), slip => ["run", "baseline", slip]);

    [Fact]
    public void Options_of_run_with_a_value() => RightAtLeastNineInTen(OptionNames(), slip => ["run", slip + "=3", "baseline"]);

    private static void RightAtLeastNineInTen(string[] words, Func<string, string[]> commandLine)
    {
        int slips = 0, right = 0;
        var wrong = new List<string>();
        foreach (string word in words)
        {
            foreach (string slip in SlipsOf(word).Except(words))
            {
                CommandLineRun run = CommandLineRun.Of(commandLine(slip));
                Assert.True(run.Status == ExitStatus.Invalid, $"'{slip}' for '{word}' was taken.");
                slips++;
                if (run.Error.Contains($"Did you mean '{word}'?"))
                {
                    right++;
                }
                else
                {
                    wrong.Add($"{slip} for {word}: {run.Error.Split('\n')[0]}");
                }
            }
        }

        Assert.True(right >= LeastRight * slips, $"{right} of {slips} are right; wrong:\n{string.Join('\n', wrong.Take(40))}");
    }

    /// <summary>A letter left out, doubled, swapped with its neighbour, replaced or added; leading dashes stay, the first one of two may be missing.</summary>
    private static IEnumerable<string> SlipsOf(string word)
    {
        int first = word.Length - word.TrimStart('-').Length;
        var slips = new HashSet<string>(StringComparer.Ordinal);
        for (int i = first; i < word.Length; i++)
        {
            slips.Add(word.Remove(i, 1));
            slips.Add(word.Insert(i, word[i..(i + 1)]));
            if (i + 1 < word.Length)
            {
                slips.Add($"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");
            }

            foreach (string letter in Letters.Select(letter => letter.ToString()))
            {
                slips.Add(word.Remove(i, 1).Insert(i, letter));
                slips.Add(word.Insert(i + 1, letter));
            }
        }

        if (first > 0)
        {
            slips.Add(word[1..]);
        }

        return slips.Where(slip => slip != word && slip.Trim('-').Length > 0 && (first > 0 || slip[0] != '-'));
    }

    private static string[] CommandNames(string[] below)
    {
        System.CommandLine.Command command = Root();
        foreach (string name in below)
        {
            command = command.Subcommands.Single(sub => sub.Name == name);
        }

        return [.. command.Subcommands.Select(sub => sub.Name)];
    }

    private static string[] OptionNames() => [.. Root().Subcommands.Single(sub => sub.Name == "run").Options.Select(option => option.Name)];

    private static System.CommandLine.Command Root() => Tree.Build([], new Terminal(TextWriter.Null, TextWriter.Null), CancellationToken.None);
}
