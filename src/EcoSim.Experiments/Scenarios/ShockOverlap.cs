using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Notices dated changes that set one parameter to different values in the same months. One of them may be meant to interrupt the other, so it is no error; but which one wins must be known.</summary>
public static class ShockOverlap
{
    /// <summary>More overlaps than these are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>Who wins, and what to do about it; null where no two changes meet.</summary>
    /// <param name="plan">The plan; its dated changes in the order in which they apply.</param>
    public static (string Found, string Remedy)? Problem(Plan plan)
    {
        string[] found = [.. Overlaps(plan)];
        string more = found.Length > MostNamed ? $" So do {found.Length - MostNamed} more pairs." : "";
        return found.Length == 0
            ? null
            : ($"{string.Join(' ', found.Take(MostNamed))}{more}", "Let one end (\"until\") before the other begins, or name last the one that is meant to win. A parent's changes come before those of the file that extends it, and one that the file names again keeps its parent's place: give it another name to move it to the end.");
    }

    private static IEnumerable<string> Overlaps(Plan plan)
    {
        for (int later = 1; later < plan.Shocks.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                Shock one = plan.Shocks[earlier], other = plan.Shocks[later];
                int first = Math.Max(one.Month, other.Month), end = Math.Min(EndOf(one, plan), EndOf(other, plan));
                string[] paths = [.. one.Settings.Join(other.Settings, setting => setting.Path, setting => setting.Path, (a, b) => (a.Path, Same: a.Value == b.Value)).Where(both => !both.Same).Select(both => both.Path)];
                if (first < end && paths.Length > 0)
                {
                    yield return $"The dated changes '{one.Name}' and '{other.Name}' both set {string.Join(", ", paths)} in {Months(first, end - 1, plan.Parameters.Run.Start)}: '{other.Name}' wins over '{one.Name}' there, as it comes later in the order of changes.";
                }
            }
        }
    }

    private static int EndOf(Shock shock, Plan plan) => Math.Min(shock.Until ?? int.MaxValue, plan.Parameters.Run.Months);

    private static string Months(int first, int last, CalendarMonth start) => first == last
        ? $"month {first} ({Date(first, start)})"
        : $"months {first} to {last} ({Date(first, start)} to {Date(last, start)})";

    private static CalendarMonth Date(int month, CalendarMonth start) => new(start.Index + month);
}
