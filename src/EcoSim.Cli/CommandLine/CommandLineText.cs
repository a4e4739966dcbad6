namespace EcoSim.Cli.CommandLine;

/// <summary>The command line as it can be pasted into a shell again.</summary>
public static class CommandLineText
{
    private const string PlainPunctuation = "-_./=:,+@%";

    public static string Of(IEnumerable<string> args) => string.Join(' ', args.Prepend("ecosim").Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || PlainPunctuation.Contains(letter))
            ? word
            : $"'{word.Replace("'", @"'\''")}'";
}
