namespace EcoSim.Reporting;

/// <summary>What a corrected p-value is, for someone who has not met one.</summary>
public static class HolmText
{
    /// <param name="tests">Outcomes of one world that were tested together; at least one.</param>
    /// <param name="found">Those whose corrected p-value is below 5 %.</param>
    /// <param name="worlds">Worlds that are compared with the baseline, each of them corrected by itself.</param>
    public static string Of(int tests, int found, int worlds) =>
        $"the chance of so large a difference if nothing but luck were at work, raised (Holm's correction) because among {tests} outcomes some look moved by luck alone; "
        + $"so corrected, the chance of even one false alarm among {(worlds > 1 ? "this world's outcomes" : "those")} below 0.05 is at most 5 %{Each(worlds)}. "
        + $"{found} of {tests} {(found == 1 ? "is" : "are")} below 0.05. The headline was named beforehand and is read by its own interval, uncorrected.";

    private static string Each(int worlds) => worlds > 1 ? $", and each of the {worlds} worlds has that chance again" : "";
}
