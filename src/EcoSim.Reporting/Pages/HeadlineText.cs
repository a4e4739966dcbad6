using EcoSim.Experiments.Headline;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;

namespace EcoSim.Reporting;

/// <summary>The headline in words: one paragraph in which each kind of uncertainty is called by its name.</summary>
public static class HeadlineText
{
    private const string Unit = "million RMB";

    /// <summary>The whole paragraph.</summary>
    public static string Paragraph(HeadlineResult result) => string.Join(' ', Sentences(result));

    /// <summary>
    /// Its sentences: what was fostered, over the posterior where there is one, since the scenario's own values are only one set of those that
    /// fit; then where these lie, contested links, counterfactuals, rivals, and what no interval covers.
    /// </summary>
    public static IReadOnlyList<string> Sentences(HeadlineResult result)
    {
        var scale = new AmountScale(Unit, result.Rows.Select(row => row.With));
        return
        [
            .. result.Posterior is { Fostered.HasInterval: true } posterior
                ? (string[])[OverPosterior(result, posterior, scale), OfDraws(result, posterior), .. OfSize(result.Design), HeldText.Sentence(result.Drawn), OwnValues(result, posterior, scale)]
                : [Fostered(result, scale), WithoutDraws(result, scale), HeldText.Sentence(result.Drawn)],
            OfContested(result, scale), OfCounterfactuals(result, scale), OfRivals(result), "Nothing here covers doubt about the form of the model.",
        ];
    }

    private static string Region(HeadlineResult result) =>
        $"In “{result.Design.Scenario.Name}”, a region of {ReadableNumber.Of(result.Design.Workers)} workers at the start, the anchor fosters";

    private const string Whole = "the region’s start-ups are worth in the last month or have paid out by sales, listings and profits";

    private static string OverPosterior(HeadlineResult result, HeadlineRow row, AmountScale scale) =>
        $"{Region(result)} {Percent(row.Share.Value)} ({row.IntervalName}: {Range(row.Share)}) of what {Whole}: {scale.Of(row.Fostered.Value)} ({Range(scale, row.Fostered)}).";

    private static string OfDraws(HeadlineResult result, HeadlineRow row)
    {
        string luck = result.Design.Replicates == 1
            ? "they are doubt about parameters at the luck of one replicate, which all draws have"
            : "they mix doubt about parameters with the luck of the one replicate that each draw has"
                + (result.LuckShare is > 0 and < 1 ? $", roughly {Percent(result.LuckShare, "0")} of their variance by that of the replicates at the scenario’s own values" : "");
        string few = row.Count < HeadlineRow.EnoughDraws ? ", rough with so few draws" : "";
        return $"Over {row.Count} draws of {FreeParameters(result)} from {PosteriorName(result)} these are the median and {(row.HasQuantiles ? "the 5 % and 95 % quantiles" : "the least and the most")}{few}: {luck}.";
    }

    /// <summary>Empty where both regions are of one size, or the calibration did not say.</summary>
    private static IEnumerable<string> OfSize(HeadlineDesign design) =>
        design.Sample?.Workers is { } calibrated && calibrated != design.Workers ? [OfSize(calibrated, design.Workers)] : [];

