using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>How people leave employers and find new ones.</summary>
public sealed class MobilityParameters
{
    [Parameter("1/year", 0, 5, "Hazard of quitting an ordinary firm after the first months; moves between firms so alike that neither colleagues' nor line of work's change counts are not followed.", "Assumption: about half of the separations of 11-17 % a year at technology firms, LinkedIn 2018")]
    public double QuitHazard { get; set; } = 0.045;

    [Parameter("1/year", 0, 5, "Hazard of quitting a start-up.")]
    public double StartUpQuitHazard { get; set; } = 0.15;

    [Parameter("1/year", 0, 5, "Hazard of quitting the anchor while it does well.", "With dismissal, retirement and founding near 14 % a year: LinkedIn Talent Blog 2018")]
    public double AnchorQuitHazard { get; set; } = 0.085;

    [Parameter("1", 0, 10, "How much higher the hazard of quitting is on the first day than after years, less one.", "Hazard falls with tenure: Farber 1994, J. Labor Econ. 12(4):554-593; level: assumption")]
    public double NewcomerQuitFactor { get; set; } = 0.4;

    [Parameter("months", 1, 120, "Time over which the newcomers' extra hazard fades by the factor e.")]
    public double NewcomerMonths { get; set; } = 18;

    [Parameter("1/year", 0, 5, "Hazard of being dismissed, mass layoffs apart.")]
    public double DismissalHazard { get; set; } = 0.02;

    [Parameter("1/year", 0, 1, "Hazard of retiring or leaving the modelled workforce for good.")]
    public double RetirementHazard { get; set; } = 0.022;

    [Parameter("1/year", 0.01, 52, "Hazard of finding a job for someone who looks for one.")]
    public double SearchHazard { get; set; } = 3;

    [Parameter("1/year", 0, 5, "Hazard of moving to another division or trade inside the anchor.")]
    public double RotationHazard { get; set; } = 0.15;

    [Parameter("share", 0, 1, "Share of moves inside the anchor that change the trade.")]
    public double TradeChangeShare { get; set; } = 0.2;

    [Parameter("share", 0, 1, "Chance that an engineer or marketer becomes a manager when changing employer.")]
    public double PromotionShare { get; set; } = 0.08;

    [Parameter("1", 0, 5, "Exponent of ability in the anchor's choice of staff; 0 hires without looking.", "Selection is kept apart from training, so that an academy is not merely good hiring")]
    public double AnchorSelectivity { get; set; } = 0.5;

    [Parameter("1", 0, 10, "How strongly quitting rises when an anchor means to shrink.")]
    public double MoraleEffect { get; set; } = 2;

    [Parameter("1", 1, 16, "Largest factor by which a shrinking anchor's staff quit more.")]
    public double MostMorale { get; set; } = 1.5;

    [Parameter("share", 0, 1, "Largest share of job seekers that an anchor can take in a month.")]
    public double MostHired { get; set; } = 0.6;

    [Parameter("1", 0.2, 20, "Labour market: curvature of the matching function of start-ups' vacancies and seekers (who quit, graduate or end a search). The higher, the nearer the shorter side is to being matched in full; values rest on it.", "Den Haan, Ramey & Watson 2000, Amer. Econ. Rev. 90(3):482-498, there for all vacancies and the unemployed: 1.27, from memory")]
    public double MatchingCurvature { get; set; } = 1.27;

    [Parameter("workers", 1000, 1e7, "Home workers per submarket of the labour market at the start: seekers meet only the start-ups of their own, as of a trade in a district. A region has its workers over this, rounded, and at least one. More in one submarket is a thicker market, where start-ups with more vacancies than seekers find staff more easily.", "Submarkets: Shimer 2007, Amer. Econ. Rev. 97(4):1074-1101; matching returns that are constant in size: Petrongolo & Pissarides 2001, J. Econ. Lit. 39(2):390-431; level: assumption", AtStart = true)]
    public double WorkersPerSubmarket { get; set; } = 10_000;
}
