namespace EcoSim.Reporting;

/// <summary>Style and script of the results page, which are files of their own here and part of every page.</summary>
internal static class PageResource
{
    /// <summary>Text of a file in this folder.</summary>
    public static string Text(string name)
    {
        using Stream stream = typeof(PageResource).Assembly.GetManifestResourceStream("pages/" + name)
            ?? throw new ArgumentException($"The program holds no page resource '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
