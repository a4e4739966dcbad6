using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcoSim.Model.Observation;
using EcoSim.Reporting;
using EcoSim.Reporting.Style;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Reporting;

/// <summary>Flows of people and money: counted from the right rows, and drawn as wide as they are.</summary>
public sealed class AlluviumTests
{
    [Fact]
    public void Moves_are_those_of_the_hub_a_year()
    {
        LedgerTable table = SyntheticFlows.Create(36);
        var flows = new PeopleFlows([table, table], 3);
        Assert.Equal(10, flows.Yearly("anchor", "anchor"), 9);
        Assert.Equal(13, flows.Yearly("anchor", "founder"), 9);
        Assert.Equal(46, flows.Yearly("founder", "left"), 9);
        Assert.Equal(7, flows.Yearly("other_firm", PeopleFlows.Elsewhere), 9);
        Assert.Equal(5, flows.Yearly(PeopleFlows.Elsewhere, "unemployed"), 9);
        Assert.Equal(0, flows.Yearly("left", "founder"));
    }

    [Fact]
    public void Money_of_an_investor_in_a_firm_is_summed_over_rounds()
    {
        LedgerTable rounds = SyntheticMoney.Rounds(), investments = SyntheticMoney.Investments();
        long firm = SyntheticLedger.Id(IdentityKind.StartUp, 1), fund = SyntheticLedger.Id(IdentityKind.Fund, 2);
        for (int round = 1; round <= 2; round++)
        {
            rounds.Add(SyntheticLedger.Id(IdentityKind.Round, round), firm);
            investments.Add(SyntheticLedger.Id(IdentityKind.Round, round), fund, 2, LedgerTable.Cell(3 * round));
        }

        investments.Add(SyntheticLedger.Id(IdentityKind.Round, 9), fund, 2, LedgerTable.Cell(100));
        Assert.Equal([new Backing(Identity.Format(fund), "venture", Identity.Format(firm), 9)], Backing.Read(investments, rounds));
    }

    [Fact]
    public void Streams_keep_their_proportions_and_stay_in_the_room()
    {
        var alluvium = new Alluvium(
            [new(0, "one", "", Colours.Blue), new(0, "two", "", Colours.Green), new(1, "all", "", Colours.Orange)],
            [new(0, 2, 300), new(1, 2, 100)]);
        var panel = new Panel("", "") { IsBlank = true, Overlay = (canvas, data, _) => alluvium.Draw(canvas, data) };
        XElement svg = XElement.Parse(PageSvg.File(new Page(600, 400).With(1, panel), "streams").Split("?>")[^1]);
        float[] heights = [.. svg.Descendants(svg.Name.Namespace + "rect").Where(rect => (string?)rect.Attribute("width") == "14").Select(rect => (float)rect.Attribute("height")!)];
        Assert.Equal(3, heights.Length);
        Assert.Equal(3, heights[0] / heights[1], 0.01f);
        Assert.Equal(heights[2], heights[0] + heights[1], 0.1f);
        Assert.InRange(heights[2], 100, 400);
    }

    [Fact]
    public void A_narrow_drawing_holds_the_same_panels_without_text_around_them()
    {
        using var root = new TemporaryFolder();
        FigureOutcomes outcomes = FigureWriter.WriteAll(
            SyntheticEnsemble.Create(replicates: 2, months: 48), root.Path, inline: true);
        Assert.All(outcomes.Figures, figure =>
        {
            InlineFigure inline = Assert.IsType<InlineFigure>(figure.Inline);
            XElement wide = XElement.Parse(inline.Wide), narrow = XElement.Parse(inline.Narrow);
            Assert.StartsWith("0 0 1200 ", (string)wide.Attribute("viewBox")!);
            Assert.StartsWith($"0 0 {Page.NarrowWidth} ", (string)narrow.Attribute("viewBox")!);
            Assert.Equal(figure.Title, (string)narrow.Attribute("aria-label")!);
            Assert.DoesNotContain(narrow.Descendants(), element => element.Name.LocalName == "text" && element.Value.Trim() == figure.Title);
            string[] ids = [.. wide.Descendants().Concat(narrow.Descendants()).Select(element => (string?)element.Attribute("id")).OfType<string>()];
            Assert.Equal(ids.Length, ids.Distinct().Count());
        });
    }

    /// <summary>Who and how many is what these figures tell, on a telephone as well: an identity long enough for 'ecosim explain', and each amount, within the width.</summary>
    [Fact]
    public void A_narrow_drawing_keeps_identities_and_numbers()
    {
        using var root = new TemporaryFolder();
        FigureOutcomes outcomes = FigureWriter.WriteAll(SyntheticEnsemble.Create(replicates: 2, months: 48), root.Path, inline: true);
        Assert.Equal(Texts("family-tree", wide: true).Count(IsIdentity), Texts("family-tree", wide: false).Count(IsIdentity));
        Assert.All(["people-flows", "investors"], name => Assert.Equal(
            Texts(name, wide: true).SelectMany(text => Regex.Matches(text, @"(?<= )[\d.,]+$").Select(match => match.Value)).Order(StringComparer.Ordinal),
            Texts(name, wide: false).Where(text => Regex.IsMatch(text, @"^[\d.,]+$")).Order(StringComparer.Ordinal)));

        string[] Texts(string name, bool wide)
        {
            InlineFigure inline = outcomes.Figures.Single(figure => figure.Name == name).Inline!;
            XElement svg = XElement.Parse(wide ? inline.Wide : inline.Narrow);
            float width = float.Parse(((string)svg.Attribute("viewBox")!).Split(' ')[2], CultureInfo.InvariantCulture);
            XElement[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text" && element.Value.Trim().Length > 0)];

            // A letter of the body is up to eleven pixels wide. Titles have another size, and what stands at axes is placed by a transform.
            Assert.All(texts.Where(text => (string)text.Attribute("font-size")! == "14" && text.Attribute("transform") is null), text => Assert.All(((string)text.Attribute("x")!).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), x => Assert.InRange(float.Parse(x, CultureInfo.InvariantCulture), 0, width - 11)));
            return [.. texts.Select(text => text.Value.Trim())];
        }

        static bool IsIdentity(string text) => Regex.IsMatch(text, "^s[0-9a-f]{5,}$");
    }

    [Fact]
    public void A_short_identity_is_told_from_every_other()
    {
        string[] all = ["s0123456789ab", "s01234ffffff0", "sabcdef012345", "s01239fffffff"];
        Assert.Equal(6, ShortIdentity.Letters([all[2], all[3]], all));
        Assert.Equal(7, ShortIdentity.Letters([all[0]], all));
        Assert.Equal(13, ShortIdentity.Letters([all[0]], [all[0], "s0123456789ac"]));
    }
}
