using System.CommandLine;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;

namespace EcoSim.Cli.CommandLine;

/// <summary><c>ecosim completions SHELL</c>: a script after which the shell completes commands, options, scenarios and parameters.</summary>
internal static class CompletionsCommand
{
    private const string Examples =
        """
          source <(ecosim completions bash)
          source <(ecosim completions zsh)
          ecosim completions fish | source
        """;

    /// <summary>Bash takes = and : for ends of words; the part that was typed before them is cut from what is offered.</summary>
    private const string Bash =
        """
        _ecosim() {
            local word=${COMP_WORDS[COMP_CWORD]}
            local line=${COMP_LINE#* }
            local place=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
            mapfile -t COMPREPLY < <(compgen -W "$(ecosim "[suggest:$place]" "$line" 2>/dev/null)" -- "$word")
            if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
        }
        complete -o default -F _ecosim ecosim
        """;

    private const string Zsh =
        """
        _ecosim() {
            local line=${BUFFER#* }
            local -a found
            found=(${(f)"$(ecosim "[suggest:$((CURSOR - ${#BUFFER} + ${#line}))]" "$line" 2>/dev/null)"})
            compadd -- $found
            _files
        }
        compdef _ecosim ecosim
        """;

    private const string Fish =
        """
        function __ecosim
            set -l line (commandline -cp | string replace -r '^\S+ ' '')
            ecosim "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c ecosim -a '(__ecosim)'
        """;

    public static Command Build(Terminal terminal)
    {
        var command = new CommandWithExamples("completions", "Print a script that lets a shell complete commands, options, scenarios and parameters.", Examples)
        {
            Script("bash", Bash), Script("zsh", Zsh), Script("fish", Fish),
        };
        return command;

        Command Script(string shell, string text)
        {
            var script = new Command(shell, $"The script for {shell}.");
            script.SetAction(_ => terminal.Output.WriteLine(text));
            return script;
        }
    }

    /// <summary>Gives every command the names that its arguments and options can take.</summary>
    public static void Offer(RootCommand root)
    {
        foreach (Command command in root.Subcommands)
        {
            foreach (Argument argument in command.Arguments)
            {
                Func<IEnumerable<string>>? names = argument.Name switch
                {
                    "SCENARIO" or "BASELINE" or "OTHER" => () => ShippedScenarios.Names,
                    "EXPERIMENT" => () => ShippedScenarios.Experiments,
                    _ => null,
                };
                if (names is not null)
                {
                    // Help would show every name in place of the argument's own.
                    argument.HelpName = argument.Name;
                    argument.CompletionSources.Add(_ => names().Select(name => new System.CommandLine.Completions.CompletionItem(name)));
                }
            }

            foreach (Option option in command.Options.Where(option => option.Name == "--set"))
            {
                option.CompletionSources.Add(_ => Catalogue.All.Select(parameter => new System.CommandLine.Completions.CompletionItem(parameter.Path + "=")));
            }
        }
    }
}
