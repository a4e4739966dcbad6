using System.Globalization;
using EcoSim.Experiments.Sensitivity;
using EcoSim.Experiments.Sweeps;
using EcoSim.Experiments.Sweeps.Analysis;
using EcoSim.Reporting.Style;

namespace EcoSim.Reporting;

/// <summary>The figures of sweeps and sensitivity analyses, as PNG and SVG.</summary>
public static class SweepFigures
{
    private const int MostOutcomes = 6;

    /// <summary>
    /// Writes <c>main-effects</c> (for each further outcome with its name), <c>tornado</c>, and where points vary together, of outcomes that do, <c>heat-map</c> and <c>parallel</c>.
    /// </summary>
    /// <param name="table">The sweep; no figure is drawn of an outcome without values.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(SweepTable table, string folder, int threads = 0)
    {
        if (table.Outcome(0).All(double.IsNaN))
        {
            return DrawnFigures.None;
        }

        string context = string.Create(CultureInfo.InvariantCulture,
            $"Sweep “{table.Name}”  ·  {table.Points.Rows.Count} points, {FigureInput.Count(table.Replicates)} of each, with the same luck at every point");
        var pages = new List<PageDrawing> { new("main-effects", () => MainEffectsFigure.Draw(table, 0, context)), new("tornado", () => TornadoFigure.Draw(table, context), () => TornadoFigure.Draw(table, context, narrow: true)) };
        if (table.Design != DesignKind.OneAtATime)
        {
            if (HeatMapFigure.Draw(table, context) is not null)
            {
                pages.Add(new("heat-map", () => HeatMapFigure.Draw(table, context)!));
            }

            if (table.Points.Parameters.Count > 1 && table.Varies(0))
            {
                pages.Add(new("parallel", () => ParallelFigure.Draw(table, context), () => ParallelFigure.Draw(table, context, narrow: true)));
            }
        }

        foreach (int outcome in Enumerable.Range(1, Math.Min(MostOutcomes, table.Outcomes.Count) - 1).Where(outcome => table.Outcome(outcome).Any(double.IsFinite)))
        {
            pages.Add(new($"main-effects-{SweptOutcome.FileName(table.Outcomes[outcome])}", () => MainEffectsFigure.Draw(table, outcome, context)));
        }

        return new DrawnFigures(PageFile.WriteAll(pages, folder, threads), Lettering.Problem);
    }

    /// <summary>Writes <c>morris</c> (for each further outcome that anything moves with its name), and where there are indices <c>sobol</c>.</summary>
    /// <param name="result">The analysis.</param>
    /// <param name="folder">Folder to write to; made when absent.</param>
    /// <param name="threads">Figures drawn at a time; 0 means one for each processor.</param>
    public static DrawnFigures Write(SensitivityResult result, string folder, int threads = 0)
    {
        string context = string.Create(CultureInfo.InvariantCulture,
            $"Sensitivity “{result.Experiment.Name}”  ·  {result.Parameters.Count} parameters, {result.Trajectories} trajectories, {FigureInput.Count(result.Experiment.Replicates)} of each point");
        OutcomeEffects[] moved = [.. result.Effects.Skip(1).Where(outcome => outcome.Effects.Any(effect => effect.MuStar.Value > 0))];
        var pages = new List<PageDrawing>();
        foreach (OutcomeEffects outcome in moved.Prepend(result.Effects[0]).Take(MostOutcomes))
        {
            string name = outcome == result.Effects[0] ? "morris" : $"morris-{SweptOutcome.FileName(outcome.Outcome)}";
            pages.Add(new(name, () => MorrisFigure.Draw(result, outcome, context), () => MorrisFigure.Draw(result, outcome, context, narrow: true)));
        }

        if (result.Indices.Count > 0)
        {
            pages.Add(new("sobol", () => SobolFigure.Draw(result, context), () => SobolFigure.Draw(result, context, narrow: true)));
        }

        return new DrawnFigures(PageFile.WriteAll(pages, folder, threads), Lettering.Problem);
    }
}
