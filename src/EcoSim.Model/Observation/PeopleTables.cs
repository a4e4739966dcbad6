using System.Numerics;
using EcoSim.Model.Worlds;
using static EcoSim.Model.Observation.LedgerTable;

namespace EcoSim.Model.Observation;

/// <summary>Founders, angels and first hires.</summary>
internal static class PeopleTables
{
    private static readonly string[] Titles = ["founder", "early_employee"];
    private static readonly string[] Causes = ["quit", "layoff", "graduated", "exit"];

    /// <summary>A row per founder and founding, then the angels.</summary>
    public static LedgerTable People(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "people",
            new("org_id", ColumnKind.Id), new("person_id", ColumnKind.Id), new("hub", ColumnKind.Word, LedgerWords.Hubs),
            new("ability", ColumnKind.Number), new("skill_technical", ColumnKind.Number), new("skill_marketing", ColumnKind.Number),
            new("skill_operations", ColumnKind.Number), new("skill_finance", ColumnKind.Number),
            new("anchor_tenure_months", ColumnKind.Integer), new("anchor_same_sector_months", ColumnKind.Integer),
            new("same_sector_months", ColumnKind.Integer), new("roles_held", ColumnKind.Integer),
            new("prior_foundings", ColumnKind.Integer), new("prior_successes", ColumnKind.Integer), new("is_angel", ColumnKind.Flag),
            new("role", ColumnKind.Word, LedgerWords.Roles), new("entered_month", ColumnKind.Integer));
        var angels = new HashSet<int>();
        foreach (ref readonly Investor investor in world.Investors.All)
        {
            if (investor.Kind == InvestorKind.Angel && investor.Person >= 0)
            {
                angels.Add(investor.Person);
            }
        }

        foreach (ref readonly Founding founding in world.Foundings.All)
        {
            table.Add(
                words.Firm(founding.Firm), words.Person(founding.Person), world.Firms[founding.Firm].Hub, Cell(world.People[founding.Person].Ability),
                Cell(founding.Skill[0]), Cell(founding.Skill[1]), Cell(founding.Skill[2]), Cell(founding.Skill[3]),
                founding.AnchorMonths, founding.AnchorSectorMonths, founding.SectorMonths, BitOperations.PopCount(founding.RolesHeld),
                founding.PriorFoundings, founding.PriorSuccesses, angels.Contains(founding.Person) ? 1 : 0,
                (long)world.People[founding.Person].Role, words.Month(Careers.EnteredIn(world, founding.Person)));
        }

        for (int i = 0; i < world.Investors.Count; i++)
        {
            ref Investor investor = ref world.Investors[i];
            if (investor.Kind == InvestorKind.Angel)
            {
                AddAngel(table, world, words, i, investor);
            }
        }

        return table;
    }

    private static void AddAngel(LedgerTable table, World world, LedgerWords words, int row, in Investor investor)
    {
        if (investor.Person < 0)
        {
            table.Add(
                Missing, words.Investor(row), investor.Hub, Missing, Missing, Missing, Missing, Missing, Missing, Missing, Missing, Missing, Missing, Missing, 1, Missing, Missing);
            return;
        }

        ref Person person = ref world.People[investor.Person];
        Estate estate = world.People.EstateNow(person);
        table.Add(
            Missing, words.Person(investor.Person), person.Hub, Cell(person.Ability),
            Cell(person.Skill[0]), Cell(person.Skill[1]), Cell(person.Skill[2]), Cell(person.Skill[3]),
            estate.AnchorMonths, estate.AnchorSectorMonths, person.SectorMonths, BitOperations.PopCount(person.RolesHeld),
            estate.Foundings, estate.Successes, 1, (long)person.Role, words.Month(Careers.EnteredIn(world, investor.Person)));
    }

    public static LedgerTable Jobs(World world, LedgerWords words)
    {
        var table = new LedgerTable(
            "jobs",
            new("org_id", ColumnKind.Id), new("person_id", ColumnKind.Id), new("title", ColumnKind.Word, Titles),
            new("start_month", ColumnKind.Integer), new("previous_org_id", ColumnKind.Id), new("previous_end_month", ColumnKind.Integer),
            new("left_because", ColumnKind.Word, Causes), new("previous_tenure_months", ColumnKind.Integer));
        foreach (ref readonly Job job in world.Jobs.All)
        {
            bool before = job.PreviousEmployer >= 0;
            table.Add(
                words.Firm(job.Firm), words.Person(job.Person), job.Founder ? 0 : 1, words.Month(job.Start),
                words.Organisation(job.PreviousEmployer), before ? words.Month(job.PreviousEnd) : Missing,
                before ? Cause(job.LeftBecause) : 2, before ? job.PreviousTenure : Missing);
        }

        return table;
    }

    /// <summary>Why someone left, in the ledger's four words; whoever goes of their own will has quit.</summary>
    private static long Cause(Reason reason) => reason switch
    {
        Reason.Layoff => 1,
        Reason.Graduated => 2,
        Reason.Exit => 3,
        _ => 0,
    };
}
