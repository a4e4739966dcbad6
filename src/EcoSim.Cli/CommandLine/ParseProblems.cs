using System.CommandLine;
using System.CommandLine.Parsing;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Cli.CommandLine;

/// <summary>Says what is wrong with a command line, and which word was probably meant.</summary>
public static class ParseProblems
{
    /// <summary>True when something that looks like an option was taken for an argument.</summary>
    public static bool HasUnknownOption(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.Count > 0 && UnknownOptions(parsed).Any();

    public static void Write(ParseResult parsed, TextWriter output)
    {
        Command command = parsed.CommandResult.Command;
        string name = FullName(parsed.CommandResult);
        string[] options = [.. UnknownOptions(parsed)];
        bool wrongCommand = command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..] && !IsOptionLike(first);
        if (options.Length > 0 && !wrongCommand)
        {
            foreach (string option in options)
            {
                output.WriteLine($"ecosim: unknown option '{option}'.{Meant(option, OptionNames(parsed.CommandResult))}");
            }
        }
        else if (command.Subcommands.Count > 0)
        {
            WriteSubcommands(parsed, command, name, output);
        }
        else
        {
            foreach (string message in parsed.Errors.Select(Explain).Distinct())
            {
                output.WriteLine($"ecosim: {message}");
            }
        }

        output.WriteLine($"See '{name} --help'.");
    }

    private static string Explain(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var argument, Parent: CommandResult command }
            ? $"'{FullName(command)}' needs {argument.Name}: {argument.Description}"
            : error.Message;

    private static void WriteSubcommands(ParseResult parsed, Command command, string name, TextWriter output)
    {
        string[] known = [.. command.Subcommands.Select(sub => sub.Name)];
        output.WriteLine(
            parsed.UnmatchedTokens is [string typed, ..]
                ? $"ecosim: unknown command '{typed}'; allowed after '{name}' is {Listed(known)}.{Meant(typed, known)}"
                : $"ecosim: '{name}' needs a command: {Listed(known)}.");
    }

    /// <summary>Words that begin like an option and are none of this command's.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed.Tokens
            .Where(token => token.Type == TokenType.Argument && IsOptionLike(token.Value) && !BelongsToOption(parsed, token))
            .Select(token => token.Value.Split('=', 2)[0])
            .Distinct();

    private static bool IsOptionLike(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word != "--";

    /// <summary>A value of an option may begin with a dash, such as a negative number.</summary>
    private static bool BelongsToOption(ParseResult parsed, Token token) =>
        parsed.CommandResult.Children.OfType<OptionResult>().Any(option => option.Tokens.Any(value => ReferenceEquals(value, token)));

    private static IEnumerable<string> OptionNames(CommandResult result) =>
        result.Command.Options.Concat(result.Parent is CommandResult parent ? parent.Command.Options.Where(option => option.Recursive) : [])
            .Select(option => option.Name);

    private static string FullName(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{FullName(parent)} {result.Command.Name}" : "ecosim";

    /// <summary>A word cut short is taken for its full form before any other slip is considered.</summary>
    private static string Meant(string typed, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string? nearest = names.Where(name => name.StartsWith(typed, StringComparison.Ordinal)).ToArray() is [var only]
            ? only
            : NearestName.Among(typed, names.OrderByDescending(name => SharedEnds(typed, name)));
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>Letters that two words share at the beginning and at the end: a letter left out keeps both.</summary>
    private static int SharedEnds(string one, string other) =>
        one.AsSpan().CommonPrefixLength(other) + one.Reverse().Zip(other.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Listed(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
