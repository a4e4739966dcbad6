using EcoSim.Model;

namespace EcoSim.Tests.Documentation;

/// <summary>The steps of a tick as Markdown.</summary>
public static class ScheduleTable
{
    /// <summary>A row per step in the order in which they run, with the reason for the place.</summary>
    public static string Write() => MarkdownTable.Of(
        ["", "step", "why it stands there"],
        Schedule.Steps.Select((step, i) => new[] { (i + 1).ToString(), step.Name, step.Why }));
}
