using System.Numerics;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;
using static EcoSim.Model.Observation.LedgerTable;

namespace EcoSim.Model.Observation;

/// <summary>The anchor's staff by year: who stayed, quit or was laid off, and who founded a firm soon after.</summary>
internal sealed class StaffTables(LedgerWords words)
{
    private static readonly string[] Groups = ["stayed", "quit", "layoff"];

    /// <summary>Months within which a founding counts for a leaver or a stayer, and for someone in the sample.</summary>
    private const int FoundingMonths = 24, SampleFoundingMonths = 60;

    private const int MonthsPerYear = 12;

    private readonly List<(int Month, int[] Staff)> _years = [];
    private readonly List<(int Person, short Month, Division Division, Role Role, short Tenure, Vector128<float> Skill, byte Roles)> _sample = [];

    /// <summary>Takes the payroll and the sample at the start of a year.</summary>
    public void NoteYear(World world)
    {
        var staff = new List<int>();
        for (int person = 0; person < world.People.Count; person++)
        {
            if (world.People[person].State == State.Anchor)
            {
                staff.Add(person);
            }
        }

        _years.Add((world.Month, [.. staff]));
        foreach (int person in world.Sample)
        {
            ref Person row = ref world.People[person];
            if (row.State == State.Anchor)
            {
                _sample.Add((
                    person, (short)world.Month, row.Division, row.Role, (short)(world.Month - row.SpellStart), Learning.Now(world, person), row.RolesHeld));
            }
        }
    }

    public IEnumerable<LedgerTable> Close(World world)
    {
        ILookup<int, int> foundings = world.Foundings.All.ToArray().ToLookup(f => f.Person, f => (int)world.Firms[f.Firm].Founded);
        return [Staff(world, foundings), Sample(world, foundings)];
    }

    private LedgerTable Staff(World world, ILookup<int, int> foundings)
    {
        var table = new LedgerTable(
            "anchor_staff",
            new("year", ColumnKind.Integer), new("group", ColumnKind.Word, Groups), new("persons", ColumnKind.Integer),
            new("founded_within_24_months", ColumnKind.Integer));
        foreach ((int month, int[] staff) in _years)
        {
            int end = month + MonthsPerYear;
            if (end + FoundingMonths > world.End)
            {
                continue;
            }

            // Who founds within the anchor's year leaves by that: a quit.
            List<Leaver> left = world.Leavers!.Where(l => l.Month >= month && l.Month < end).ToList();
            var gone = left.Select(l => l.Person).ToHashSet();
            int[] stayed = [.. staff.Where(person => !gone.Contains(person))];
            table.Add(words.Year(month), 0, stayed.Length, stayed.Count(p => Founded(foundings, p, month, FoundingMonths)));
            for (int group = 1; group < Groups.Length; group++)
            {
                List<Leaver> leavers = left.Where(l => l.Reason == Reason.Layoff == (group == 2)).ToList();
                table.Add(words.Year(month), group, leavers.Count, leavers.Count(l => Founded(foundings, l.Person, l.Month, FoundingMonths)));
            }
        }

        return table;
    }

    private LedgerTable Sample(World world, ILookup<int, int> foundings)
    {
        var table = new LedgerTable(
            "anchor_staff_sample",
            new("person_id", ColumnKind.Id), new("month", ColumnKind.Integer), new("division", ColumnKind.Word, LedgerWords.Divisions),
            new("role", ColumnKind.Word, LedgerWords.Roles), new("tenure_months", ColumnKind.Integer),
            new("skill_technical", ColumnKind.Number), new("skill_marketing", ColumnKind.Number), new("skill_operations", ColumnKind.Number),
            new("skill_finance", ColumnKind.Number), new("roles_held", ColumnKind.Integer), new("founded_within_60_months", ColumnKind.Flag));
        foreach (var row in _sample)
        {
            bool founded = Founded(foundings, row.Person, row.Month, SampleFoundingMonths);
            bool seen = row.Month + SampleFoundingMonths <= world.End;
            table.Add(
                words.Person(row.Person), words.Month(row.Month), (long)row.Division, (long)row.Role, row.Tenure,
                Cell(row.Skill[0]), Cell(row.Skill[1]), Cell(row.Skill[2]), Cell(row.Skill[3]),
                BitOperations.PopCount(row.Roles), seen ? founded ? 1 : 0 : Missing);
        }

        return table;
    }

    private static bool Founded(ILookup<int, int> foundings, int person, int from, int within) =>
        foundings[person].Any(month => month >= from && month < from + within);
}
