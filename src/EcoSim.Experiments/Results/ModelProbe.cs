using System.Globalization;
using System.Text;
using EcoSim.Model;
using EcoSim.Model.Observation;

namespace EcoSim.Experiments.Results;

/// <summary>Whether two programs compute the same: unlike the build, this does not change with words, paths or the compiler.</summary>
public static class ModelProbe
{
    private const int Workers = 5000, Months = 144;

    private static readonly Lazy<string> Made = new(() => Of(new Parameters()));

    /// <summary>Eight hexadecimal digits over the headline series of a small region with the defaults. A model that computes what happens there otherwise gives others; one that differs only in what does not happen there, as shocks, does not.</summary>
    public static string Text => Made.Value;

    /// <summary>The same for parameters of one's own, of which the size of the region and what is rare in one of its size are set here.</summary>
    /// <param name="parameters">Parameters; changed by this.</param>
    public static string Of(Parameters parameters)
    {
        parameters.Population.Workers = Workers;
        parameters.Run.WarmupMonths = 0;
        parameters.Run.Months = Months;

        // Several submarkets, dragons, listings and paid-out profits within twelve years.
        parameters.Mobility.WorkersPerSubmarket /= 10;
        parameters.Products.DragonThreshold /= 50;
        parameters.Exits.ListingSales /= 50;
        parameters.Exits.ListingValue /= 50;
        parameters.Exits.PayoutReserve /= 50;
        RunResult result = new Simulation(new Plan(parameters), 0).Run();
        var text = new StringBuilder();

        // What any change of a rule moves in time, and not all columns: a new observable is no other model.
        foreach (string outcome in Headlines.Outcomes)
        {
            foreach (double value in result.Series.Column(Observables.IndexOf(outcome)))
            {
                // Six digits: processors may differ in the last ones.
                text.Append(value.ToString("G6", CultureInfo.InvariantCulture)).Append(' ');
            }
        }

        return PlanText.Fingerprint(text.ToString())[..8];
    }
}
