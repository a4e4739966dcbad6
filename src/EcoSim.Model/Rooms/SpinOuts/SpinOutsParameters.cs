using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Who founds a start-up, with whom, in which sector, and what they carry along.</summary>
public sealed class SpinOutsParameters
{
    [Parameter("1/year", 0, 1, "Hazard of founding where founding and staying are worth the same, without peers or wealth.", "Set by hand with the figures C1-C8 of 'ecosim validate'")]
    public double BaseHazard { get; set; } = 0.0016;

    [Parameter("1", -20, 1, "Exponent of the CES mean of skills in the value of founding: 1 is the mean, very negative is the weakest skill.", "Lazear 2005, J. Labor Econ. 23(4):649-680 (jack of all trades) as the limit; level: assumption")]
    public double SkillSubstitution { get; set; } = -4;

    [Parameter("1", 0, 10, "Elasticity of the founding hazard in the value of founding over the value of staying.")]
    public double ProspectElasticity { get; set; } = 4;

    [Parameter("1", 0, 3, "Elasticity of the wage in the best skill.")]
    public double WageElasticity { get; set; } = 0.8;

    [Parameter("1", 0.1, 5, "Wage of the anchor over an ordinary firm's for the same skill.", "Pay of a technology giant and of ordinary technology firms for the same skill; assumption")]
    public double AnchorWage { get; set; } = 1.0;

    [Parameter("share", 0.05, 1, "What someone without a job can expect, over an ordinary firm's wage.")]
    public double OutsideOption { get; set; } = 0.75;

    [Parameter("1", 0, 3, "Rise of the log hazard when very many ex-teammates founded lately.", "Nanda & Sorensen 2010, Management Science 56(7):1116-1126 for the sign; level: assumption")]
    public double PeerEffect { get; set; } = 1.4;

    [Parameter("people", 0.1, 100, "Ex-teammates who founded at which the peer effect is half of its most.")]
    public double PeerHalf { get; set; } = 1;

    [Parameter("months", 1, 120, "How long a founding by a teammate is on people's minds.")]
    public int PeerMonths { get; set; } = 36;

    [Parameter("1", 0, 3, "Elasticity of the hazard in one plus liquid wealth over the reference.", "Evans & Jovanovic 1989, JPE 97(4):808-827 for the sign; level: assumption")]
    public double WealthElasticity { get; set; } = 0.5;

    [Parameter("million RMB", 0.001, 100, "Reference of liquid wealth.")]
    public double WealthReference { get; set; } = 0.25;

    [Parameter("1", 1, 100, "Largest value of one plus wealth over the reference that still counts.")]
    public double WealthMost { get; set; } = 9;

    [Parameter("1", -3, 3, "Rise of the log hazard for some months after being laid off, beyond the poorer outside option.")]
    public double LayoffEffect { get; set; } = 0.3;

    [Parameter("months", 0, 240, "Months after being laid off in which layoffEffect holds, for who is still out of work.")]
    public int LayoffMonths { get; set; } = 12;

    [Parameter("1", 0, 3, "Rise of the log hazard for some months after the anchor's shares could first be sold.", "Babina, Ouimet & Zarutskie 2017 on listings and leavers, for the sign; level: assumption")]
    public double LiquidityEffect { get; set; } = 0.5;

    [Parameter("months", 0, 240, "Months after the anchor's shares could first be sold in which liquidityEffect holds.")]
    public int LiquidityMonths { get; set; } = 12;

    [Parameter("1", 0, 3, "Rise of the log hazard per share of staff that an employer means to lose.")]
    public double OutlookEffect { get; set; } = 0.5;

    [Parameter("share", 0, 1, "How strictly non-compete agreements are enforced.", "Marx, Strumsky & Fleming 2009, Management Science 55(6):875-889 for the sign; level: assumption")]
    public double NonCompete { get; set; } = 0.2;

    [Parameter("1", 0, 10, "Fall of the log hazard of founding in the employer's own sector when non-competes are fully enforced.")]
    public double NonCompeteEffect { get; set; } = 2;

    [Parameter("share", 0, 0.2, "Share of graduates who found a firm at graduation.", "Zhejiang University 2017: 68 of 11,428, QingTa 2018")]
    public double GraduateFounding { get; set; } = 0.006;

