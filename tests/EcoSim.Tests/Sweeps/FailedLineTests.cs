using EcoSim.Experiments.Sweeps.Runs;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Sweeps;

/// <summary>A line of the log that cannot be written spoils no line after it.</summary>
public sealed class FailedLineTests
{
    [Fact]
    public void The_line_after_a_failed_one_stands_alone()
    {
        using var root = new TemporaryFolder();
        using var lines = new RunLogLines(root["log"], ["value"]);
        lines.Append("first", 0, false, [1]);

        // A closed file takes no line, as a full disk takes none.
        lines.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lines.Append("failed", 1, false, [2]));
        lines.Append("next", 2, true, [3]);
        lines.Dispose();

        var found = new List<(string, int, bool, double)>();
        foreach (string path in Directory.GetFiles(root["log"]))
        {
            var file = new RunLogFile(path, ["value"]);
            file.Read((key, replicate, isChecked, values) => found.Add((key, replicate, isChecked, values[0])));
            Assert.Null(file.Problem);
        }

        Assert.Equal([("first", 0, false, 1.0), ("next", 2, true, 3.0)], found.OrderBy(run => run.Item2));
    }
}
