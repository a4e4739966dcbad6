namespace EcoSim.Model.Rooms.Capital;

/// <summary>Opinions, beliefs and terms.</summary>
public static class CapitalEquations
{
    /// <summary>Keeps the logarithm finite where nothing is committed; by then funds are out of money.</summary>
    private const double LeastInflow = 0.01;

    /// <summary>Log quality as an investor weighs it: team against traction.</summary>
    /// <param name="team">CES worth of the founders' skills times know-how.</param>
    /// <param name="progress">Milestones done, 0-1.</param>
    /// <param name="sales">Sales a year over the reference.</param>
    /// <param name="teamWeight">Weight of the team, 0-1.</param>
    public static double Quality(double team, double progress, double sales, double teamWeight) =>
        teamWeight * Math.Log(Math.Max(team, 1e-3)) + (1 - teamWeight) * (progress + Math.Log(1 + sales));

    /// <summary>Error of an opinion: √ρ of what all think and √(1 − ρ) of one's own, with variance 1/precision.</summary>
    public static double Noise(double common, double own, double shared, double precision) =>
        (Math.Sqrt(shared) * common + Math.Sqrt(1 - shared) * own) / Math.Sqrt(precision);

    /// <summary>Precision of an opinion: (1 + a·tie + b·own sector)/σ².</summary>
    public static double Precision(double noise, double tie, double tiePrecision, bool ownSector, double sectorPrecision) =>
        (1 + tiePrecision * tie + (ownSector ? sectorPrecision : 0)) / (noise * noise);

    /// <summary>Posterior mean from a prior of mean 0, the own opinion, and what earlier backers are known to think.</summary>
    /// <param name="opinion">What the investor saw.</param>
    /// <param name="precision">Its precision.</param>
    /// <param name="prior">Precision of the prior.</param>
    /// <param name="signalSum">Backers' opinions, each times its precision.</param>
    /// <param name="signalPrecision">Sum of those precisions.</param>
    public static double Posterior(double opinion, double precision, double prior, double signalSum, double signalPrecision) =>
        (precision * opinion + signalSum) / (precision + prior + signalPrecision);

    /// <summary>Rise of the log quality that venture funds ask for when little is committed to them: −ε·ln(inflow), with the inflow held at a hundredth.</summary>
    /// <param name="inflow">Commitments of the last while over their usual amount, at least 0.</param>
    /// <param name="elasticity">ε, at least 0.</param>
    public static double Scarcity(double inflow, double elasticity) => -elasticity * Math.Log(Math.Max(inflow, LeastInflow));

    /// <summary>Attention that an investor must have left to look at a pitch: one deal, and what it keeps back from rounds that it is not mainly there for.</summary>
    /// <param name="keepsBack">Whether the round is such a one.</param>
    /// <param name="reserved">Deals kept back in a region of scale 1 or less, at least 0.</param>
    /// <param name="scale">Size of the region over that of 100,000 workers, as which the attention of the anchor's house grows.</param>
    public static double LeastAttention(bool keepsBack, double reserved, double scale) => keepsBack ? 1 + reserved * Math.Max(scale, 1) : 1;

    /// <summary>Money asked for: what the plan needs, at most the stage's usual amount, which is more for a better opinion; at least some months of burn.</summary>
    /// <param name="usual">The stage's usual amount.</param>
    /// <param name="opinion">The investor's belief of log quality.</param>
    /// <param name="elasticity">Elasticity of the usual amount in quality.</param>
    /// <param name="need">What the plan needs beyond the firm's cash.</param>
    /// <param name="least">Months of burn that a round covers at least, as money.</param>
    public static double Amount(double usual, double opinion, double elasticity, double need, double least) =>
        Math.Max(Math.Min(usual * Math.Exp(elasticity * opinion), need), least);

    /// <summary>Post-money valuation when a share is sold for an amount.</summary>
    public static double PostMoney(double amount, double dilution) => amount / dilution;

    /// <summary>Weight of distance in the choice of an investor: d^(−ε), d in 100 km and at least 0.3 inside a hub.</summary>
    public static double Distance(double distance, double elasticity) => Math.Pow(Math.Max(distance, 0.3), -elasticity);
}
