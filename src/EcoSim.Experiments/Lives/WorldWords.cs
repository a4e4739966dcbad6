using EcoSim.Model.Observation;
using EcoSim.Model.Worlds;

namespace EcoSim.Experiments.Lives;

/// <summary>Words for what stands in a world, the same in every world that shares its luck.</summary>
internal static class WorldWords
{
    public const string NoCompute = "none", OwnHardware = "own hardware";

    private static readonly string[] Hubs = ["the home hub", "Beijing", "Shenzhen", "other hubs"];

    public static string Hub(byte hub) => Hubs[hub];

    public static string State(State state) => state switch
    {
        Model.Worlds.State.Anchor => "anchor's staff",
        Model.Worlds.State.StartUp => "start-up's staff",
        Model.Worlds.State.OtherFirm => "ordinary firm's staff",
        Model.Worlds.State.Left => "gone",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static string Organisation(World world, int organisation)
    {
        if (organisation < 0)
        {
            return "none";
        }

        string id = Identity.Format(Identity.Organisation(world, organisation));
        return world.IsStartUp(organisation) ? $"start-up {id}"
            : world.Employers.IsAnchor(organisation) ? (world.Anchors.Length == 1 ? "the anchor" : $"anchor {id}")
            : $"ordinary firm {id}";
    }

    public static string StartUp(World world, int firm) => $"start-up {Identity.Format(Identity.StartUp(world, firm))}";

    public static string Stage(Stage stage) => stage switch
    {
        Model.Worlds.Stage.None => "none",
        Model.Worlds.Stage.Angel or Model.Worlds.Stage.Seed => stage.ToString().ToLowerInvariant(),
        _ => "series " + stage,
    };

    public static string Compute(ComputeMode mode) => mode switch
    {
        ComputeMode.None => NoCompute,
        ComputeMode.Own => OwnHardware,
        ComputeMode.Cloud => "the anchor's cloud",
        ComputeMode.OtherCloud => "another cloud",
        _ => "the anchor's AI service",
    };

    public static string Founders(World world, in Firm firm)
    {
        var founders = new string[firm.FounderCount];
        for (int i = 0; i < founders.Length; i++)
        {
            founders[i] = Identity.Format(Identity.Person(world, firm.Founders[i]));
        }

        return string.Join(" ", founders);
    }
}
