using EcoSim.Model;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using Xunit;

namespace EcoSim.Tests.Reporting;

/// <summary>The small layer below the figures: fonts, ticks, units, bands, the cut of the family tree.</summary>
public sealed class FigureStyleTests
{
    [Fact]
    public void MissingFontsAreSaid()
    {
        Assert.Contains("No font is installed", Lettering.Choose([]).Problem);
        Assert.Null(Lettering.Choose(["DejaVu Serif", "DejaVu Sans"]).Problem);
        Assert.Equal("Some Face", Lettering.Choose(["Some Face"]).Family);
        Assert.NotNull(Lettering.Choose(["Some Face"]).Problem);
    }

    [Fact]
    public void TicksAreRoundAndHaveThousandsSeparators()
    {
        Assert.Equal(["0", "500", "1,000", "1,500"], Ticks.Linear(0, 1520, 4).Labels);
        Assert.Equal(["0", "0.5", "1"], Ticks.Linear(0, 1.1, 3).Labels.Select(l => l.TrimEnd('0').TrimEnd('.') is "" ? "0" : l.TrimEnd('0').TrimEnd('.')));
        Assert.Equal([0, 20_000, 40_000], Ticks.Linear(0, 50_000, 3, 1000).Positions);
        Assert.Equal(["2005", "2010", "2015", "2020"], Ticks.Years(2005, 2025 - 0.01, 6).Labels);
        Assert.Equal(["2005-01", "2005-07"], Ticks.Years(2005, 2005.9, 3).Labels);
        Assert.Equal(["1", "10", "100"], Ticks.Log10(0, 2.2).Labels);
    }

    [Fact]
    public void An_axis_of_one_value_has_labels_that_differ()
    {
        double room = Ticks.Room(120, 120, 0.05);
        string[] labels = Ticks.Linear(120 - room, 120 + room, 5).Labels;
        Assert.Equal(labels.Distinct(), labels);
        Assert.Contains("120", labels);
        Assert.Equal(5, Ticks.Room(0, 100, 0.05));
        Assert.Equal(1, Ticks.Room(0, 0, 0.05));
    }

    [Theory]
    [InlineData(-1500, 1800, 1)]
    [InlineData(0, 3_400_000, 1)]
    [InlineData(0.00021, 0.0098, 1)]
    [InlineData(-42, 7, 0.001)]
    public void LabelsOfAnAxisNeverTouch(double low, double high, double unit)
    {
        var panel = new Panel("", "") { X = intervals => Ticks.Linear(low, high, intervals, unit) };
        for (float width = 150; width < 1300; width += 7)
        {
            Ticks ticks = PanelFrame.Across(panel, width);
            float[] middles = [.. ticks.Positions.Select(position => (float)((position - low) / (high - low) * width))];
            Assert.True(middles.Length >= 2, $"{middles.Length} labels on {width} pixels");
            for (int i = 1; i < middles.Length; i++)
            {
                Assert.True(middles[i] - middles[i - 1] > (Lettering.Width(ticks.Labels[i]) + Lettering.Width(ticks.Labels[i - 1])) / 2, $"{ticks.Labels[i - 1]} and {ticks.Labels[i]} on {width} pixels");
            }
        }
    }

    [Fact]
    public void RowsHaveRoomForTheirLongestName()
    {
        string[] names = ["a", "compute.acceleratorPricePerformanceDoublingTime"];
        Assert.True(RowNames.LeftWidth(names, above: false) > Lettering.Width(names[1], RowNames.Size));
        Assert.True(RowNames.RowHeight(20, above: true) > RowNames.RowHeight(20, above: false));
    }

