using System.Globalization;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Notices an anchor whose given headcount outgrows the region: numbers of people are not scaled with the region that they belong to.</summary>
public static class AnchorScale
{
    /// <summary>Share of the region's workers at the start from which on the rest of the labour market can hardly be believed.</summary>
    public const double MostShare = 0.5;

    private const string Headcount = "anchor.targetHeadcount";

    /// <summary>What is wrong and what to do about it; null when the anchor fits into its region, or grows by its own rule.</summary>
    /// <param name="plan">Parameters, and the series and dated changes that the headcount may follow.</param>
    public static (string Found, string Remedy)? Problem(Plan plan)
    {
        AnchorHeadcount given = Largest(plan);
        int workers = plan.Parameters.Population.Workers;
        if (!plan.Parameters.Anchor.Present || !plan.Parameters.Anchor.Historical || given.People <= MostShare * workers)
        {
            return null;
        }

        return (
            string.Create(CultureInfo.InvariantCulture, $"{Headcount} {given.Where} asks for up to {given.People:#,0} people in a region that begins with {workers:#,0} workers: a given headcount does not shrink with the region."),
            $"Keep the population.workers that the headcount belongs to, or give {Headcount} a series that fits.");
    }

    private static AnchorHeadcount Largest(Plan plan)
    {
        DrivenSeries? series = plan.Series.FirstOrDefault(s => s.Path == Headcount);
        AnchorHeadcount start = series is null
            ? new(Catalogue.Get(Headcount).Get(plan.Parameters), "as given")
            : new(series.Monthly.Take(plan.Parameters.Run.Months).Max(), "by its series");
        IEnumerable<AnchorHeadcount> dated = plan.Shocks.SelectMany(shock => shock.Settings
            .Where(setting => setting.Path == Headcount)
            .Select(setting => new AnchorHeadcount(setting.Value, $"by the dated change '{shock.Name}'")));
        return dated.Append(start).MaxBy(headcount => headcount.People);
    }

    private readonly record struct AnchorHeadcount(double People, string Where);
}
