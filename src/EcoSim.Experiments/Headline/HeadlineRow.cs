using EcoSim.Experiments.Statistics;

namespace EcoSim.Experiments.Headline;

/// <summary>What varies in a row.</summary>
public enum HeadlinePart
{
    /// <summary>Luck alone: the scenario as it is, over replicates.</summary>
    Replicates,

    /// <summary>Parameters and luck: draws from the posterior, one replicate each.</summary>
    Posterior,

    /// <summary>A link that the literature disputes is at nothing.</summary>
    Contested,

    /// <summary>What the world with the anchor is held against.</summary>
    Counterfactual,
}

/// <summary>A value with the ends of its interval; NaN where there is none.</summary>
public readonly record struct Ranged(double Value, double Low, double High)
{
    public bool HasInterval => !double.IsNaN(Low);
}

/// <summary>One line of the headline: what is fostered when something is as named.</summary>
/// <param name="Part">What varies.</param>
/// <param name="Name">Name within its part.</param>
/// <param name="Meaning">What was changed or taken away.</param>
/// <param name="With">Value of the ecosystem with the anchor; median over draws, mean over replicates otherwise.</param>
/// <param name="Without">The same in the world it is held against.</param>
/// <param name="Fostered">With less without.</param>
/// <param name="Share">Fostered over with; 0-1.</param>
/// <param name="Count">Replicates, or draws.</param>
public sealed record HeadlineRow(HeadlinePart Part, string Name, string Meaning, double With, double Without, Ranged Fostered, Ranged Share, int Count)
{
    /// <summary>Draws from a posterior that tell its ends: with fewer, less than two lie beyond each of the 5 % and 95 % quantiles.</summary>
    public const int EnoughDraws = 40;

    /// <summary>What the interval is.</summary>
    public string Interval => Part != HeadlinePart.Posterior ? "95 % confidence interval of the mean: luck" : HasQuantiles ? "90 % of draws: parameters and luck" : "least to most of draws: parameters and luck";

    /// <summary>The same in two words, to stand beside the numbers of a row, whose kinds of interval must not be taken for each other; empty without an interval.</summary>
    public string IntervalName => !Fostered.HasInterval ? "" : Part != HeadlinePart.Posterior ? "95 % CI" : HasQuantiles ? "90 % of draws" : "least to most of draws";

    /// <summary>False when there are so few draws that their ends are the least and the most.</summary>
    public bool HasQuantiles => Spread.AreEnough(Count);
}

/// <summary>One draw from the posterior.</summary>
public sealed record HeadlineDraw(int Row, int Replicate, double With, double Without)
{
    public double Fostered => With - Without;

    /// <summary>NaN where there is nothing to share.</summary>
    public double Share => With == 0 ? double.NaN : Fostered / With;
}
