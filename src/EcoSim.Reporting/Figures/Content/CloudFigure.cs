using EcoSim.Experiments.Results;
using EcoSim.Model.Declaration;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The anchor's cloud: price, capacity, use and waiting.</summary>
internal static class CloudFigure
{
    public static readonly Figure Declaration = new(
        "cloud", "Price, capacity, use and waiting at the anchor’s cloud",
        "When is compute cheap, and when does demand outrun what the cloud can serve?", Needs.Anchor, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel use = input.TimePanel("Compute served", "share");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_capacity"), Colours.Blue, "of capacity");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_demand"), Colours.Vermillion, "of demand");

        return new Page { Note = input.BandNote + " All months, the anchor’s own use included. " + Unit(input) }.With(
            2,
            input.ManifoldPanel("List price", FigureInput.Observable("cloud_price").Unit, ("cloud_price", Colours.Blue, null)),
            input.ManifoldPanel("Capacity and demand", "compute units a month", ("cloud_capacity", Colours.Blue, "capacity"), ("cloud_demand", Colours.Vermillion, "demand")),
            use,
            input.PanelOf("Waiting that rationing adds to a month of work", "cloud_waiting", Colours.Blue));
    }

    /// <summary>A unit of compute has no size but its price.</summary>
    private static string Unit(FigureInput input)
    {
        double price = (double)Catalogue.Get("compute.cloudPrice").Get(input.Result.Scenario.Plan.Parameters);
        return $"A unit of compute is what {ReadableNumber.Of(price)} million RMB rent for a month from an average cloud, at list price, in the first recorded month.";
    }
}