    [Parameter("1", 0, 5, "Log weight of the sector in which a founder has worked.")]
    public double OwnSectorPull { get; set; } = 1.5;

    [Parameter("1", 0, 5, "Log weight of a sector in which the anchor announced the largest strategic need.")]
    public double SteeringPull { get; set; } = 0.5;

    [Parameter("niches", 1, 64, "Niches of the intended sector that a founder looks at.")]
    public int NichesSeen { get; set; } = 8;

    [Parameter("1", 0, 2, "Elasticity of the hazard in the venture presence of the hub.")]
    public double VentureElasticity { get; set; } = 0.2;

    [Parameter("1", 0, 2, "Elasticity of the hazard in the entry cost of compute, with the sign turned.")]
    public double EntryCostElasticity { get; set; } = 0.2;

    [Parameter("1", 0, 2, "Elasticity of the hazard in one plus the hub's reputation for dragons.")]
    public double ReputationElasticity { get; set; } = 0.2;

    [Parameter("1", 0, 3, "Elasticity of the hazard in start-ups per worker over the start's reference, with the sign turned.")]
    public double CrowdingElasticity { get; set; } = 0.6;

    [Parameter("1/worker", 0.0001, 1, "Start-ups per worker at which crowding neither helps nor hurts.")]
    public double CrowdingReference { get; set; } = 0.01;

    [Parameter("1", 1, 64, "Largest factor by which opportunity raises or lowers the hazard.")]
    public double OpportunityMost { get; set; } = 4;

    [Parameter("share", 0, 1, "Gain in the team's worth that a co-founder must bring to pay for the dilution.")]
    public double DilutionCost { get; set; } = 0.12;

    [Parameter("share", 0, 1, "Chance that an ex-teammate is willing to join where founding and staying are worth the same.")]
    public double CoFounderWillingness { get; set; } = 0.7;

    [Parameter("share", 0, 1, "How readily someone from a former team, or a present one just joined, comes along, over someone with long time together.")]
    public double FormerTeamShare { get; set; } = 0.5;

    [Parameter("months", 1, 240, "Time in the same team over which two come to know each other.")]
    public double TogetherMonths { get; set; } = 12;

    [Parameter("share", 0, 1, "Chance that an ex-teammate is willing to be a first hire.")]
    public double FirstHireWillingness { get; set; } = 0.05;

    [Parameter("people", 0, 16, "First hires taken from ex-teammates at most.")]
    public int MostFirstHires { get; set; } = 2;

    [Parameter("months", 0, 240, "How long after leaving an employer it still counts as the parent.")]
    public int ParentMonths { get; set; } = 24;

    [Parameter("share", 0, 1, "Weight of what founders bring from the parent in the start-up's knowledge and routines.", "Franco & Filson 2006, RAND J. 37(4):841-860, for the mechanism; range 0.3-0.7: assumption")]
    public double InheritanceWeight { get; set; } = 0.5;

    [Parameter("months", 1, 240, "Tenure at the parent over which all but 1/e of the inheritable know-how is taken up.")]
    public double InheritanceMonths { get; set; } = 24;

    [Parameter("index", 0.05, 5, "Knowledge of an entrant without a parent; 1 is an ordinary incumbent's.", "Nelson-Winter entry at 75 % of log technology with twice the spread")]
    public double EntrantKnowledge { get; set; } = 0.75;

    [Parameter("1", 0, 2, "Standard deviation of the logarithm of entrants' knowledge.")]
    public double EntrantSpread { get; set; } = 0.25;

    [Parameter("1", 0, 10, "Technology level of the university laboratories that graduates come from, over published knowledge.")]
    public double LaboratoryLevel { get; set; } = 1.8;

    [Parameter("months", 0, 120, "Time that a graduate who founds has spent in a laboratory.")]
    public double LaboratoryMonths { get; set; } = 48;

    [Parameter("switch", 0, 1, "Placebo: inherit from an ordinary firm drawn at random instead of the parent.")]
    public bool PlaceboParent { get; set; }

    [Parameter("million RMB", 0, 100, "Own and family savings that each founder puts in.", "Set by hand with the figures C1-C8 of 'ecosim validate'")]
    public double FounderSavings { get; set; } = 0.38;

    [Parameter("share", 0, 1, "Share of own liquid wealth that a founder puts in besides.")]
    public double FounderWealthShare { get; set; } = 0.2;
}
