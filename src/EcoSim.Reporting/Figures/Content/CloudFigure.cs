using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The anchor's cloud: price, capacity, use and waiting.</summary>
internal static class CloudFigure
{
    public static readonly Figure Declaration = new(
        "cloud", "Price, capacity, use and waiting at the anchor’s cloud",
        "When is compute cheap, and when does demand outrun what the cloud can serve?", Needs.Nothing, Draw);

    private static Page Draw(FigureInput input)
    {
        Panel volume = input.TimePanel("Capacity and demand", "compute units a month");
        volume.Band(input.Times, input.Band("cloud_capacity"), Colours.Blue, "capacity");
        volume.Band(input.Times, input.Band("cloud_demand"), Colours.Vermillion, "demand");

        Panel use = input.TimePanel("Use", "share");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_capacity"), Colours.Blue, "served of capacity");
        use.Band(input.Times, input.BandOfRatio("cloud_served", "cloud_demand"), Colours.Vermillion, "served of demand");

        return new Page { Note = input.BandNote + " All months, the anchor’s own use included." }.With(
            2,
            input.PanelOf("List price", "cloud_price", Colours.Blue),
            volume, use,
            input.PanelOf("Waiting that rationing adds to a month of work", "cloud_waiting", Colours.Blue));
    }
}
