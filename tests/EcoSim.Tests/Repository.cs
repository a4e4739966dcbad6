namespace EcoSim.Tests;

/// <summary>Finds files of the checkout from the place where the tests were built.</summary>
public static class Repository
{
    /// <summary>Folder that holds <c>EcoSim.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EcoSim.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No EcoSim.sln above '{AppContext.BaseDirectory}'; the tests must run from inside a checkout.");
    }
}
