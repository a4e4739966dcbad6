using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The anchor's cloud: price, capacity, use and waiting, and how start-ups use it: on what terms, and how much they compute on hardware of their own.</summary>
internal static class CloudFigure
{
    public static readonly Figure Declaration = new(
        "cloud", "Price, capacity, use and waiting at the anchor’s cloud, and start-ups’ own hardware",
        "When is compute cheap, when does demand outrun what the cloud can serve, and who computes on own hardware?", Needs.Anchor, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel use = input.TimePanel("Compute served", "share");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_capacity"), Colours.Blue, "of capacity");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_demand"), Colours.Vermillion, "of demand");

        Panel own = input.TimePanel("Start-ups’ compute on own hardware", "%");
        own.Band(input.Times, Band.Over(input.Paths("own_hardware_share").Select(path => path.Select(share => 100 * share).ToArray()).ToArray()), Colours.Blue);

        return new Page { Note = input.BandNote + " All months. Capacity, demand and what is served include the anchor’s own use. " + Unit(input) }.With(
            2,
            input.ManifoldPanel("List price", FigureInput.Observable("cloud_price").Unit, ("cloud_price", Colours.Blue, null)),
            input.ManifoldPanel("Capacity and demand", "compute units a month", ("cloud_capacity", Colours.Blue, "capacity"), ("cloud_demand", Colours.Vermillion, "demand")),
            use,
            input.PanelOf("Waiting that rationing adds to a month of work", "cloud_waiting", Colours.Blue),
            own,
            input.ManifoldPanel(
                "Start-ups’ terms", "million RMB a month", ("cloud_discount_granted", Colours.Blue, "discounts"), ("ai_service_revenue", Colours.Vermillion, "paid for AI services")));
    }

    /// <summary>A unit of compute has no size but its price.</summary>
    private static string Unit(FigureInput input)
    {
        double price = (double)Catalogue.Get("compute.cloudPrice").Get(input.Result.Scenario.Plan.Parameters);
        return $"A unit of compute is what {ReadableNumber.Of(price)} million RMB rent for a month from an average cloud, at list price, in the first recorded month.";
    }
}
