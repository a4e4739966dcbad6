using EcoSim.Model.Declaration;
using EcoSim.Model.Rooms.Alumni;
using EcoSim.Model.Rooms.Anchors;
using EcoSim.Model.Rooms.Capital;
using EcoSim.Model.Rooms.Compute;
using EcoSim.Model.Rooms.Exits;
using EcoSim.Model.Rooms.Government;
using EcoSim.Model.Rooms.Hubs;
using EcoSim.Model.Rooms.Incumbents;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Rooms.Products;
using EcoSim.Model.Rooms.SpinOuts;
using EcoSim.Model.Rooms.Spillovers;
using EcoSim.Model.Rooms.Talent;

namespace EcoSim.Model;

/// <summary>All parameters of the model; each section is declared in the room that it governs.</summary>
public sealed class Parameters
{
    [Section("How a run is set up.")]
    public RunParameters Run { get; } = new();

    [Section("Strength of the anchor's premium in each channel: 1 is what the model assumes to exist, which no calibration figure fixes; 0 the terms of an average employer, cloud or investor.")]
    public ChannelParameters Channels { get; } = new();

    [Section("Who lives in the home region at the start, and who enters.")]
    public PopulationParameters Population { get; } = new();

    [Section("The anchor: size, research, own AI, equity, strategic investment.")]
    public AnchorParameters Anchor { get; } = new();

    [Section("A second anchor, absent unless a scenario sets secondAnchor.present.")]
    public AnchorParameters SecondAnchor { get; } = new() { Present = false };

    [Section("Learning at work.")]
    public TalentParameters Talent { get; } = new();

    [Section("Leaving employers and finding new ones.")]
    public MobilityParameters Mobility { get; } = new();

    [Section("Founding, teams and inheritance.")]
    public SpinOutsParameters SpinOuts { get; } = new();

    [Section("The industries that start-ups enter.")]
    public SectorsParameters Sectors { get; } = new();

    [Section("Milestones, innovation, the product market and staff of start-ups.")]
    public ProductsParameters Products { get; } = new();

    [Section("Own hardware, clouds and AI services.")]
    public ComputeParameters Compute { get; } = new();

    [Section("Investors, opinions, rounds.")]
    public CapitalParameters Capital { get; } = new();

    [Section("Wealth that becomes angel money.")]
    public AlumniParameters Alumni { get; } = new();

    [Section("Knowledge that leaks.")]
    public SpilloversParameters Spillovers { get; } = new();

    [Section("The home hub: universities, suppliers, rents, migration, reputation.")]
    public HubsParameters Hub { get; } = new();

    [Section("Hubs that compete with home.")]
    public RivalsParameters Rivals { get; } = new();

    [Section("Closing, sale and listing of start-ups.")]
    public ExitsParameters Exits { get; } = new();

    [Section("Ordinary firms.")]
    public IncumbentsParameters Incumbents { get; } = new();

    [Section("Levers of the city and the state.")]
    public GovernmentParameters Government { get; } = new();

    /// <summary>Parameters of the anchor in this place among those present.</summary>
    public AnchorParameters AnchorOf(int anchor) => anchor == 0 && Anchor.Present ? Anchor : SecondAnchor;

    /// <summary>Number of anchors that exist.</summary>
    public int AnchorCount => (Anchor.Present ? 1 : 0) + (SecondAnchor.Present ? 1 : 0);
}

/// <summary>How a run is set up.</summary>
public sealed class RunParameters
{
    [Parameter("1", 0, 9007199254740991, "Seed of all keyed draws; replicate r uses its own luck derived from it.", AtStart = true)]
    public long Seed { get; set; } = 1;

    [Parameter("runs", 1, 1_000_000, "Replicates: same parameters, other luck.", AtStart = true)]
    public int Replicates { get; set; } = 10;

    [Parameter("months", 1, 6000, "Months recorded after warm-up.", AtStart = true)]
    public int Months { get; set; } = 240;

    [Parameter("month", 12, 119988, "Calendar month of the first recorded month.", AtStart = true)]
    public CalendarMonth Start { get; set; } = new(2005, 1);

    [Parameter("months", 0, 1200, "Months simulated before recording, so that start-up transients fade.", AtStart = true)]
    public int WarmupMonths { get; set; } = 60;

    [Parameter("switch", 0, 1, "Also run each replicate in the world without the anchor, and report what the anchor fostered.", AtStart = true)]
    public bool Counterfactual { get; set; } = true;
}

/// <summary>Strength of the anchor's premium in each channel.</summary>
public sealed class ChannelParameters
{
    [Parameter("share", 0, 1, "Training: how much more the anchor teaches than an ordinary employer.")]
    public double Talent { get; set; } = 1;

    [Parameter("share", 0, 1, "Money from the anchor's people, its affiliated fund and the anchor itself.")]
    public double Capital { get; set; } = 1;

    [Parameter("share", 0, 1, "What the name of a backer from the anchor's circle tells the next investor, and the introductions that come with it.")]
    public double Signal { get; set; } = 1;

    [Parameter("share", 0, 1, "The anchor's cloud and AI services: how far their terms beat the average cloud's.")]
    public double Cloud { get; set; } = 1;

    [Parameter("share", 0, 1, "Knowledge that leaks from the anchor by papers, open source and events.")]
    public double Spillover { get; set; } = 1;

    [Parameter("share", 0, 1, "Gravity: what the anchor draws to the hub in talent, universities, suppliers and venture money.")]
    public double Hub { get; set; } = 1;
}
