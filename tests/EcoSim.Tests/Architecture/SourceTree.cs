namespace EcoSim.Tests.Architecture;

/// <summary>The C# files of the checkout, read once.</summary>
public static class SourceTree
{
    /// <summary>Files of programs, tests and benchmarks, in order of path.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Read("src"), .. Read("tests"), .. Read("benchmarks")];

    public static IEnumerable<SourceFile> Programs => All.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Model => All.Where(file => file.InModel);

    private static IEnumerable<SourceFile> Read(string folder) =>
        from path in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        let below = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where !below.Contains("/bin/") && !below.Contains("/obj/")
        orderby below
        select new SourceFile(below, File.ReadAllText(path));
}
