namespace EcoSim.Reporting;

/// <summary>What a corrected p-value is, for someone who has not met one.</summary>
public static class HolmText
{
    /// <param name="tests">Outcomes that were tested together; at least one.</param>
    /// <param name="found">Those whose corrected p-value is below 5 %.</param>
    public static string Of(int tests, int found) =>
        $"the chance of so large a difference if nothing but luck were at work, raised (Holm's correction) because among {tests} outcomes some look moved by luck alone; "
        + $"so corrected, the chance of even one false alarm among those below 0.05 is at most 5 %. {found} of {tests} {(found == 1 ? "is" : "are")} below 0.05. The headline was named beforehand and is read by its own interval, uncorrected.";
}
