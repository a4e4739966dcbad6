namespace EcoSim.Experiments.Lives;

/// <summary>A person's jobs, from following them month by month.</summary>
internal static class WorkingLife
{
    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, FollowedLife followed)
    {
        Place? before = null;
        foreach (Sighting sighting in followed.Sightings)
        {
            Place now = Place.Of(followed, sighting);
            if (before is null || !now.SameAs(before))
            {
                string text = before is null ? First(ledger, now) : Change(before, now);
                before = now;
                if (text.Length > 0)
                {
                    yield return new LifeEvent(ledger.Date(sighting.Month), text + ".");
                }
            }
        }
    }

    private static string First(ReplicateLedger ledger, Place now) => now.State switch
    {
        "founder" => $"Comes into the model in {now.Hub} as a founder, {now.Trade}",
        "student" => $"Graduates in {now.Hub}, {now.Trade}",
        "unemployed" => $"Comes to {now.Hub}, {now.Trade}, and looks for a job",
        _ => $"{char.ToUpperInvariant(now.Trade[0])}{now.Trade[1..]} at {now.Work} in {now.Hub} since {ledger.Date((int)now.Joined)}",
    };

    private static string Change(Place before, Place now)
    {
        string moved = before.Hub == now.Hub ? "" : $", in {now.Hub}";
        string left = before.Employer == "none" || before.Employer == now.Employer ? "" : $" after {LifeNames.Span((int)now.Tenure)} at {before.Employer}";
        if (now.State == "founder")
        {
            // The founding itself is told with its firm.
            return "";
        }

        if (now.Employer == before.Employer && now.State == before.State)
        {
            return now.Division != before.Division ? $"Moves to the {now.Division} division"
                : now.Role != before.Role ? $"Becomes {now.Trade}"
                : $"Moves to {now.Hub}";
        }

        string promoted = now.Role == before.Role ? "" : $" as {now.Trade}";
        return now.State switch
        {
            "gone" => $"Retires{left}",
            "unemployed" => now.Reason == "layoff" ? $"Laid off{left}; looks for a job" : $"Looks for a job{left}, which has ended",
            _ => now.Reason == "exit" && before.Employer != "none"
                ? $"Goes to {now.Work} with the sale of {before.Employer}{moved}"
                : $"Joins {now.Work}{promoted}{left}{moved}",
        };
    }

    /// <summary>Where someone stands.</summary>
    private sealed record Place(string State, string Employer, string Division, string Role, string Hub, string Reason, double Joined, double Tenure)
    {
        public string Work => Division == "none" ? Employer : $"{Employer}, {Division} division";

        /// <summary>"an engineer"</summary>
        public string Trade => (Role == "engineer" ? "an " : "a ") + Role;

        public bool SameAs(Place other) =>
            (State, Employer, Division, Role, Hub, Joined) == (other.State, other.Employer, other.Division, other.Role, other.Hub, other.Joined);

        public static Place Of(FollowedLife life, Sighting sighting)
        {
            return new Place(
                Word(PersonReader.State), Word(PersonReader.Employer), Word(PersonReader.Division), Word(PersonReader.Role), Word(PersonReader.Hub),
                Word(PersonReader.Reason), Value(PersonReader.Joined).Number, Value(PersonReader.Tenure).Number);

            LifeValue Value(string field) => sighting.Values[life.IndexOf(field)];

            string Word(string field) => Value(field).Word ?? "";
        }
    }
}
