namespace EcoSim.Experiments.Lives;

/// <summary>The milestones of a start-up and the setbacks on the way.</summary>
internal static class FirmMilestones
{
    public static IEnumerable<LifeEvent> Of(ReplicateLedger ledger, string firm)
    {
        LifeRow[] tries = [.. ledger[Table.Milestones].Where("org_id", firm)];
        for (int i = 0; i < tries.Length; i++)
        {
            LifeRow row = tries[i];
            int number = row.Whole("milestone") ?? 0, all = row.Whole("milestones") ?? 0, people = row.Whole("employees") ?? 0;
            string what = $"milestone {number} of {all} ({LifeNames.Plain(row["kind"])})";
            string with = $"with {LifeNames.Count(people)} {(people == 1 ? "person" : "people")} on {LifeNames.Compute(row["compute_mode"])}";
            string text = !row.Flag("reached") ? $"Setback at {what}, {with}."
                : number == all ? $"On the market: {what}, {with}."
                : $"Reaches {what}, {with}.";
            yield return new LifeEvent(ledger.Date(row.Whole("month") ?? 0), text);
        }
    }
}
