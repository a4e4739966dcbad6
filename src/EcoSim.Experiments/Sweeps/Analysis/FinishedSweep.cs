using EcoSim.Experiments.Comparison;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Statistics;
using EcoSim.Experiments.Sweeps.Designs;
using EcoSim.Experiments.Sweeps.Results;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Sweeps.Analysis;

/// <summary>Reads a finished sweep from its folder.</summary>
public static class FinishedSweep
{
    /// <summary>The sweep as a table. Throws <see cref="RefusedException"/> naming what is missing or damaged.</summary>
    public static (SweepTable Table, SweepDescription Description) Read(string folder)
    {
        SweepDescription sweep = SweepDescription.Read(folder);
        if (!sweep.Shard.IsWhole)
        {
            throw new RefusedException($"'{folder}' is part {sweep.Shard} of a sweep. Put the parts together with 'ecosim merge' first.");
        }

        OutcomeMeasure[] outcomes = [.. sweep.Outcomes.Select(name => OutcomeText.Read(name, out _) ?? throw Foreign(folder, name))];
        var runs = new double[sweep.Points][][];
        for (int point = 0; point < runs.Length; point++)
        {
            runs[point] = [.. outcomes.Select(_ => Enumerable.Repeat(double.NaN, sweep.Replicates).ToArray())];
        }

        foreach (SweepRow row in RunsFile.Read(folder, outcomes.Length).Where(row => row.Failure is null && row.Point < sweep.Points && row.Replicate < sweep.Replicates))
        {
            for (int column = 0; column < outcomes.Length; column++)
            {
                runs[row.Point][column][row.Replicate] = row.Values[column];
            }
        }

        double[][] means = [.. runs.Select(point => point.Select(values => Spread.Of(values).Mean).ToArray())];
        var table = new SweepTable(sweep.Experiment, sweep.Question, sweep.Kind, ReadDesign(folder, sweep), outcomes, means, sweep.Replicates)
        {
            Months = sweep.Months,
            Runs = (point, column) => runs[point][column],
        };
        return (table, sweep);
    }

    /// <summary>The points in <c>design.csv</c>. Throws <see cref="RefusedException"/> when it is missing or damaged.</summary>
    internal static DesignTable ReadDesign(string folder, SweepDescription sweep)
    {
        string path = Path.Combine(folder, SweepCsv.DesignName);
        ParameterDeclaration[] parameters = [.. sweep.Parameters.Select(name => Catalogue.Find(name) ?? throw Foreign(folder, name))];
        if (!File.Exists(path))
        {
            throw new RefusedException($"'{path}' is missing. Write the sweep again with 'ecosim sweep --force'.");
        }

        var rows = new List<double[]>();
        foreach (string[] cells in CsvTable.Read(path))
        {
            var row = new double[parameters.Length];
            for (int column = 0; column < row.Length; column++)
            {
                var entry = new Entry("", "", EntryKind.Untyped, cells.ElementAtOrDefault(column + 1) ?? "", null, null);
                if (!ParameterText.TryRead(parameters[column], entry, out row[column], out _))
                {
                    throw new RefusedException($"'{path}' is damaged at line {rows.Count + 2}. Write the sweep again with 'ecosim sweep --force'.");
                }
            }

            rows.Add(row);
        }

        return rows.Count == sweep.Points
            ? new DesignTable(parameters, rows)
            : throw new RefusedException($"'{path}' has {rows.Count} points where {Manifest.FileName} says {sweep.Points}. Write the sweep again with 'ecosim sweep --force'.");
    }

    private static RefusedException Foreign(string folder, string name) =>
        new($"'{folder}' speaks of '{name}', which this program ({ProgramVersion.Text}) does not know. Run the sweep again with this version.");
}
