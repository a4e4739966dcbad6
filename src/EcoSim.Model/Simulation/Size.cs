using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model;

/// <summary>How many rows a run will need, so that room is made once.</summary>
internal static class Size
{
    /// <summary>People who ever enter: the start's, graduates, arrivals, founders of rival hubs, with a tenth to spare.</summary>
    public static int People(Parameters parameters)
    {
        double workers = parameters.Population.Workers;
        double years = Years(parameters);
        double rivals = parameters.Rivals.Beijing.Size + parameters.Rivals.Shenzhen.Size + parameters.Rivals.Others.Size;
        double entering = parameters.Hub.GraduateRate * parameters.Hub.Retention + parameters.Hub.ArrivalHazard * rivals / 2 + Firms(parameters) / (2 * workers * years);
        return (int)Math.Min(workers * (1.02 + 1.1 * entering * years) + 1000, int.MaxValue / 2);
    }

    /// <summary>People who will ever have an estate: the anchors' staff as it is renewed, founders, with half as many to spare.</summary>
    public static int Estates(Parameters parameters)
    {
        double staff = (parameters.Anchor.Present ? parameters.Anchor.WorkforceShare : 0)
            + (parameters.SecondAnchor.Present ? parameters.SecondAnchor.WorkforceShare : 0);
        double renewed = (parameters.Mobility.AnchorQuitHazard + parameters.Mobility.DismissalHazard + parameters.Mobility.RetirementHazard) * Years(parameters);
        return (int)(1.5 * (staff * parameters.Population.Workers * (1 + renewed) + Firms(parameters)));
    }

    /// <summary>Start-ups ever founded in all hubs, at twice the baseline's rate.</summary>
    public static int Firms(Parameters parameters) => (int)(parameters.Population.Workers * Years(parameters) * 0.006) + 100;

    /// <summary>People who ever join a start-up, at twenty per firm founded.</summary>
    public static int Joins(Parameters parameters) => 20 * Firms(parameters);

    /// <summary>Teams: one per ten workers, twice over for anchors that grow, one per start-up.</summary>
    public static int Teams(Parameters parameters) =>
        (int)(parameters.Population.Workers * 1.3 / parameters.Population.TeamSize) + Firms(parameters) + 1000;

    /// <summary>Bytes for one replicate, and for its ledger when one is kept.</summary>
    public static long Bytes(Parameters parameters, RunOptions options)
    {
        long people = People(parameters) * (long)(Worlds.People.BytesPerPerson + 2 * sizeof(int));
        long teams = Teams(parameters) * (long)Worlds.Teams.BytesPerTeam;
        long firms = Firms(parameters) * (long)BytesPerFirm;
        long estates = Estates(parameters) * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<Worlds.Estate>();
        return people + estates + teams + firms + (options.Ledger ? firms + people / 8 : 0) + FixedBytes;
    }

    private const int BytesPerFirm = 1100;
    private const int FixedBytes = 8_000_000;

    private static double Years(Parameters parameters) =>
        (parameters.Run.Months + parameters.Run.WarmupMonths) / Hazard.MonthsPerYear + 1;
}
