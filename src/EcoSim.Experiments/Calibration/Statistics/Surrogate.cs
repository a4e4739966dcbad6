namespace EcoSim.Experiments.Calibration;

/// <summary>Quadratic surfaces, one for each measure, that stand in for the model near a region of parameter space.</summary>
/// <remarks>
/// Weighted least squares over points that were simulated, those near the region counting most; terms of second order are shrunk by a ridge whose
/// strength has the least error of prediction when each point is left out in turn (PRESS: Allen 1974, Technometrics 16:125-127). That error, less
/// the Monte Carlo variance of the points, is what the surface lacks; with the error of its coefficients it is the variance of a prediction.
/// Regression on simulated summaries is that of Beaumont, Zhang and Balding 2002, Genetics 162:2025-2035; the use of a surface in place of the
/// model follows Wood 2010, Nature 466:1102-1104, and in waves Vernon, Goldstein and Bower 2010, Bayesian Analysis 5:619-670.
/// </remarks>
internal sealed class Surrogate
{
    /// <summary>Ridges tried for terms of second order, against points that count one each.</summary>
    private static readonly double[] Ridges = [0.1, 1, 10, 100, 1000];

    /// <summary>Keeps the linear terms solvable and changes them by nothing that matters.</summary>
    private const double LinearRidge = 1e-3;

    /// <summary>Points that must count, for each term.</summary>
    private const double PointsPerTerm = 1.5;

    /// <summary>A pool of many replicates counts at most as so many points: what the surface lacks there is no less.</summary>
    private const double MostPoolWeight = 4;

    private readonly QuadraticBasis _basis;
    private readonly Cholesky _root;
    private readonly double[][] _coefficients;

    private Surrogate(QuadraticBasis basis, Cholesky root, double[][] coefficients, double[] residual, double[] lack, double ridge, double points)
    {
        (_basis, _root, _coefficients) = (basis, root, coefficients);
        (ResidualVariance, LackVariance, Ridge, Points) = (residual, lack, ridge, points);
    }

    /// <summary>Measures.</summary>
    public int Measures => _coefficients.Length;

    /// <summary>Mean squared error of predicting a point left out, luck of that point included.</summary>
    public double[] ResidualVariance { get; }

    /// <summary>What of it the luck of the points does not explain.</summary>
    public double[] LackVariance { get; }

    /// <summary>Strength of the ridge.</summary>
    public double Ridge { get; }

    /// <summary>Points that count, by their weight.</summary>
    public double Points { get; }

    /// <summary>Least number of points from which surfaces over so many parameters can be fitted.</summary>
    public static int LeastPoints(int parameters) => QuadraticBasis.TermsOf(parameters) + parameters;

    /// <summary>Fits to points; those that lack a measure are left out.</summary>
    public static Surrogate Fit(IReadOnlyList<Evaluation> evaluations, Focus focus)
    {
        Evaluation[] points = [.. evaluations.Where(evaluation => evaluation.IsWhole)];
        var basis = new QuadraticBasis(focus.Middle, [.. Enumerable.Range(0, focus.Size).Select(focus.Deviation)]);
        double[] weights = Weights(points, focus, PointsPerTerm * basis.Terms);
        double[][] terms = [.. points.Select(point =>
        {
            var row = new double[basis.Terms];
            basis.At(point.Point, row);
            return row;
        })];
        double[][] gram = Gram(terms, weights);
        Surrogate? best = null;
        double least = double.PositiveInfinity;
        foreach (double ridge in Ridges)
        {
            (Surrogate fitted, double error) = FitWith(ridge, basis, gram, terms, weights, points);
            if (best is null || error < least)
            {
                (best, least) = (fitted, error);
            }
        }

        return best!;
    }

    /// <summary>Value of each surface at a point.</summary>
    public void Predict(ReadOnlySpan<double> point, Span<double> values)
    {
        Span<double> terms = stackalloc double[_basis.Terms];
        _basis.At(point, terms);
        for (int measure = 0; measure < values.Length; measure++)
        {
            values[measure] = Dot(_coefficients[measure], terms);
        }
    }

    /// <summary>Value of each surface at a point, and the variance with which it tells the model's.</summary>
    public void Predict(ReadOnlySpan<double> point, Span<double> values, Span<double> variances)
    {
        Span<double> terms = stackalloc double[_basis.Terms];
        _basis.At(point, terms);
        for (int measure = 0; measure < values.Length; measure++)
        {
            values[measure] = Dot(_coefficients[measure], terms);
        }

        double leverage = _root.Form(terms);
        for (int measure = 0; measure < variances.Length; measure++)
        {
            variances[measure] = LackVariance[measure] + leverage * ResidualVariance[measure];
        }
    }

