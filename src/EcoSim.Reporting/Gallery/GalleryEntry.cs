namespace EcoSim.Reporting;

/// <summary>One comparison of the gallery.</summary>
/// <param name="Name">Name of its page and pictures, without ending.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Mechanism">What happens in the model; says nothing of results, which are computed.</param>
/// <param name="Baseline">Scenario that the others are compared with.</param>
/// <param name="Others">Scenarios that change it.</param>
public sealed record GalleryEntry(string Name, string Question, string Mechanism, string Baseline, params IReadOnlyList<string> Others)
{
    /// <summary>The command that makes the numbers of the page again.</summary>
    /// <param name="options">Options that change them, such as <c>--replicates 20</c>; may be empty.</param>
    public string CommandLine(string options) => string.Join(' ', ((string[])["ecosim compare", Baseline, .. Others, options]).Where(word => word.Length > 0));
}
