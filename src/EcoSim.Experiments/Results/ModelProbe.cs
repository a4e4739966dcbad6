using System.Globalization;
using System.Text;
using EcoSim.Model;

namespace EcoSim.Experiments.Results;

/// <summary>Whether two programs compute the same: unlike the build, this does not change with words, paths or the compiler.</summary>
public static class ModelProbe
{
    /// <summary>A region in which all that matters happens within a tenth of a second.</summary>
    private const int Workers = 5000, Months = 96;

    private static readonly Lazy<string> Made = new(Make);

    /// <summary>Eight hexadecimal digits over the series of a small region with the defaults; another model gives others.</summary>
    public static string Text => Made.Value;

    private static string Make()
    {
        var parameters = new Parameters();
        parameters.Population.Workers = Workers;
        parameters.Run.WarmupMonths = 0;
        parameters.Run.Months = Months;
        RunResult result = new Simulation(new Plan(parameters), 0).Run();
        var text = new StringBuilder();
        for (int month = 0; month < result.Series.Months; month++)
        {
            foreach (double value in result.Series.Row(month))
            {
                // Six digits: processors may differ in the last ones.
                text.Append(value.ToString("G6", CultureInfo.InvariantCulture)).Append(' ');
            }
        }

        return PlanText.Fingerprint(text.ToString())[..8];
    }
}