    /// <summary>Slope of a surface in one coordinate, and its standard error.</summary>
    public (double Slope, double Error) Slope(ReadOnlySpan<double> point, int measure, int coordinate)
    {
        Span<double> terms = stackalloc double[_basis.Terms];
        _basis.Slope(point, coordinate, terms);
        double slope = Dot(_coefficients[measure], terms);
        return (slope, Math.Sqrt(_root.Form(terms) * ResidualVariance[measure]));
    }

    private static (Surrogate Fitted, double Error) FitWith(
        double ridge, QuadraticBasis basis, double[][] gram, double[][] terms, double[] weights, Evaluation[] points)
    {
        double[][] penalised = [.. gram.Select(row => (double[])row.Clone())];
        for (int term = 1; term < basis.Terms; term++)
        {
            penalised[term][term] += term < basis.LinearTerms ? LinearRidge : ridge;
        }

        Cholesky root = Cholesky.Of(penalised);
        double[] leverage = new double[points.Length];
        var copy = new double[basis.Terms];
        for (int i = 0; i < points.Length; i++)
        {
            terms[i].CopyTo(copy, 0);
            leverage[i] = Math.Min(0.99, weights[i] * root.Form(copy));
        }

        int measures = points[0].Values.Length;
        double whole = weights.Sum(), error = 0;
        var coefficients = new double[measures][];
        double[] residual = new double[measures], lack = new double[measures];
        for (int measure = 0; measure < measures; measure++)
        {
            double[] fit = coefficients[measure] = Right(terms, weights, points, measure);
            root.Solve(fit);
            double mean = 0, left = 0, spread = 0;
            for (int i = 0; i < points.Length; i++)
            {
                mean += weights[i] * points[i].Values[measure] / whole;
            }

            for (int i = 0; i < points.Length; i++)
            {
                double value = points[i].Values[measure], missed = (value - Dot(fit, terms[i])) / (1 - leverage[i]);
                left += weights[i] * missed * missed;
                spread += weights[i] * (value - mean) * (value - mean);
            }

            residual[measure] = left / whole;
            lack[measure] = Math.Max(0, residual[measure] - MeanVariance(points, weights, measure));
            error += spread > 0 ? left / spread : 0;
        }

        return (new Surrogate(basis, root, coefficients, residual, lack, ridge, whole), error);
    }

    /// <summary>Points near the focus count one and far ones less; a pool of many replicates counts as many points. The reach grows until enough count.</summary>
    private static double[] Weights(Evaluation[] points, Focus focus, double wanted)
    {
        double usual = points.Min(point => point.Replicates);
        double[] distances = [.. points.Select(point => focus.SquaredDistance(point.Point) / focus.Size)];
        for (double reach = 1; ; reach *= 1.25)
        {
            double[] near = [.. distances.Select(distance => Math.Exp(-0.5 * distance / (reach * reach)))];
            if (near.Sum() >= Math.Min(wanted, 0.9 * points.Length) || reach > 50)
            {
                return [.. near.Select((weight, i) => weight * Math.Min(MostPoolWeight, points[i].Replicates / usual))];
            }
        }
    }

    private static double MeanVariance(Evaluation[] points, double[] weights, int measure)
    {
        double sum = 0, whole = 0;
        for (int i = 0; i < points.Length; i++)
        {
            if (double.IsFinite(points[i].Variances[measure]))
            {
                sum += weights[i] * points[i].Variances[measure];
                whole += weights[i];
            }
        }

        return whole > 0 ? sum / whole : 0;
    }

    private static double[][] Gram(double[][] terms, double[] weights)
    {
        int size = terms[0].Length;
        double[][] gram = [.. Enumerable.Range(0, size).Select(_ => new double[size])];
        for (int point = 0; point < terms.Length; point++)
        {
            double[] row = terms[point];
            for (int i = 0; i < size; i++)
            {
                double weighted = weights[point] * row[i];
                double[] into = gram[i];
                for (int j = 0; j <= i; j++)
                {
                    into[j] += weighted * row[j];
                }
            }
        }

        return gram;
    }

    private static double[] Right(double[][] terms, double[] weights, Evaluation[] points, int measure)
    {
        var right = new double[terms[0].Length];
        for (int point = 0; point < terms.Length; point++)
        {
            double weighted = weights[point] * points[point].Values[measure];
            for (int i = 0; i < right.Length; i++)
            {
                right[i] += weighted * terms[point][i];
            }
        }

        return right;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
