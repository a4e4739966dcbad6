using System.Runtime.CompilerServices;
using EcoSim.Cli.CommandLine;

namespace EcoSim.Cli;

/// <summary>Starts the program. Nothing is loaded here that <c>--version</c> does not need.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.Out.WriteLine(Version);
            return (int)ExitStatus.Done;
        }

        return Dispatch(args);
    }

    /// <summary>Version such as <c>0.1.0</c>.</summary>
    public static string Version => typeof(Program).Assembly.GetName().Version!.ToString(3);

    /// <summary>Kept apart so that the parser is loaded only when it is called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Dispatch(string[] args)
    {
        using var interrupt = new Interrupt();
        return (int)Dispatcher.Run(args, Terminal.OfProcess(), interrupt.Token);
    }
}
