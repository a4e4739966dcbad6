using System.Globalization;
using EcoSim.Model;

namespace EcoSim.Cli.Describing;

/// <summary>The order of a tick.</summary>
internal static class ScheduleDescription
{
    public static void Write(TextWriter output)
    {
        output.WriteLine("A tick is one month. Dated changes and series are applied before it, recording follows it.\n");
        TextColumns.Write(
            output, ["", "step", "why it stands here"],
            Schedule.Steps.Select((step, index) => new[]
            {
                (index + 1).ToString(CultureInfo.InvariantCulture), step.Name, step.Why,
            }),
            0);
    }
}
