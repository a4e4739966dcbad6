using EcoSim.Experiments.Validation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace EcoSim.Experiments.Naive;

/// <summary>Fits the naive rival to the same figures as the model.</summary>
public static class NaiveFit
{
    private const double Tolerance = 1e-10;
    private const int MostSteps = 20_000;

    /// <summary>Largest mean yearly change of log size either way: above e^½, or two thirds a year, no sector grows for decades.</summary>
    private const double MostDrift = 0.5;

    /// <summary>Rates that bring the figures nearest, each distance in half-widths of its band (least squares, Nelder and Mead 1965).</summary>
    /// <param name="targets">Published figures; inputs and measures that do not follow from the rates play no part.</param>
    public static NaiveRates To(IEnumerable<CalibrationTarget> targets)
    {
        CalibrationTarget[] fitted =
            [.. targets.Where(target => !target.IsInput && target.High > target.Low && !double.IsNaN(NaiveRates.Start.Predict(target.Measure)))];
        NaiveRates start = NaiveRates.Start with
        {
            AnchorFounding = Published("anchor_founding_hazard") / 100 ?? NaiveRates.Start.AnchorFounding,
            SpinOutShare = Published("spin_out_share_of_new_firms") / 100 ?? NaiveRates.Start.SpinOutShare,
        };
        if (fitted.Length == 0)
        {
            return start;
        }

        Vector<double> best = NelderMeadSimplex.Minimum(
            ObjectiveFunction.Value(point => Distance(Rates(start, point), fitted)), Point(start), Tolerance, MostSteps).MinimizingPoint;
        return Rates(start, best);

        double? Published(string measure) => fitted.FirstOrDefault(target => target.Measure == measure)?.Value;
    }

    private static double Distance(NaiveRates rates, CalibrationTarget[] targets) =>
        targets.Sum(target => Math.Pow((rates.Predict(target.Measure) - target.Value) / (target.High - target.Low) * 2, 2));

    private static Vector<double> Point(NaiveRates rates) => Vector<double>.Build.DenseOfArray(
        [Math.Log(rates.Closing), Math.Log(rates.Sale), Math.Log(rates.FirstRound), Math.Log(rates.NextRound), Math.Atanh(rates.Drift / MostDrift)]);

    private static NaiveRates Rates(NaiveRates rest, Vector<double> point) => rest with
    {
        Closing = Math.Exp(point[0]), Sale = Math.Exp(point[1]), FirstRound = Math.Exp(point[2]), NextRound = Math.Exp(point[3]), Drift = MostDrift * Math.Tanh(point[4]),
    };
}
