using EcoSim.Reporting.Style;
using ScottPlot;

namespace EcoSim.Reporting;

/// <summary>Moves of people between states: all of them, and those into and out of founding, which would be too thin to see.</summary>
internal static class PeopleFlowsFigure
{
    private const string Founder = "founder";
    private const float NamesAndCounts = 190;
    private const float Names = 112;

    private static readonly (string State, string Name, Color Color)[] States =
    [
        ("anchor", "anchor", Colours.Vermillion), ("other_firm", "ordinary firms", Colours.Blue), ("startup", "start-ups", Colours.Green),
        (Founder, "founders", Colours.Purple), ("unemployed", "unemployed", Colours.Quiet), ("student", "graduates", Colours.Orange),
        (PeopleFlows.Left, "retired", Colours.Grid), (PeopleFlows.Elsewhere, "other hubs", Colours.Sky),
    ];

    public static readonly Figure Declaration = new(
        "people-flows", "Where the hub’s people come from and go to",
        "Between which workplaces do people move, and who becomes a founder?",
        Needs.Both(Needs.Year, Needs.Ledger("flows")), input => Draw(input, narrow: false), input => Draw(input, narrow: true));

    private static Page Draw(FigureInput input, bool narrow)
    {
        var flows = new PeopleFlows(input.Tables("flows"), input.Months / 12.0);
        string[] states = [.. States.Select(state => state.State)];
        Alluvium all = Of(flows, states, narrow);
        Alluvium founding = Founding(flows, narrow);
        double within = states.Sum(state => flows.Yearly(state, state));
        return new Page(1200, 1180)
        {
            Context = input.LedgerContext(),
            Note = $"Width: people a year, mean over {FigureInput.Count(input.Tables("flows").Count)} and all recorded months; colour: where they come from. "
                + $"Left out above: {within:#,0} moves a year between employers of the same kind. Below: the same moves into and out of founding, at a larger scale; founders who still run their firm stay in the middle.",
        }.Place(PanelOf("All moves between states", "people a year", all, narrow), 0, 0, 1, 0.6f)
            .Place(PanelOf("Into founding, and what founders do when their firm ends", "people a year", founding, narrow), 0, 0.6f, 1, 1);
    }

    private static Panel PanelOf(string label, string unit, Alluvium alluvium, bool narrow) => new(label, unit)
    {
        IsBlank = true,
        LeftWidth = narrow ? Names : NamesAndCounts,
        RightWidth = narrow ? Names : NamesAndCounts,
        BelowHeight = 12,
        NarrowHeight = Math.Max(420, alluvium.LeastHeight + 60),
        Overlay = (canvas, data, _) => alluvium.Draw(canvas, data),
    };

    private static Alluvium Of(PeopleFlows flows, string[] states, bool stacked)
    {
        var streams = new List<(int From, int To, double Amount)>();
        for (int i = 0; i < states.Length; i++)
        {
            for (int j = 0; j < states.Length; j++)
            {
                if (i != j && flows.Yearly(states[i], states[j]) is > 0 and var amount)
                {
                    streams.Add((i, j, amount));
                }
            }
        }

        int[] left = [.. streams.Select(s => s.From).Distinct().Order()], right = [.. streams.Select(s => s.To).Distinct().Order()];
        return new Alluvium(
            [
                .. left.Select(i => StationOf(0, states[i], streams.Where(s => s.From == i).Sum(s => s.Amount))),
                .. right.Select(j => StationOf(1, states[j], streams.Where(s => s.To == j).Sum(s => s.Amount))),
            ],
            [.. streams.Select(s => new Strand(Array.IndexOf(left, s.From), left.Length + Array.IndexOf(right, s.To), s.Amount))], stacked);
    }

    private static Alluvium Founding(PeopleFlows flows, bool stacked)
    {
        string[] from = [.. States.Select(state => state.State).Where(state => state != Founder && flows.Yearly(state, Founder) > 0)];
        string[] to = [.. States.Select(state => state.State).Where(state => state != Founder && flows.Yearly(Founder, state) > 0)];
        return new Alluvium(
            [
                .. from.Select(state => StationOf(0, state, flows.Yearly(state, Founder))),
                StationOf(1, Founder, from.Sum(state => flows.Yearly(state, Founder))),
                .. to.Select(state => StationOf(2, state, flows.Yearly(Founder, state))),
            ],
            [
                .. from.Select((state, i) => new Strand(i, from.Length, flows.Yearly(state, Founder))),
                .. to.Select((state, i) => new Strand(from.Length, from.Length + 1 + i, flows.Yearly(Founder, state))),
            ],
            stacked);
    }

    private static Station StationOf(int column, string state, double amount)
    {
        (_, string name, Color color) = States.First(known => known.State == state);
        return new Station(column, name, amount.ToString(amount < 10 ? "0.0" : "#,0", System.Globalization.CultureInfo.InvariantCulture), color);
    }
}
