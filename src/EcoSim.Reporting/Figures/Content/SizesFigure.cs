using System.Globalization;
using EcoSim.Experiments.Statistics;
using EcoSim.Model.Observation;
using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Sizes of the firms that live at the end of the last full year: complementary distribution on two logarithmic axes.</summary>
internal static class SizesFigure
{
    public static readonly Figure Declaration = new(
        "sizes", "Sizes of the hub’s living firms at the end of the last full year",
        "Are a few giants and many dwarfs spread as in real economies, along a straight tail?", Needs.Both(Needs.Year, Needs.Ledger("panel", "organizations")), Draw);

    private const int MonthsPerYear = 12;

    private static Page Draw(FigureInput input)
    {
        int end = EndOfLastYear(input.Months);
        (string Kind, double Staff)[] firms = input.Tables("panel").Zip(input.Tables("organizations")).SelectMany(t => Living(t.First, t.Second, end)).ToArray();
        double most = Math.Max(1, Math.Log10(firms.Select(f => f.Staff).DefaultIfEmpty(10).Max())) + 0.1;
        double least = -Math.Ceiling(Math.Log10(Math.Max(10, firms.CountBy(f => f.Kind).Max(k => (int?)k.Value) ?? 0)));
        var panel = new Panel("Share of firms with at least so many employees", "share, log scale")
        {
            X = _ => Ticks.Log10(0, most), XLabel = "employees (people, log scale)", Y = Ticks.Log10(least, 0.05),
            NarrowHeight = 440,
        };
        string note = "";
        bool fits = false;
        foreach (var (kind, name, color) in new[] { ("startup", "start-ups", Colours.Vermillion), ("incumbent", "incumbents", Colours.Blue) })
        {
            double[] sizes = firms.Where(f => f.Kind == kind).Select(f => f.Staff).Order().ToArray();
            if (sizes.Length == 0)
            {
                continue;
            }

            int[] first = Enumerable.Range(0, sizes.Length).Where(i => i == 0 || sizes[i] > sizes[i - 1]).ToArray();
            double[] xs = first.Select(i => Math.Log10(sizes[i])).ToArray();
            double[] ys = first.Select(i => Math.Log10((sizes.Length - i) / (double)sizes.Length)).ToArray();
            panel.Line(xs, ys, color, name, 1.5f);
            panel.Plot.Add.ScatterPoints(xs, ys, color).MarkerSize = 5;
            note += string.Create(CultureInfo.InvariantCulture, $"{(note.Length == 0 ? ":" : ";")} {sizes.Length:#,0} {name}");
            if (HillTail.Estimate(sizes) is { } tail)
            {
                (double from, double start) = (Math.Log10(tail.Threshold), Math.Log10(tail.Share));
                double to = Math.Min(xs[^1], from + (start - least) / tail.Exponent);
                panel.Guide(new Coordinates(from, start), new Coordinates(to, start - tail.Exponent * (to - from)));
                fits = true;
                note += string.Create(CultureInfo.InvariantCulture, $", tail exponent {tail.Exponent:0.00} (standard error {tail.StandardError:0.00})");
            }

        }

        string fitted = fits ? "; dashed: Hill’s fit to the largest tenth with its standard error. Zipf’s law has exponent 1." : ".";
        string pooled = $"Dots: all firms alive at the end of {input.Date(end)}, listed ones included, of {FigureInput.Count(input.Tables("panel").Count)} pooled{note}{fitted}";
        return new Page { Context = input.LedgerContext(), Note = pooled }.With(1, panel);
    }

    /// <summary>Last month of the last full year of so many months, when incumbents give account.</summary>
    internal static int EndOfLastYear(int months) => months / MonthsPerYear * MonthsPerYear - 1;

    /// <summary>Kind and staff of the home hub's firms that were alive at the end of a year. The account of a firm in the month in which it is sold is its last, and not one of the living.</summary>
    internal static IEnumerable<(string Kind, double Staff)> Living(LedgerTable panel, LedgerTable organizations, int end)
    {
        Dictionary<string, string> kinds = Organization.Read(organizations).Where(o => o.AtHome && !(o.Status == "acquired" && o.ExitMonth == end)).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Kind);
        (int firm, int month, int staff) = (panel.IndexOf("org_id"), panel.IndexOf("month"), panel.IndexOf("employees"));
        return Enumerable.Range(0, panel.RowCount)
            .Where(row => panel.Number(row, month) == end && panel.Number(row, staff) >= 1 && kinds.ContainsKey(panel.Text(row, firm) ?? ""))
            .Select(row => (Kind: kinds[panel.Text(row, firm)!], Staff: panel.Number(row, staff)));
    }
}
