namespace EcoSim.Cli.CommandLine;

/// <summary>The command line as it can be pasted into a shell again.</summary>
public static class CommandLineText
{
    private const string PlainPunctuation = "-_./=:,+@%";

    public static string Of(IEnumerable<string> args) => Words(args.Prepend("ecosim"));

    /// <summary>Words as a shell reads them back, one by one.</summary>
    public static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Settings as options: those that have an option of their own by its name, the others with <c>--set</c>.</summary>
    public static string Options(IEnumerable<string> sets) => string.Join(' ', sets.SelectMany(Option));

    private static string[] Option(string set) => set.Split('=', 2) switch
    {
        ["run.replicates" or "run.seed" or "run.months", var value] parts => [$"--{parts[0]["run.".Length..]}", Quote(value)],
        _ => ["--set", Quote(set)],
    };

    private static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || PlainPunctuation.Contains(letter))
            ? word
            : $"'{word.Replace("'", @"'\''")}'";
}
