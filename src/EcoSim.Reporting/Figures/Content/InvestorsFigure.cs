using System.Globalization;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>The network of investors and the hub's most valuable start-ups: who put how much into whom.</summary>
internal static class InvestorsFigure
{
    private const int FirmLimit = 26;
    private const float NamesAndAmounts = 250;
    private const float Names = 142;

    /// <summary>Kinds of investors from top to bottom, and how many of each stand by themselves; the others share a node.</summary>
    private static readonly (string Kind, string Name, string Others, Color Color, int Alone)[] Kinds =
    [
        ("angel", "angels", "other angels", Colours.Orange, 5), ("affiliated_fund", "affiliated fund", "other affiliated funds", Colours.Vermillion, 2),
        ("strategic", "anchor (strategic)", "other anchors", Colours.Purple, 2), ("state", "state", "other state funds", Colours.Green, 1),
        ("venture", "venture funds", "other funds", Colours.Blue, 12),
    ];

    public static readonly Figure Declaration = new(
        "investors", "Who backed the hub’s most valuable start-ups",
        "Which investors stand behind the little dragons, and do those near the anchor back its alumni?",
        Needs.Both(Needs.Ledger("organizations", "investments", "funding_rounds"), input => Backings(input, Firms(input)).Length == 0 ? "no start-up of the hub found money" : null),
        input => Draw(input, narrow: false), input => Draw(input, narrow: true));

    private static Page Draw(FigureInput input, bool narrow)
    {
        Organization[] firms = Firms(input);
        Backing[] backings = Backings(input, firms);
        firms = [.. firms.Where(firm => backings.Any(backing => backing.Firm == firm.Id))];
        (string Key, Station Station)[] investors = [.. Kinds.SelectMany(kind => Investors(kind, backings))];
        string[] keys = [.. investors.Select(investor => investor.Key)];
        string[] ids = [.. firms.Select(firm => firm.Id)];
        var alluvium = new Alluvium(
            [.. investors.Select(investor => investor.Station), .. firms.Select(StationOf)],
            [.. backings.GroupBy(backing => (From: Array.IndexOf(keys, backing.Investor) is >= 0 and var own ? own : Array.IndexOf(keys, backing.Kind), To: keys.Length + Array.IndexOf(ids, backing.Firm)))
                .Select(stream => new Strand(stream.Key.From, stream.Key.To, stream.Sum(backing => backing.Amount)))], narrow);
        var panel = new Panel("Invested over all rounds", "million RMB")
        {
            IsBlank = true, LeftWidth = narrow ? Names : NamesAndAmounts, RightWidth = narrow ? Names : NamesAndAmounts, BelowHeight = 8,
            NarrowHeight = alluvium.LeastHeight + 120,
            Overlay = (canvas, data, _) => alluvium.Draw(canvas, data),
        };
        return new Page(1200, 1040)
        {
            Legend = [.. Kinds.Where(kind => backings.Any(backing => backing.Kind == kind.Kind)).Select(kind => (kind.Color, kind.Name))],
            Context = input.LedgerContext(first: true),
            Note = $"Left: investors with what they put into the firms shown. Right: the {firms.Length} start-ups of the hub of highest value that found money, with that value, ever or when sold; "
                + "in colour those founded by people of the anchor or of its spin-outs, in bold the little dragons. Width: money over all rounds. ‘ecosim explain’ tells the life behind an identity.",
        }.With(1, panel);
    }

    private static Organization[] Firms(FigureInput input) =>
    [
        .. Organization.Read(input.Tables("organizations")[0]).Where(firm => firm.IsStartUp && firm.AtHome && firm.HighestValue > 0)
            .DistinctBy(firm => firm.Id).OrderByDescending(firm => firm.HighestValue).ThenBy(firm => firm.Id, StringComparer.Ordinal).Take(FirmLimit),
    ];

    private static Backing[] Backings(FigureInput input, Organization[] firms)
    {
        HashSet<string> shown = [.. firms.Select(firm => firm.Id)];
        return [.. Backing.Read(input.Tables("investments")[0], input.Tables("funding_rounds")[0]).Where(backing => shown.Contains(backing.Firm) && backing.Amount > 0)];
    }

    /// <summary>Nodes of one kind; the key is the investor, or the kind for all that share a node.</summary>
    private static IEnumerable<(string Key, Station Station)> Investors((string Kind, string Name, string Others, Color Color, int Alone) kind, Backing[] backings)
    {
        (string Id, double Amount)[] all =
        [
            .. backings.Where(backing => backing.Kind == kind.Kind).GroupBy(backing => backing.Investor)
                .Select(investor => (Id: investor.Key, Amount: investor.Sum(backing => backing.Amount)))
                .OrderByDescending(investor => investor.Amount).ThenBy(investor => investor.Id, StringComparer.Ordinal),
        ];
        int alone = all.Length == kind.Alone + 1 ? all.Length : Math.Min(all.Length, kind.Alone);
        foreach ((string id, double amount) in all[..alone])
        {
            yield return (id, new Station(0, id, Million(amount), kind.Color));
        }

        if (all.Length > alone)
        {
            yield return (kind.Kind, new Station(0, $"{all.Length - alone} {kind.Others}", Million(all[alone..].Sum(investor => investor.Amount)), kind.Color));
        }
    }

    private static Station StationOf(Organization firm) =>
        new(1, firm.Id, Million(firm.HighestValue), firm.Generation > 0 ? Colours.Vermillion : Colours.Quiet, firm.IsDragon);

    private static string Million(double amount) => amount.ToString("#,0", CultureInfo.InvariantCulture);
}
