using EcoSim.Experiments.Results;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Designs;

/// <summary>Points of a design: a value of each varied parameter.</summary>
/// <param name="Parameters">The parameters, a column each.</param>
/// <param name="Rows">A row for each point.</param>
public sealed record DesignTable(IReadOnlyList<ParameterDeclaration> Parameters, IReadOnlyList<double[]> Rows)
{
    /// <summary>The points of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="points">Points of a design whose size is free.</param>
    public static DesignTable Of(Experiment experiment, int points)
    {
        IReadOnlyList<Variation> variations = experiment.Variations;
        var luck = new DesignLuck(experiment.DesignSeed);
        return new DesignTable([.. variations.Select(variation => variation.Parameter)], experiment.Design switch
        {
            DesignKind.Grid => Grid(variations),
            DesignKind.OneAtATime => OneAtATime(variations, experiment.Scenario.Plan.Parameters),
            DesignKind.LatinHypercube => [.. LatinHypercube.Points(points, variations.Count, luck).Select(point => Values(variations, point))],
            DesignKind.Sobol => Sobol(variations, points, luck),
            _ => experiment.Table!,
        });
    }

    /// <summary>Values at a point of the unit cube.</summary>
    public static double[] Values(IReadOnlyList<Variation> variations, double[] point) =>
        [.. variations.Select((variation, column) => variation.At(point[column]))];

    /// <summary>The plan of a point: the scenario with the values of that row.</summary>
    public Plan PlanOf(Plan scenario, int row)
    {
        Parameters parameters = Catalogue.Copy(scenario.Parameters);
        for (int column = 0; column < Parameters.Count; column++)
        {
            Parameters[column].Set(parameters, Rows[row][column]);
        }

        return scenario with { Parameters = parameters };
    }

    /// <summary>Number of points of a grid; infinite where a continuum has no levels.</summary>
    public static double GridSize(IReadOnlyList<Variation> variations) =>
        variations.Aggregate(1.0, (size, variation) => size * (variation.HasLevels ? variation.Levels.Count : double.PositiveInfinity));

    private static List<double[]> Grid(IReadOnlyList<Variation> variations)
    {
        List<double[]> rows = [[]];
        foreach (Variation variation in variations)
        {
            rows = [.. from row in rows from level in variation.Levels select (double[])[.. row, level]];
        }

        return rows;
    }

    private static List<double[]> OneAtATime(IReadOnlyList<Variation> variations, Parameters parameters)
    {
        double[] scenario = [.. variations.Select(variation => variation.Parameter.Get(parameters))];
        List<double[]> rows = [scenario];
        for (int column = 0; column < variations.Count; column++)
        {
            foreach (double level in variations[column].Levels.Where(level => level != scenario[column]))
            {
                double[] row = [.. scenario];
                row[column] = level;
                rows.Add(row);
            }
        }

        return rows;
    }

    private static double[][] Sobol(IReadOnlyList<Variation> variations, int points, DesignLuck luck)
    {
        if (variations.Count > SobolSequence.MostDimensions)
        {
            throw new RefusedException(
                $"A Sobol design has {variations.Count} parameters here; allowed are at most {SobolSequence.MostDimensions}. Take \"design\": \"latin-hypercube\", which knows no limit.");
        }

        var sequence = new SobolSequence(variations.Count, luck);
        return [.. Enumerable.Range(0, points).Select(index => Values(variations, sequence.Point(index)))];
    }
}
