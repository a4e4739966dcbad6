using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EcoSim.Experiments.Results;

namespace EcoSim.Cli.CommandLine;

/// <summary>From words on the command line to an exit status; no exception leaves it.</summary>
public static class Dispatcher
{
    /// <summary>Set to anything, it adds the place of a fault in the program to the message.</summary>
    private const string TraceVariable = "ECOSIM_TRACE";

    public static ExitStatus Run(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        try
        {
            return Parse(args, terminal, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Error.WriteLine("ecosim: interrupted.");
            return ExitStatus.Interrupted;
        }
        catch (Exception error)
        {
            return Explain(error, terminal.Error);
        }
    }

    private static ExitStatus Parse(string[] args, Terminal terminal, CancellationToken cancel)
    {
        RootCommand root = Commands.Build(args, terminal, cancel);
        ParseResult parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Action is null or ParseErrorAction || ParseProblems.HasUnknownOption(parsed))
        {
            ParseProblems.Write(parsed, terminal.Error);
            return ExitStatus.Invalid;
        }

        // Interrupts and exceptions are dealt with here, not by the parser.
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var status = (ExitStatus)parsed.Invoke(invocation);
        if (parsed.Action is HelpAction)
        {
            WriteExamples(parsed.CommandResult.Command, terminal.Output);
        }

        return status;
    }

    private static void WriteExamples(Command command, TextWriter output)
    {
        string? examples = command switch
        {
            RootCommand => Commands.Examples,
            CommandWithExamples documented => documented.Examples,
            _ => null,
        };
        if (examples is not null)
        {
            output.WriteLine($"Examples:\n{examples}");
        }
    }

    private static ExitStatus Explain(Exception error, TextWriter output)
    {
        if (error is RefusedException)
        {
            output.WriteLine($"ecosim: {error.Message}");
            return ExitStatus.Invalid;
        }

        if (error is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            output.WriteLine($"ecosim: {WriteFault.Said(error)} What was complete before is unchanged.");
            return ExitStatus.Fault;
        }

        output.WriteLine(
            $"ecosim: fault in the program: {error.GetType().Name}: {OneLine(error.Message)} "
            + "Please open an issue with this line, the command line and the scenario file.");
        if (Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 })
        {
            output.WriteLine(error.ToString());
        }

        return ExitStatus.Fault;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
