namespace EcoSim.Experiments.Naive;

/// <summary>Constants of the naive rival: firms enter, grow in proportion by luck alone, raise money and end at rates that never change.</summary>
/// <param name="Closing">Hazard of closing, 1/year.</param>
/// <param name="Sale">Hazard of being sold at the going price, 1/year.</param>
/// <param name="FirstRound">Hazard of a first round, 1/year.</param>
/// <param name="NextRound">Hazard of each later round, 1/year.</param>
/// <param name="Drift">Mean yearly change of log size, which is also that of the log price of a share.</param>
/// <param name="AnchorFounding">Ventures a year for each of the anchor's staff.</param>
/// <param name="SpinOutShare">Share of new firms that are such ventures.</param>
/// <remarks>
/// Gibrat (1931) with entry and exit. The rival knows no skills, knowledge, money, competition or place: what it reproduces as well needs none of them.
/// </remarks>
public sealed record NaiveRates(double Closing, double Sale, double FirstRound, double NextRound, double Drift, double AnchorFounding, double SpinOutShare)
{
    /// <summary>Yearly standard deviation of log growth. No figure to be fitted depends on it but through drift over volatility. Assumption.</summary>
    public const double Volatility = 0.5;

    /// <summary>Where the search for rates begins, and what is kept of rates that no target speaks of.</summary>
    public static readonly NaiveRates Start = new(0.15, 0.1, 0.15, 0.25, 0, 0.0034, 0.25);

    /// <summary>Hazard of ending either way, 1/year.</summary>
    public double Ending => Closing + Sale;

    /// <summary>What follows from the rates for a measure; NaN for one that does not follow from them.</summary>
    /// <remarks>
    /// Survival to age t: exp(−closing·t), sale being censored. A round before the end: hazard/(hazard + ending), each further one independently.
    /// Time to a round, given that it comes: exponential at the sum of the hazards. A case loses when its firm closes, or is sold at a lower
    /// price: log price at an exponential time of rate λ is asymmetric Laplace, below 0 with chance ½(1 − μ/√(μ² + 2λσ²)).
    /// </remarks>
    public double Predict(string measure) => measure switch
    {
        "survival_share_age_1" => 100 * Math.Exp(-Closing),
        "survival_share_age_3" => 100 * Math.Exp(-3 * Closing),
        "survival_share_age_5" => 100 * Math.Exp(-5 * Closing),
        "externally_funded_share" => 100 * FirstRound / (FirstRound + Ending),
        "second_round_share" => 100 * Again,
        "fourth_round_share" => 100 * Again * Again * Again,
        "first_to_second_round_gap_median" => Math.Log(2) / (NextRound + Ending),
        "cheques_losing_money_share" => 100 * (Closing + Sale * LossWhenSold) / Ending,
        "anchor_founding_hazard" => 100 * AnchorFounding,
        "spin_out_share_of_new_firms" => 100 * SpinOutShare,
        _ => double.NaN,
    };

    private double Again => NextRound / (NextRound + Ending);

    private double LossWhenSold => (1 - Drift / Math.Sqrt(Drift * Drift + 2 * Ending * Volatility * Volatility)) / 2;
}
