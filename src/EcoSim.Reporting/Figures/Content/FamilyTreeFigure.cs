using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The family tree of firms spawned from the anchor, over time.</summary>
internal static class FamilyTreeFigure
{
    private const int RowLimit = 42;
    private const float RowHeight = 18;

    /// <summary>Room at the right of identities.</summary>
    private const float RightMargin = 10;

    private static readonly (Color Color, string Name)[] Generations =
    [
        (Colours.Blue, "1st generation: founded by the anchor’s people"), (Colours.Vermillion, "2nd: by people of the 1st"),
        (Colours.Green, "3rd"), (Colours.Purple, "4th and later"),
    ];

    public static readonly Figure Declaration = new(
        "family-tree", "Family tree of the firms spawned from the anchor",
        "Which firms flew from the anchor, and which firms flew from them?",
        Needs.Both(Needs.Ledger("organizations"), input => First(input).Descendants.Length == 0 ? "no firm descends from an anchor" : null),
        input => Draw(input, narrow: false), input => Draw(input, narrow: true));

    private static FamilyTree First(FigureInput input) => new(Organizations(input).Where(o => o.FoundedMonth < input.EndMonth).ToArray());

    private static Organization[] Organizations(FigureInput input) => Organization.Read(input.Tables("organizations")[0]);

    private static Page Draw(FigureInput input, bool narrow)
    {
        FamilyTree tree = First(input);
        Organization[] rows = tree.Rows(RowLimit);
        int letters = narrow ? ShortIdentity.Letters([.. rows.Select(row => row.Id)], [.. Organizations(input).Select(o => o.Id)]) : int.MaxValue;
        float right = FamilyTreeMarks.IdentityAt + rows.Max(row => Lettering.Width(FamilyTreeMarks.Identity(row, letters), bold: row.IsDragon)) + RightMargin;
        double first = input.Year((int)rows.Min(r => r.FoundedMonth)) - 0.3;
        double last = input.Year(input.EndMonth);
        Func<int, Ticks> years = intervals => Ticks.Years(first, last, intervals);

        var counts = new Panel("All firms founded so far, by generation", "firms") { X = years, RightWidth = right };
        for (int g = 1; g <= Generations.Length; g++)
        {
            int[] births = tree.Descendants.Where(o => Generation(o) == g).Select(o => (int)o.FoundedMonth).ToArray();
            if (births.Length == 0)
            {
                continue;
            }

            int[] months = Enumerable.Range((int)rows.Min(r => r.FoundedMonth), input.EndMonth - (int)rows.Min(r => r.FoundedMonth)).ToArray();
            counts.Line(months.Select(input.Year).ToArray(), months.Select(m => (double)births.Count(b => b <= m)).ToArray(), Generations[g - 1].Color, $"{births.Length:#,0}");
        }

        var branches = new Panel("Lives of the firms drawn", "")
        {
            X = years, Y = new Ticks(-rows.Length + 0.4, 0.9, [], []), RightWidth = right,
            NarrowHeight = 96 + RowHeight * rows.Length,
        };
        branches.Track(1);
        branches.Overlay = (canvas, data, map) => FamilyTreeMarks.Draw(canvas, data, map, tree, rows, input, letters, o => Generations[Generation(o) - 1].Color);

        int lines = rows.Count(r => tree.ParentOf(r) is null);
        return new Page(1200, 1100)
        {
            Legend = Generations.Where((_, g) => tree.Descendants.Any(o => Generation(o) == g + 1)).ToList(),
            Context = input.LedgerContext(first: true),
            Note = $"Drawn: {rows.Length:#,0} of {tree.Descendants.Length:#,0} firms (all hubs), in {lines} lines; the most valuable firms overall and of later generations "
                + $"with their ancestors; the other {tree.Descendants.Length - rows.Length:#,0} only count in the top panel. A bar runs from founding to exit; "
                + "× failed, ◆ acquired, ▲ listed, otherwise alive at the end. Bold: a little dragon. ‘ecosim explain’ tells the life behind an identity, of which a beginning is enough.",
        }.Place(counts, 0, 0, 1, 0.19f).Place(branches, 0, 0.19f, 1, 1);
    }

    private static int Generation(Organization firm) => Math.Min(firm.Generation, Generations.Length);
}