    /// <summary>That the regions differ in size; workers of each.</summary>
    internal static string OfSize(int calibrated, int workers) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The posterior was found in a region of {calibrated:#,0} workers, this one has {workers:#,0}.");

    private static string OwnValues(HeadlineResult result, HeadlineRow posterior, AmountScale scale)
    {
        HeadlineRow row = result.AsItIs;
        int larger = result.Draws.Count(draw => draw.Fostered < row.Fostered.Value), more = result.Draws.Count(draw => draw.Share < row.Share.Value);
        return $"The scenario’s own values give {scale.Of(row.Fostered.Value)} of {scale.Of(row.With)}, {Percent(row.Share.Value)} {Luck(row, scale)}: an amount higher than in {larger} of the {posterior.Count} draws, and a share higher than in {more}.";
    }

    private static string Fostered(HeadlineResult result, AmountScale scale)
    {
        HeadlineRow row = result.AsItIs;
        return $"{Region(result)} {scale.Of(row.Fostered.Value)} of the {scale.Of(row.With)} that {Whole}, {Percent(row.Share.Value)} {Luck(row, scale)}.";
    }

    private static string Luck(HeadlineRow row, AmountScale scale) => row.Fostered.HasInterval
        ? $"(luck: Monte Carlo 95 % confidence interval of the mean {Range(scale, row.Fostered)}, {Range(row.Share)}, {ComparedTimes.Pairs(row.Count)})"
        : "(one pair of replicates, so that luck is not shown)";

    private static string WithoutDraws(HeadlineResult result, AmountScale scale) => result.Posterior is { } row
        ? $"At the one draw of {FreeParameters(result)} from {PosteriorName(result)} it is {scale.Of(row.Fostered.Value)}, {Percent(row.Share.Value)}, which tells nothing of doubt about parameters."
        : result.Design.Sample is null
        ? "Doubt about parameters is missing here, since no posterior sample was given (--posterior)."
        : "Doubt about parameters is missing here, since no draw of the posterior was finished.";

    private static string FreeParameters(HeadlineResult result) => Amount.Count(result.Design.Sample!.Parameters.Count, "free parameter", "free parameters");

    private static string PosteriorName(HeadlineResult result) => result.Design.Sample is { } sample && sample.IsOfAnother(result.Design.Scenario.Name)
        ? $"the posterior of “{sample.Scenario}”, another scenario,"
        : result.Design.Sample is { IsOfUnknownOrigin: true } ? "a posterior of unknown origin"
        : "the posterior";

    private static string OfContested(HeadlineResult result, AmountScale scale)
    {
        HeadlineRow least = result.Contested.MinBy(row => row.Fostered.Value)!, most = result.Contested.MaxBy(row => row.Fostered.Value)!, none = result.NoContested;
        return $"At the scenario’s own values the mean with one of {result.Contested.Count} contested links at nothing ranges from {scale.Of(least.Fostered.Value)} ({least.Name}) to {scale.Of(most.Fostered.Value)} ({most.Name}); "
            + $"with all of them at nothing it is {scale.Of(none.Fostered.Value)}{Interval(scale, none)}, {Percent(none.Share.Value)} of what is left.";
    }

    private static string OfCounterfactuals(HeadlineResult result, AmountScale scale)
    {
        HeadlineRow firm = result.Counterfactuals.First(row => row.Name == HeadlineDesign.Firm), premium = result.Counterfactuals.First(row => row.Name == HeadlineDesign.Premium);
        HeadlineRow[] channels = [.. result.Counterfactuals.Except([firm, premium])];
        HeadlineRow least = channels.MinBy(row => row.Fostered.Value)!, most = channels.MaxBy(row => row.Fostered.Value)!;
        return $"All this is against a region in which the anchor never existed, its people in ordinary firms here and in rival hubs (the firm counterfactual); against an anchor that is an average employer, investor, cloud "
            + $"and neighbour in every channel (premium) the scenario’s own values give {scale.Of(premium.Fostered.Value)}{Interval(scale, premium)}, {Percent(premium.Share.Value)}; "
            + $"with a single channel on such terms (channel) from {scale.Of(least.Fostered.Value)} ({least.Name}) to {scale.Of(most.Fostered.Value)} ({most.Name}).";
    }

    private static string OfRivals(HeadlineResult result)
    {
        PairedDifference rivals = result.Rivals;
        var scale = new AmountScale(Unit, rivals.Difference, rivals.Low, rivals.High);
        bool same = SamePairs.AreZero(rivals);
        string change = rivals.Difference switch
        {
            0 => "as much with the anchor as without it",
            _ when same => "as much with the anchor as without it",
            < 0 => $"{scale.Of(-rivals.Difference)} less with the anchor than without it",
            _ => $"{scale.Of(rivals.Difference)} more with the anchor than without it",
        };
        string interval = rivals.Pairs < 2 || same ? ""
            : $" (95 % confidence interval of the change {scale.Range(rivals.Low, rivals.High)}{(rivals is { Low: <= 0, High: >= 0 } ? ", which includes 0" : "")})";
        return $"The start-ups of the rival hubs are worth {change}{interval}.";
    }

    private static string Interval(AmountScale scale, HeadlineRow row) => SamePairs.AreZero(row.Fostered.Low, row.Fostered.High) ? $" ({SamePairs.NoPair})" : row.Fostered.HasInterval ? $" (95 % confidence interval {Range(scale, row.Fostered)})" : "";

    private static string Range(AmountScale scale, Ranged range) => scale.Range(range.Low, range.High);

    private static string Range(Ranged share) => $"{Percent(share.Low)} to {Percent(share.High)}";

    private static string Percent(double share, string format = "0.0;-0.0;0.0") =>
        double.IsNaN(share) ? "–" : (100 * share).ToString(format, System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−') + "\u00A0%";
}
