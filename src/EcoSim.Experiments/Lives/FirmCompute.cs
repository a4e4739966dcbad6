namespace EcoSim.Experiments.Lives;

/// <summary>How a start-up gets its compute, and when that changes; from following it month by month.</summary>
internal static class FirmCompute
{
    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, FollowedLife life)
    {
        int source = life.IndexOf(FirmReader.ComputeFrom);
        string? before = null;
        bool owned = false;
        foreach (Sighting seen in life.Sightings)
        {
            string now = seen.Values[source].Word!;

            // A firm that needs no compute for a while has not turned to another source.
            if (now != WorldWords.NoCompute && now != before)
            {
                yield return new LifeEvent(ledger.Date(seen.Month), Text(now, before is null, owned));
                owned |= now == WorldWords.OwnHardware;
                before = now;
            }
        }
    }

    private static string Text(string source, bool first, bool owned) =>
        source != WorldWords.OwnHardware ? (first ? $"First compute: from {source}." : $"Moves to {source}.")
        : owned ? "Goes back to own hardware."
        : "Buys own hardware.";
}
