using EcoSim.Model.Worlds;
using static EcoSim.Model.Observation.LedgerTable;

namespace EcoSim.Model.Observation;

/// <summary>Rounds, who took part, and a sample of what investors judged.</summary>
internal static class MoneyTables
{
    private static readonly string[] Reasons = ["score", "budget", "attention"];

    /// <summary>One firm in this many has its pitches in the ledger.</summary>
    private const ulong PitchStride = 5;

    /// <summary>A row per round, with the score and the cutoff of the pitch that won it and how many were turned down since the round before.</summary>
    public static LedgerTable Rounds(World world, LedgerWords words)
    {
        PitchRecord[] won = [.. world.PitchRecords!.Where(pitch => pitch.Funded)];
        int[] refusals = RefusalsBefore(world);
        var table = new LedgerTable(
            "funding_rounds",
            new("round_id", ColumnKind.Id), new("org_id", ColumnKind.Id), new("stage", ColumnKind.Word, LedgerWords.Stages),
            new("month", ColumnKind.Integer), new("raised", ColumnKind.Number), new("pre_money", ColumnKind.Number),
            new("post_money", ColumnKind.Number), new("lead_investor_id", ColumnKind.Id),
            new("score", ColumnKind.Number), new("cutoff", ColumnKind.Number), new("turned_down_before", ColumnKind.Integer));
        for (int r = 0; r < world.Rounds.Count; r++)
        {
            ref Round round = ref world.Rounds[r];
            table.Add(
                words.Round(r), words.Firm(round.Firm), (long)round.Stage, words.Month(round.Month), Cell(round.Raised),
                Cell(round.PreMoney), Cell(round.PreMoney + round.Raised), words.Investor(round.Lead),
                Cell(won[r].Score), Cell(won[r].Cutoff), refusals[r]);
        }

        return table;
    }

    /// <summary>Every funded pitch becomes a round, in the same order: for each, the refusals that the firm met since its last one.</summary>
    private static int[] RefusalsBefore(World world)
    {
        var refusals = new List<int>(world.Rounds.Count);
        var open = new Dictionary<int, int>();
        foreach (PitchRecord pitch in world.PitchRecords!)
        {
            int met = open.GetValueOrDefault(pitch.Firm);
            open[pitch.Firm] = pitch.Funded ? 0 : met + 1;
            if (pitch.Funded)
            {
                refusals.Add(met);
            }
        }

        return [.. refusals];
    }

    /// <summary>Holdings still open are valued at the firm's last round and have no month of proceeds.</summary>
    public static LedgerTable Investments(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "investments",
            new("round_id", ColumnKind.Id), new("investor_id", ColumnKind.Id), new("investor_kind", ColumnKind.Word, LedgerWords.InvestorKinds),
            new("amount", ColumnKind.Number), new("share", ColumnKind.Number), new("proceeds", ColumnKind.Number),
            new("proceeds_month", ColumnKind.Integer));
        foreach (ref readonly Holding holding in world.Holdings.All)
        {
            ref Firm firm = ref world.Firms[holding.Firm];
            bool open = holding.ProceedsMonth < 0;
            double worth = holding.Proceeds + (open ? firm.PostMoney * holding.Share * firm.Dilution / holding.DilutionAtIssue : 0);
            table.Add(
                words.Round(holding.Round), words.Investor(holding.Investor), (long)world.Investors[holding.Investor].Kind,
                Cell(holding.Amount), Cell(holding.Share), Cell(worth), open ? Missing : words.Month(holding.ProceedsMonth));
        }

        return table;
    }

    public static LedgerTable Pitches(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "pitches",
            new("org_id", ColumnKind.Id), new("investor_id", ColumnKind.Id), new("month", ColumnKind.Integer),
            new("stage", ColumnKind.Word, LedgerWords.Stages), new("score", ColumnKind.Number), new("cutoff", ColumnKind.Number),
            new("funded", ColumnKind.Flag), new("reason", ColumnKind.Word, Reasons));
        foreach (PitchRecord pitch in world.PitchRecords!)
        {
            if (world.Firms[pitch.Firm].Key % PitchStride == 0)
            {
                table.Add(
                    words.Firm(pitch.Firm), words.Investor(pitch.Investor), words.Month(pitch.Month), (long)pitch.Stage,
                    Cell(pitch.Score), Cell(pitch.Cutoff), pitch.Funded ? 1 : 0, pitch.Funded ? Missing : pitch.Why);
            }
        }

        return table;
    }
}
