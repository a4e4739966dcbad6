using System.Globalization;
using System.Text;
using EcoSim.Cli.CommandLine;

namespace EcoSim.Cli.Clustering;

/// <summary>The script that sbatch takes: its options, and the command of each task.</summary>
/// <param name="experiment">Name of the experiment.</param>
/// <param name="folder">Full path of the folder that takes parts and logs.</param>
/// <param name="command">The command of a task, without its part.</param>
/// <param name="request">What the options ask for.</param>
internal sealed class SlurmScript(string experiment, string folder, IReadOnlyList<string> command, SlurmRequest request)
{
    public const string Name = "job.sh";

    public string Path => System.IO.Path.Combine(folder, Name);

    /// <summary>What a task said.</summary>
    public string LogOf(int part) => System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"part-{part}.log"));

    /// <summary>Writes the script for these parts.</summary>
    public void Write(SlurmNeeds needs, IReadOnlyList<int> parts, bool force)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path, Text(needs, parts, force), new UTF8Encoding(false));
    }

    internal string Text(SlurmNeeds needs, IReadOnlyList<int> parts, bool force)
    {
        string time = string.Create(CultureInfo.InvariantCulture, $"{needs.Minutes / 1440}-{needs.Minutes / 60 % 24:00}:{needs.Minutes % 60:00}:00");
        var text = new StringBuilder("#!/bin/bash\n");
        text.Append(CultureInfo.InvariantCulture, $"# The sweep {experiment} in {needs.Tasks} parts, a task each. What is done is kept, so a part that was stopped goes on where it was.\n");
        Option($"job-name=\"ecosim-{experiment}\"");
        Option($"array={Ranges(parts)}");
        Option($"cpus-per-task={needs.Cpus}");
        Option($"mem={needs.Megabytes}M");
        Option($"time={time}");
        Option($"chdir=\"{Environment.CurrentDirectory}\"");
        Option($"output=\"{folder.Replace("%", "%%", StringComparison.Ordinal)}/part-%a.log\"");
        Option("open-mode=append");
        if (request.Partition is { } partition)
        {
            Option($"partition={partition}");
        }

        foreach (string option in request.Options)
        {
            Option(option);
        }

        // The program takes the place of the shell, so that Slurm's request to stop reaches it and it ends in order.
        string[] words = [.. command, "--threads", needs.Cpus.ToString(CultureInfo.InvariantCulture), .. force ? ["--force"] : Array.Empty<string>()];
        text.Append(CultureInfo.InvariantCulture, $"exec {CommandLineText.Words(words)} --shard \"$SLURM_ARRAY_TASK_ID/{needs.Tasks}\"\n");
        return text.ToString();

        void Option(string option) => text.Append("#SBATCH --").Append(option).Append('\n');
    }

    /// <summary>Numbers as sbatch writes them: 1-3,7.</summary>
    internal static string Ranges(IReadOnlyList<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (int number in numbers.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return string.Join(',', ranges.Select(range => string.Create(
            CultureInfo.InvariantCulture, $"{range.First}{(range.Last > range.First ? $"-{range.Last}" : "")}")));
    }
}
