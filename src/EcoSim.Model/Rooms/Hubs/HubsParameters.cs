using EcoSim.Model.Declaration;

namespace EcoSim.Model.Rooms.Hubs;

/// <summary>The home region as a place: universities, rents, suppliers, venture presence, migration, reputation.</summary>
public sealed class HubsParameters
{
    [Parameter("1/year", 0, 0.5, "Graduates a year per worker whom the region's universities turn out at the start.", "Hangzhou took in 76,737 graduates in 2015, Hangzhou talent report 2016; scaled to a workforce: assumption")]
    public double GraduateRate { get; set; } = 0.032;

    [Parameter("share", 0, 1, "Share of graduates who stay in the region's modelled workforce.")]
    public double Retention { get; set; } = 0.75;

    [Parameter("months", 1, 360, "Lag with which universities follow the demand for skilled work.")]
    public double UniversityLag { get; set; } = 60;

    [Parameter("1", 0, 3, "Elasticity of the seats wanted in the region's workforce over its start.")]
    public double UniversityElasticity { get; set; } = 0.5;

    [Parameter("1", 0, 5, "Rise of the seats wanted per share of the workforce employed by an anchor, through the hub channel.")]
    public double UniversityGravity { get; set; } = 2;

    [Parameter("1", 0, 2, "Elasticity of rent in the number of people.", "Congestion must outweigh agglomeration; level: assumption")]
    public double RentElasticity { get; set; } = 0.25;

    [Parameter("1", 0, 1, "Share of a rise in log rent that employers pass on in wages.")]
    public double RentInWages { get; set; } = 0.4;

    [Parameter("1", 0, 0.5, "Elasticity of the innovation rate in the hub's staff of the same sector.", "Moretti 2021, AER 111(10):3328-3375: 0.03-0.08; contested, 0 is always reported")]
    public double AgglomerationElasticity { get; set; } = 0.04;

    [Parameter("months", 1, 360, "Lag with which specialised suppliers follow hardware firms.")]
    public double SupplierLag { get; set; } = 36;

    [Parameter("1", 0, 3, "Elasticity of supplier density in the share of the workforce in hardware start-ups, over the reference share.")]
    public double SupplierElasticity { get; set; } = 0.5;

    [Parameter("share", 0.00001, 1, "Share of the workforce in hardware start-ups at which supplier density is 1.")]
    public double SupplierReference { get; set; } = 0.01;

    [Parameter("1", 0, 5, "Rise of log supplier density per share of the workforce employed by an anchor, through the hub channel.")]
    public double SupplierGravity { get; set; } = 2;

    [Parameter("months", 1, 360, "Lag with which venture investors' presence follows deals.")]
    public double VentureLag { get; set; } = 36;

    [Parameter("1", 0, 3, "Elasticity of venture presence in deals per worker over the reference.")]
    public double VentureElasticity { get; set; } = 0.5;

    [Parameter("1/year", 0.000001, 1, "Deals a year per worker at which venture presence is 1.")]
    public double VentureReference { get; set; } = 0.0008;

    [Parameter("1", 0, 10, "Rise of log venture presence per share of the workforce employed by an anchor, through the hub channel.", "Money and founders come for the anchor's sake also to firms never its own: hypothesis of the model")]
    public double VentureGravity { get; set; } = 3;

    [Parameter("share", 0, 1, "Share of the home region's job searches that look at other hubs seriously.")]
    public double MoveShare { get; set; } = 0.06;

    [Parameter("1/year", 0, 1, "Hazard with which a rival hub's people look at the home region seriously.")]
    public double ArrivalHazard { get; set; } = 0.012;

    [Parameter("1", 0, 10, "Weight of log wages in the choice of a hub.")]
    public double WagePull { get; set; } = 1.5;

    [Parameter("1", 0, 10, "Weight of log rents in the choice of a hub.")]
    public double RentPush { get; set; } = 0.8;

    [Parameter("1", 0, 10, "Weight of log jobs per worker at start-ups in the choice of a hub.")]
    public double JobPull { get; set; } = 0.1;

    [Parameter("1", 0, 1, "Weight of log distance (100 km) in the choice of a hub.")]
    public double DistanceCost { get; set; } = 0.3;

    [Parameter("1", 0, 20, "Pull of the home hub per share of its workforce employed by an anchor, through the hub channel.")]
    public double AnchorPull { get; set; } = 3;

    [Parameter("1", 0, 2, "Weight of the reputation for dragons in the choice of a hub.")]
    public double ReputationPull { get; set; } = 0.1;

    [Parameter("1/year", 0, 5, "Rate at which the reputation for dragons fades.")]
    public double ReputationFading { get; set; } = 0.2;

    [Parameter("index", 0, 10, "Rise of the hub's reputation with each dragon recognised, in a region of 100,000 workers.")]
    public double ReputationPerDragon { get; set; } = 0.15;

    [Parameter("index", 0, 10, "Pull of talent housing on people who choose a hub, a lever of the city.")]
    public double TalentHousing { get; set; }
}

/// <summary>Hubs that compete with the home region.</summary>
public sealed class RivalsParameters
{
    [Section("Beijing: the largest rival in people and venture money.")]
    public RivalParameters Beijing { get; } = new() { Size = 0.4, Distance = 11, Wage = 1.10, VentureShare = 0.40, FoundingHazard = 0.0013, TalentLevel = 1.7 };

    [Section("Shenzhen: strong in hardware and suppliers.")]
    public RivalParameters Shenzhen { get; } = new() { Size = 0.3, Distance = 10.5, Wage = 1.05, VentureShare = 0.20, FoundingHazard = 0.0013, TalentLevel = 1.6 };

    [Section("All other hubs together, Shanghai the nearest of them.")]
    public RivalParameters Others { get; } = new() { Size = 0.3, Distance = 2, Wage = 1.05, VentureShare = 0.25, FoundingHazard = 0.0011, TalentLevel = 1.6 };

    public const int Number = 3;

    /// <summary>Parameters of the hub with this number; home is 0 and has none here.</summary>
    public RivalParameters Of(int hub) => hub switch
    {
        1 => Beijing,
        2 => Shenzhen,
        3 => Others,
        _ => throw new ArgumentOutOfRangeException(nameof(hub), hub, "Rival hubs are numbered 1 to 3."),
    };
}

/// <summary>A rival hub, as far as it competes with home for the same people, markets and money.</summary>
public sealed class RivalParameters
{
    [Parameter("1", 0, 10, "People at the start over the home region's workers: those who compete with home for the same work.", AtStart = true)]
    public double Size { get; set; } = 0.3;

    [Parameter("100 km", 0.1, 200, "Distance from the home region.", AtStart = true)]
    public double Distance { get; set; } = 10;

    [Parameter("1", 0.1, 10, "Wage over the home region's.")]
    public double Wage { get; set; } = 1;

    [Parameter("share", 0, 1, "Share of the venture funds of all hubs that sit here.", AtStart = true)]
    public double VentureShare { get; set; } = 0.2;

    [Parameter("1/year", 0, 1, "Start-ups founded a year per person of the hub.")]
    public double FoundingHazard { get; set; } = 0.0012;

    [Parameter("1", 0.1, 5, "Skills of the hub's people over a fresh graduate's.")]
    public double TalentLevel { get; set; } = 1.6;

    [Parameter("1", 0, 100, "Pull of the hub on people, a lever of its city.")]
    public double Pull { get; set; }

    [Parameter("1", 0, 100, "Factor on venture money that looks for deals in the hub.")]
    public double VentureBoost { get; set; } = 1;
}
