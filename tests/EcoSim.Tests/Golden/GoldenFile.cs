namespace EcoSim.Tests.Golden;

/// <summary>Compares text with an approved file; set <c>ECOSIM_ACCEPT=1</c> to approve what was produced.</summary>
public static class GoldenFile
{
    public static void Matches(string pathInRepository, string actual)
    {
        string path = Repository.PathOf(pathInRepository);
        if (Environment.GetEnvironmentVariable("ECOSIM_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Same(pathInRepository, File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }

    /// <summary>The comparison alone, which writes nothing.</summary>
    public static void Same(string pathInRepository, string approved, string actual) =>
        Assert.True(approved == actual, $"{pathInRepository} is not what the program produces now. {Difference(approved, actual)} "
            + "Run the tests once with ECOSIM_ACCEPT=1 and review the change, or mend the program.");

    private static string Difference(string approved, string actual)
    {
        string[] old = approved.Split('\n'), now = actual.Split('\n');
        int line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"First difference in line {line + 1}: approved '{old.ElementAtOrDefault(line)}', produced '{now.ElementAtOrDefault(line)}'.";
    }
}
