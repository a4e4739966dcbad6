using EcoSim.Experiments.Sweeps.Designs;

namespace EcoSim.Experiments.Calibration;

/// <summary>How well the surfaces of the waves before foretold a wave.</summary>
/// <param name="Wave">Wave, from 1.</param>
/// <param name="Points">Points simulated.</param>
/// <param name="Whole">Of which have every measure.</param>
/// <param name="MissRms">For each measure, root mean square of (simulated − foretold) over its standard deviation, luck included; about 1 where the surfaces know how well they know. NaN for the first wave.</param>
/// <param name="MedianDistance">Median distance of the points simulated.</param>
/// <param name="Lack">For each measure, standard deviation of what the surface fitted to this and all earlier waves lacks, on the stretched scale.</param>
public sealed record WaveRecord(int Wave, int Points, int Whole, double[] MissRms, double MedianDistance, double[] Lack);

/// <summary>What a calibration knows once its waves are done.</summary>
/// <param name="Evaluations">All points simulated.</param>
/// <param name="Estimate">The point estimate.</param>
/// <param name="Draws">Draws of the posterior, of equal weight.</param>
/// <param name="Distances">Distance of each draw.</param>
/// <param name="Waves">How the waves went.</param>
internal sealed record WaveResult(
    IReadOnlyList<Evaluation> Evaluations, double[] Estimate, double[][] Draws, double[] Distances, IReadOnlyList<WaveRecord> Waves, Surrogate Surrogate, Focus Focus);

/// <summary>Simulates points; the order of the results is that of the points. Throws <see cref="OperationCanceledException"/> when the user stops it.</summary>
/// <param name="wave">Wave, from 1.</param>
/// <param name="points">Points in the unit cube.</param>
internal delegate IReadOnlyList<Evaluation> EvaluateWave(int wave, IReadOnlyList<double[]> points);

/// <summary>Fits parameters to figures: waves of points, each where the ones before leave the figures within reach, then the estimate and its uncertainty.</summary>
/// <remarks>
/// A population Monte Carlo (Beaumont, Cornuet, Marin and Robert 2009, Biometrika 96:983-990) whose populations are drawn from the posterior that the surfaces give so far, with
/// its density raised to one half, so that a wave reaches beyond where it is expected to be needed. The correction by weights is left to the sampler, which starts from the prior each time.
/// </remarks>
/// <param name="moments">The figures.</param>
/// <param name="own">Where the scenario is, in the unit cube.</param>
/// <param name="choice">Size.</param>
/// <param name="luck">Luck of design and draws.</param>
internal sealed class WaveFit(IReadOnlyList<Moment> moments, double[] own, CalibrationChoice choice, DesignLuck luck)
{
    /// <summary>Power of the density from which a wave is drawn.</summary>
    private const double Reach = 0.5;

    /// <summary>Particles while waves are laid out.</summary>
    private const int Particles = 1000;

    /// <summary>Best draws from which the estimate is looked for.</summary>
    private const int Starts = 6;

    private readonly List<WaveRecord> _records = [];

    private int Size => own.Length;

    /// <summary>Points of the first wave: a scrambled Sobol sequence over the prior.</summary>
    public static double[][] FirstWave(int points, int size, DesignLuck luck)
    {
        var sequence = new SobolSequence(size, luck);
        return [.. Enumerable.Range(0, points).Select(sequence.Point)];
    }

