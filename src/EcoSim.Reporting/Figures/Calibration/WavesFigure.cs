using EcoSim.Experiments.Calibration;
using EcoSim.Reporting.Style;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Whether the waves came nearer to the figures, and whether the surfaces knew what they foretold.</summary>
internal static class WavesFigure
{
    public static Page Draw(CalibrationResult result, string context)
    {
        double[] waves = [.. result.Waves.Select(wave => (double)wave.Wave)];
        var distance = new Panel("Median distance of the points of a wave from the figures", "")
        {
            XLabel = "wave", X = _ => Whole(waves), Overlay = (canvas, _, map) => Dots(canvas, map, waves, [.. result.Waves.Select(wave => wave.MedianDistance)], Colours.Blue),
        };
        distance.Line(waves, [.. result.Waves.Select(wave => wave.MedianDistance)], Colours.Blue);
        double[][] missed = [.. Enumerable.Range(0, result.Figures.Count).Select(figure => result.Waves.Select(wave => wave.MissRms[figure]).ToArray())];
        var known = new Panel("Error of what the surfaces foretold, over its standard deviation", "")
        {
            XLabel = "wave",
            X = _ => Whole(waves),
            Overlay = (canvas, _, map) =>
            {
                foreach (double[] figure in missed)
                {
                    Dots(canvas, map, waves, figure, Colours.Quiet);
                }
            },
        };
        foreach (double[] figure in missed)
        {
            known.Line(waves, figure, Colours.Quiet.WithAlpha(0.7), width: 1.4f);
        }

        known.Guide(new ScottPlot.Coordinates(waves[0] - 0.2, 1), new ScottPlot.Coordinates(waves[^1] + 0.2, 1));
        return new Page(1200, 560)
        {
            Title = "Wave by wave",
            Context = context,
            Question = "Did the waves come nearer to the figures, and did the surfaces know how well they know?",
            Note = "Left: root of the sum of squared standardised differences, luck of the few replicates of a point included. Right: a line for each figure, root mean square over the points of the wave, foretold from the waves before; dashed: 1, where errors are as large as the surfaces say.",
        }.With(2, distance, known);
    }

    private static Ticks Whole(double[] waves) => new(waves[0] - 0.2, waves[^1] + 0.2, waves, [.. waves.Select(wave => $"{wave:0}")]);

    private static void Dots(SKCanvas canvas, Func<double, double, SKPoint> map, double[] xs, double[] ys, ScottPlot.Color color)
    {
        for (int i = 0; i < xs.Length; i++)
        {
            if (double.IsFinite(ys[i]))
            {
                MainEffectsFigure.Dot(canvas, map(xs[i], ys[i]), 4, color);
            }
        }
    }
}
