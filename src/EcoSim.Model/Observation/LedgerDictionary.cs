namespace EcoSim.Model.Observation;

/// <summary>What a table of the ledger tells.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Row">What a row is, and which are there.</param>
/// <param name="Columns">Columns in the order of the file, without the leading <c>replicate</c>.</param>
public sealed record LedgerTableMeaning(string Name, string Row, IReadOnlyList<LedgerColumnMeaning> Columns);

/// <summary>What a column of the ledger holds.</summary>
/// <param name="Name">Header.</param>
/// <param name="Unit">Unit; "id" for identities, "word" for one of a few words, "flag" for true or false.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record LedgerColumnMeaning(string Name, string Unit, string Meaning);

/// <summary>The ledger's tables and columns in words. A test holds it against what is written.</summary>
public static class LedgerDictionary
{
    private const string Money = "million RMB", Months = "month", Id = "id", Word = "word", Flag = "flag", Index = "index", People = "people";

    /// <summary>All tables in the order in which they are written.</summary>
    public static IReadOnlyList<LedgerTableMeaning> Tables { get; } =
    [
        new("organizations", "An organisation that ever was in the model: start-ups, funds, anchors, universities, ordinary firms.",
        [
            new("org_id", Id, "Identity; the same in every scenario in which the same people found it."),
            new("kind", Word, "startup, fund, anchor, university or incumbent."),
            new("hub", Word, "Where it sits: home, beijing, shenzhen or others."),
            new("sector", Word, "Industry; of a fund, the one it knows best."),
            new("founded_month", Months, "Month of founding, 0 the first recorded one; before it in the warm-up."),
            new("origin", Word, "Where its first founder came from; start-ups only."),
            new("parent_org_id", Id, "Organisation that the first founder left; of an affiliated fund, its anchor."),
            new("generation", "number", "Firms between it and an anchor: 1 for an anchor's own spin-out, 0 without an anchor among the ancestors."),
            new("founder_count", People, "Founders."),
            new("status", Word, "What became of it; operating while it lives unlisted."),
            new("exit_month", Months, "Month of its end, sale or listing."),
            new("exit_value", Money, "Paid to its holders at sale or listing."),
            new("peak_valuation", Money, "The most it was ever thought to be worth."),
            new("dragon_month", Months, "Month in which it passed the threshold of a little dragon."),
            new("compute_mode", Word, "How it got its compute last: none, own hardware, cloud or ready-made service."),
        ]),
        new("people", "A founder as of a founding, and an angel at the end (without org_id).",
        [
            new("org_id", Id, "The firm founded; empty for angels."),
            new("person_id", Id, "Identity of the person; of an angel without a person in the model, of the investor."),
            new("hub", Word, "Where the firm was founded, or where the angel lives."),
            new("ability", Index, "Innate speed of learning, mean 1."),
            new("skill_technical", Index, "Technical skill; 1 is the frontier of an ordinary firm."),
            new("skill_marketing", Index, "Marketing skill."),
            new("skill_operations", Index, "Operations skill."),
            new("skill_finance", Index, "Finance skill."),
            new("anchor_tenure_months", "months", "Months worked at anchors."),
            new("anchor_same_sector_months", "months", "Of these, months in the sector of the last job."),
            new("same_sector_months", "months", "Months in a row in the sector of the last job."),
            new("roles_held", "number", "Roles and divisions ever held."),
            new("prior_foundings", "number", "Firms founded before."),
            new("prior_successes", "number", "Of these, sold for more than was put in, or listed."),
            new("is_angel", Flag, "Whether the person ever was an angel."),
            new("role", Word, "Trade at the end."),
            new("entered_month", Months, "Month in which the person began to work or study in the model; before 0 for who was there at the start."),
        ]),
        new("jobs", "Founders and first staff of a start-up, up to six people there at once.",
        [
            new("org_id", Id, "The start-up."),
            new("person_id", Id, "Who joined."),
            new("title", Word, "founder or employee."),
            new("start_month", Months, "Month of joining."),
            new("previous_org_id", Id, "Last employer."),
            new("previous_end_month", Months, "Month in which that job ended."),
            new("left_because", Word, "Why it ended."),
            new("previous_tenure_months", "months", "How long it had lasted."),
        ]),
        new("funding_rounds", "A financing round.",
        [
            new("round_id", Id, "Identity of the round."),
            new("org_id", Id, "The start-up."),
            new("stage", Word, "angel, seed, a, b, c, d, or e and later."),
            new("month", Months, "Month in which it closed."),
            new("raised", Money, "New money."),
            new("pre_money", Money, "Value before the new money."),
            new("post_money", Money, "Value after it."),
            new("lead_investor_id", Id, "Who led it."),
            new("score", Index, "The lead's belief of the firm's log quality, fit with the anchor's needs included."),
            new("cutoff", Index, "Least score at which the lead would have put money in."),
            new("turned_down_before", "number", "Pitches turned down since the last round; only of firms whose pitches are kept."),
        ]),
        new("investments", "One investor's part in a round (a cheque).",
        [
            new("round_id", Id, "The round."),
            new("investor_id", Id, "The investor."),
            new("investor_kind", Word, "What kind of money it is."),
            new("amount", Money, "Put in."),
            new("share", "share", "Share of the firm bought."),
            new("proceeds", Money, "Got back, payouts of profits included; what is still held counts at the price of the firm's last round."),
            new("proceeds_month", Months, "Month of sale, listing or end; empty while it is held."),
        ]),
        new("pitches", "A firm asking an investor for money; of one firm in a few, chosen by identity.",
        [
            new("org_id", Id, "The start-up."),
            new("investor_id", Id, "Whom it asked."),
            new("month", Months, "When."),
            new("stage", Word, "Stage asked for."),
            new("score", Index, "The investor's belief of log quality, fit with the anchor's needs included."),
            new("cutoff", Index, "Least score at which it puts money in."),
            new("funded", Flag, "Whether it did."),
            new("reason", Word, "Why not: too low, no money or no attention left."),
        ]),
        new("exits", "An end of a start-up, or its listing.",
        [
            new("org_id", Id, "The start-up."),
            new("month", Months, "When."),
            new("kind", Word, "acquisition, ipo or failure."),
            new("acquirer_org_id", Id, "Who bought it."),
            new("value", Money, "Paid to its holders."),
        ]),
        new("panel", "A firm at the end of a year, and a start-up in the month in which it is sold.",
        [
            new("org_id", Id, "The firm: start-ups and ordinary firms."),
            new("month", Months, "Month of the account."),
            new("year", "year", "Calendar year of the account."),
            new("age_months", "months", "Age; start-ups only."),
            new("employees", People, "People working there, founders included."),
            new("revenue", "million RMB/year", "Sales of the month, times twelve."),
            new("valuation", Money, "What it is thought to be worth."),
            new("cash", Money, "Cash."),
            new("compute_used", "units/year", "Compute of the month, times twelve."),
            new("productivity", Index, "Knowledge; 1 is an ordinary firm's at the start."),
            new("stage", Word, "Stage of the last round."),
        ]),
        new("milestones", "A try at a milestone that has ended, well or not.",
        [
            new("org_id", Id, "The start-up."),
            new("month", Months, "When the work on it ended."),
            new("milestone", "number", "Which milestone, from 1."),
            new("milestones", "number", "Milestones from founding to the market in its sector."),
            new("kind", Word, "product, hardware, integration or market entry."),
            new("reached", Flag, "Whether it was reached; otherwise it is tried again."),
            new("employees", People, "People working there."),
            new("compute_mode", Word, "How the firm got its compute."),
        ]),
        new("anchor_staff", "Staff of the anchors at the start of a year, by what they did within it; years that are followed for long enough.",
        [
            new("year", "year", "Calendar year."),
            new("group", Word, "Those who stayed, who left of their own will (to found as well), and who were dismissed."),
            new("persons", People, "How many."),
            new("founded_within_24_months", People, "Of these, who founded a firm within two years."),
        ]),
        new("anchor_staff_sample", "A person of a fixed sample in a year's first month at an anchor.",
        [
            new("person_id", Id, "Who."),
            new("month", Months, "When."),
            new("division", Word, "Part of the anchor."),
            new("role", Word, "Trade."),
            new("tenure_months", "months", "Time at the anchor so far."),
            new("skill_technical", Index, "Technical skill; 1 is the frontier of an ordinary firm."),
            new("skill_marketing", Index, "Marketing skill."),
            new("skill_operations", Index, "Operations skill."),
            new("skill_finance", Index, "Finance skill."),
            new("roles_held", "number", "Roles and divisions ever held."),
            new("founded_within_60_months", Flag, "Whether the person founded a firm within five years; empty when the run ends before."),
        ]),
        new("flows", "People who changed state in a year.",
        [
            new("year", "year", "Calendar year; the first is the whole warm-up."),
            new("hub", Word, "Hub they were in before."),
            new("from_state", Word, "Anchor, start-up, other firm, founder, unemployed, student or left."),
            new("to_state", Word, "The state after."),
            new("reason", Word, "Why."),
            new("count", People, "How many."),
        ]),
    ];
}
