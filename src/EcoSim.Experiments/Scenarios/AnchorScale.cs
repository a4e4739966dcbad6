using System.Globalization;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Notices an anchor whose given headcount outgrows the region: numbers of people are not scaled with the region that they belong to.</summary>
public static class AnchorScale
{
    /// <summary>Share of the region's workers at the start from which on the rest of the labour market can hardly be believed.</summary>
    public const double MostShare = 0.5;

    private static readonly string[] Anchors = ["anchor", "secondAnchor"];

    /// <summary>What is wrong and what to do about it; null when every anchor fits into its region, or grows by its own rule.</summary>
    /// <param name="plan">Parameters, and the series and dated changes that a headcount may follow.</param>
    public static (string Found, string Remedy)? Problem(Plan plan)
    {
        int workers = plan.Parameters.Population.Workers;
        foreach (string anchor in Anchors)
        {
            string path = $"{anchor}.targetHeadcount";
            AnchorHeadcount given = Largest(plan, path);
            if (Ever(plan, $"{anchor}.present") && Ever(plan, $"{anchor}.historical") && given.People > MostShare * workers)
            {
                return (
                    string.Create(CultureInfo.InvariantCulture, $"{path} {given.Where} asks for up to {given.People:#,0} people in a region that begins with {workers:#,0} workers: a given headcount does not shrink with the region."),
                    $"Keep the population.workers that the headcount belongs to, or give {path} a series that fits.");
            }
        }

        return null;
    }

    /// <summary>Whether a switch is on at the start or by a dated change.</summary>
    private static bool Ever(Plan plan, string path) =>
        Catalogue.Get(path).Get(plan.Parameters) > 0 || plan.Shocks.Any(shock => shock.Settings.Any(setting => setting.Path == path && setting.Value > 0));

    private static AnchorHeadcount Largest(Plan plan, string path)
    {
        DrivenSeries? series = plan.Series.FirstOrDefault(s => s.Path == path);
        AnchorHeadcount start = series is null
            ? new(Catalogue.Get(path).Get(plan.Parameters), "as given")
            : new(series.Monthly.Take(plan.Parameters.Run.Months).Max(), "by its series");
        IEnumerable<AnchorHeadcount> dated = plan.Shocks.SelectMany(shock => shock.Settings
            .Where(setting => setting.Path == path)
            .Select(setting => new AnchorHeadcount(setting.Value, $"by the dated change '{shock.Name}'")));
        return dated.Append(start).MaxBy(headcount => headcount.People);
    }

    private readonly record struct AnchorHeadcount(double People, string Where);
}
