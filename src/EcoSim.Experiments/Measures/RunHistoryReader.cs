using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Measures;

/// <summary>Takes from a replicate with its ledger what measures need.</summary>
public static class RunHistoryReader
{
    private const string Home = "home", StartUp = "startup";
    private const double MonthsPerYear = 12;

    private static readonly int Headcount = Observables.IndexOf("anchor_headcount"), CloudPrice = Observables.IndexOf("cloud_price");

    /// <summary>The history of a replicate that kept its ledger.</summary>
    /// <param name="run">The replicate.</param>
    /// <param name="plan">What was simulated; two inputs act through parameters alone and are read from it.</param>
    /// <exception cref="ArgumentException">The replicate kept no ledger.</exception>
    public static RunHistory Of(RunResult run, Plan plan)
    {
        if (run.Ledger.Count == 0)
        {
            throw new ArgumentException($"Replicate {run.Replicate} kept no ledger, so it cannot be measured.", nameof(run));
        }

        TableReader Table(string name) => new(run.Ledger.First(table => table.Name == name));
        FirmIds firms = FirmIds.Of(Table("organizations"));
        FirmRounds rounds = FirmRounds.Of(Table("funding_rounds"), Table("investments"), firms);
        double[] headcount = run.Series.Column(Headcount);
        return new RunHistory
        {
            Replicate = run.Replicate,
            Months = run.Series.Months,
            Firms = [.. Firms(Table("organizations"), firms, rounds, Alumni(Table("people"), firms))],
            Financings = rounds.Financings,
            Years = [.. Years(Table("panel"), firms)],
            StaffGroups = [.. Staff(Table("anchor_staff"))],
            AnchorPersonYears = headcount.Where(double.IsFinite).Sum() / MonthsPerYear,
            AnchorSeparations = Separations(Table("flows")),
            CloudPrice = run.Series.Column(CloudPrice),
            AcceleratorDoublingYears = plan.Parameters.Compute.HardwareDoubling,
            SpilloverElasticity = plan.Parameters.Hub.AgglomerationElasticity,
        };
    }

    private static IEnumerable<FirmHistory> Firms(TableReader table, FirmIds firms, FirmRounds rounds, bool[] alumni)
    {
        IncumbentSectors incumbents = IncumbentSectors.Of(table);
        for (int row = 0; row < table.Rows; row++)
        {
            if (firms.Find(table.Id(row, "org_id")) is not { } firm)
            {
                continue;
            }

            Fate fate = table.Word(row, "status") switch
            {
                "failed" => Fate.Failed,
                "acquired" => Fate.Sold,
                "public" => Fate.Listed,
                _ => Fate.Operating,
            };
            yield return new FirmHistory(
                (int)table.Number(row, "founded_month"), table.Whole(row, "exit_month"), fate, table.Word(row, "origin") ?? "",
                alumni[firm], table.Whole(row, "dragon_month") is not null, rounds.Months[firm])
            {
                Parent = incumbents.ParentOf(table.Id(row, "parent_org_id"), table.Word(row, "sector")),
            };
        }
    }

    private static bool[] Alumni(TableReader people, FirmIds firms)
    {
        var alumni = new bool[firms.Count];
        for (int row = 0; row < people.Rows; row++)
        {
            if (firms.Find(people.Id(row, "org_id")) is { } firm && people.Number(row, "anchor_tenure_months") > 0)
            {
                alumni[firm] = true;
            }
        }

        return alumni;
    }

    private static IEnumerable<FirmYear> Years(TableReader panel, FirmIds firms)
    {
        for (int row = 0; row < panel.Rows; row++)
        {
            if (firms.Find(panel.Id(row, "org_id")) is { } firm)
            {
                yield return new FirmYear(
                    firm, (int)panel.Number(row, "month"), panel.Number(row, "employees"), panel.Number(row, "revenue"), panel.Number(row, "valuation"));
            }
        }
    }

    private static IEnumerable<StaffGroup> Staff(TableReader staff)
    {
        for (int row = 0; row < staff.Rows; row++)
        {
            yield return new StaffGroup(
                (int)staff.Number(row, "year"), staff.Word(row, "group") ?? "", staff.Number(row, "persons"), staff.Number(row, "founded_within_24_months"));
        }
    }

    /// <summary>Everyone who went from an anchor to another state: a move between anchors cannot be told from staying and is left out.</summary>
    private static double Separations(TableReader flows)
    {
        double count = 0;
        for (int row = 0; row < flows.Rows; row++)
        {
            bool leaves = flows.Word(row, "from_state") == "anchor" && flows.Word(row, "to_state") != "anchor";
            count += leaves ? flows.Number(row, "count") : 0;
        }

        return count;
    }

    /// <summary>Start-ups of the home hub by identity, in the order of the ledger.</summary>
    internal sealed class FirmIds
    {
        private readonly Dictionary<long, int> _places = [];

        public int Count => _places.Count;

        public static FirmIds Of(TableReader organizations)
        {
            var firms = new FirmIds();
            for (int row = 0; row < organizations.Rows; row++)
            {
                if (organizations.Word(row, "kind") == StartUp && organizations.Word(row, "hub") == Home)
                {
                    firms._places.Add(organizations.Id(row, "org_id"), firms._places.Count);
                }
            }

            return firms;
        }

        /// <summary>Place of a start-up of the home hub; null for anything else.</summary>
        public int? Find(long id) => _places.TryGetValue(id, out int place) ? place : null;
    }
}