    [Fact]
    public void An_axis_cuts_intervals_and_no_mean_that_matters()
    {
        DotRow[] rows = [.. Enumerable.Range(0, 40).Select(i => new DotRow("small", 0.1, 0.2, Clear: false)),
            new("told from chance", -12.5, 2, Clear: true), new("prominent", 9, 80, Clear: false, Prominent: true), new("neither", 50, 1, Clear: false)];
        Ticks axis = DotRows.PanelOf("", "", rows, 200, 100).X(5);
        Assert.InRange(axis.Low, -14, -12.5);
        Assert.InRange(axis.High, 9, 14);
    }

    [Fact]
    public void A_change_that_ends_is_a_window_up_to_the_end_of_the_run_and_one_that_lasts_a_line()
    {
        var empty = SyntheticEnsemble.Create(1, 24, ledger: false);
        Shock[] dated = [new("winter", 6, 12, []), new("cut", 9, null, []), new("long", 18, 60, []), new("before", -12, 0, [])];
        var input = new FigureInput(empty with { Scenario = empty.Scenario with { Plan = empty.Scenario.Plan with { Shocks = dated } } });
        Panel panel = input.TimePanel("", "");
        double start = input.Year(0) - 0.5 / 12;
        Assert.Equal(["1", "2", "3"], panel.Marks.Select(mark => mark.Text));
        Assert.Equal(start + 0.5, panel.Marks[0].From, 9);
        Assert.Equal(start + 1, panel.Marks[0].To!.Value, 9);
        Assert.Null(panel.Marks[1].To);
        Assert.Equal(start + 2, panel.Marks[2].To!.Value, 9);
        Assert.Contains("1\u00A0winter (2005-07 to 2005-12, shaded), 2\u00A0cut (2005-10, dashed)", input.ShockNote);
    }

    [Fact]
    public void MoneyIsShownInAFittingUnit()
    {
        Assert.Equal(new UnitScale(1000, "billion RMB a year"), UnitScale.For("million RMB a year", 25_000));
        Assert.Equal(new UnitScale(1e-3, "thousand RMB per unit"), UnitScale.For("million RMB per unit", 0.002));
        Assert.Equal(new UnitScale(1, "firms"), UnitScale.For("firms", 1500));
    }

    [Fact]
    public void BandIsTheQuantilesOverPathsAndIgnoresMissing()
    {
        Band band = Band.Over([[0, double.NaN], [10, 4], [20, double.NaN]]);
        Assert.Equal([10, 4], band.Middle);
        Assert.Equal(1, band.Low[0], 12);
        Assert.Equal(19, band.High[0], 12);
        Assert.True(double.IsNaN(Band.Over([[double.NaN]]).Middle[0]));
    }

    [Fact]
    public void YearlySumsNeedAWholeYear()
    {
        double[] sums = Series.OverYear(Enumerable.Range(1, 13).Select(i => (double)i).ToArray());
        Assert.True(double.IsNaN(sums[10]));
        Assert.Equal(78, sums[11]);
        Assert.Equal(90, sums[12]);
    }

    [Fact]
    public void IntervalOfTheMeanDifferenceIsStudents()
    {
        Band interval = FosteredFigure.MeanInterval([[1], [2], [3]]);
        double half = 4.302652729911275 / Math.Sqrt(3);
        Assert.Equal(2, interval.Middle[0], 12);
        Assert.Equal(2 - half, interval.Low[0], 9);
        Assert.Equal(2 + half, interval.High[0], 9);
    }

    [Fact]
    public void FamilyTreeKeepsParentsAboveChildrenAndTheLimit()
    {
        var tree = new FamilyTree(Organization.Read(SyntheticLedger.Create(0, 240)[0]));
        Organization[] rows = tree.Rows(30);
        Assert.InRange(rows.Length, 25, 30);
        Assert.True(tree.Descendants.Length > 300);
        Assert.Contains(rows, r => r.Generation > 1);
        Assert.All(rows, r => Assert.True(tree.ParentOf(r) is not { } parent || Array.IndexOf(rows, parent) is >= 0 and var above && above < Array.IndexOf(rows, r)));
    }
}