    /// <summary>Runs all waves.</summary>
    /// <param name="evaluate">Simulates a wave.</param>
    /// <param name="known">Points known beforehand, such as the scenario's own.</param>
    /// <param name="confirm">Simulates the estimate with many replicates, so that it is corrected; null to leave it as the surfaces say.</param>
    public WaveResult Run(EvaluateWave evaluate, IReadOnlyList<Evaluation> known, Func<double[], Evaluation>? confirm = null)
    {
        List<Evaluation> all = [.. known];
        Focus focus = Focus.Everywhere(Size);
        Surrogate? surrogate = null;
        for (int wave = 1; wave <= choice.Waves; wave++)
        {
            double[][] points = wave == 1 ? FirstWave(choice.Points, Size, luck.Part(0)) : Draw(surrogate!, Reach, luck.Part(wave), choice.WavePoints);
            IReadOnlyList<Evaluation> simulated = evaluate(wave, points);
            all.AddRange(simulated);
            double[] missed = Missed(surrogate, simulated);
            Require(all);
            surrogate = Surrogate.Fit(all, focus);

            // A surface around where the figures are met says better where that is.
            focus = Focus.Of(Draw(surrogate, Reach, luck.Part(1000 + wave), Particles));
            surrogate = Surrogate.Fit(all, focus);
            _records.Add(new WaveRecord(
                wave, points.Length, simulated.Count(evaluation => evaluation.IsWhole), missed, MedianDistance(simulated), [.. surrogate.LackVariance.Select(Math.Sqrt)]));
        }

        (double[] estimate, surrogate) = Settle(all, surrogate!, focus, confirm);
        double[][] draws = TemperedSampler.Draw(point => Discrepancy.At(moments, surrogate, point).LogDensity, Size, choice.Draws, luck.Part(3000));
        double[] distances = [.. draws.Select(draw => Math.Sqrt(Discrepancy.At(moments, surrogate, draw).SquaredDistance))];
        return new WaveResult(all, estimate, draws, distances, _records, surrogate, focus);
    }

    /// <summary>The estimate. Each time it is simulated the surfaces learn from it; of those simulated the nearest to the figures is taken.</summary>
    private (double[] Estimate, Surrogate Surrogate) Settle(List<Evaluation> all, Surrogate surrogate, Focus focus, Func<double[], Evaluation>? confirm)
    {
        double[] estimate = Nearest(surrogate, focus);
        double least = double.PositiveInfinity;
        double[] best = estimate;
        for (int step = 0; confirm is not null && step < choice.Steps; step++)
        {
            Evaluation simulated = confirm(estimate);
            all.Add(simulated);
            double criterion = LeastDistance.Criterion(moments, simulated, own);
            if (criterion < least)
            {
                (best, least) = (estimate, criterion);
            }

            surrogate = Surrogate.Fit(all, focus);
            estimate = Nearest(surrogate, focus);
        }

        return (confirm is null ? estimate : best, surrogate);
    }

    private double[] Nearest(Surrogate surrogate, Focus focus)
    {
        IEnumerable<double[]> drawn = Draw(surrogate, 1, luck.Part(2000), Particles)
            .OrderBy(point => Discrepancy.At(moments, surrogate, point).SquaredDistance).Take(Starts);
        return LeastDistance.Find(moments, surrogate, own, [own, focus.Middle, .. drawn]);
    }

    private double[][] Draw(Surrogate surrogate, double power, DesignLuck part, int count)
    {
        double[][] particles = TemperedSampler.Draw(
            point => power * Discrepancy.At(moments, surrogate, point).LogDensity, Size, Math.Max(count, Particles), part);
        int[] order = part.Permutation(9_999, particles.Length);
        return [.. order.Take(count).Select(place => particles[place])];
    }

    private double[] Missed(Surrogate? surrogate, IReadOnlyList<Evaluation> simulated)
    {
        double[] squares = new double[moments.Count], values = new double[moments.Count], variances = new double[moments.Count];
        if (surrogate is null)
        {
            return [.. squares.Select(_ => double.NaN)];
        }

        int count = 0;
        foreach (Evaluation evaluation in simulated.Where(evaluation => evaluation.IsWhole))
        {
            count++;
            surrogate.Predict(evaluation.Point, values, variances);
            for (int i = 0; i < squares.Length; i++)
            {
                double missed = evaluation.Values[i] - values[i], luckVariance = surrogate.ResidualVariance[i] - surrogate.LackVariance[i];
                squares[i] += missed * missed / (variances[i] + luckVariance);
            }
        }

        return [.. squares.Select(sum => Math.Sqrt(sum / count))];
    }

    private double MedianDistance(IReadOnlyList<Evaluation> simulated)
    {
        double[] distances = [.. simulated.Select(evaluation => Math.Sqrt(Discrepancy.Simulated(moments, evaluation))).Order()];
        return distances.Length == 0 ? double.NaN : distances[distances.Length / 2];
    }

    private void Require(List<Evaluation> all)
    {
        int whole = all.Count(evaluation => evaluation.IsWhole), needed = Surrogate.LeastPoints(Size);
        if (whole < needed)
        {
            throw new Results.RefusedException(
                $"{whole} of {all.Count} points have every figure; {Size} parameters need {needed}. Use more points (\"calibration\": {{\"points\": N}}), fewer parameters, narrower ranges, or longer runs.");
        }
    }
}
