using System.Globalization;
using EcoSim.Experiments.Comparison;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The effect on every outcome as a dot with its interval, sorted.</summary>
internal static class EffectsFigure
{
    private const float RowHeight = 21;
    private const float NameWidth = 260;
    private const float NarrowNameWidth = 170;
    private const float ValueWidth = 150;

    /// <summary>The axis shows this share of the effects whole; the largest are named at the edge, lest they press the others together.</summary>
    private const double ShownWhole = 0.85;

    /// <param name="comparison">What to draw.</param>
    /// <param name="narrow">For a telephone: short names and no numbers, which the table beside it has.</param>
    public static Page Draw(PairedComparison comparison, bool narrow = false)
    {
        float nameWidth = narrow ? NarrowNameWidth : NameWidth;
        Effect[] rows = [.. comparison.Effects.Where(effect => double.IsFinite(effect.Relative) && Moves(effect)).OrderBy(effect => effect.Relative)];
        int zero = comparison.Effects.Count(effect => !Moves(effect));
        int missing = comparison.Effects.Count - rows.Length - zero;
        int pairs = comparison.Baseline.Replicates.Count;
        double reach = Reach(rows);
        var panel = new Panel("Relative effect", "% of the baseline’s mean")
        {
            XLabel = "change, % of the baseline’s mean",
            LeftWidth = nameWidth,
            RightWidth = narrow ? 0 : ValueWidth,
            NarrowHeight = 100 + RowHeight * Math.Max(6, rows.Length),
            X = intervals => Ticks.Linear(-reach, reach, intervals),
            Y = new Ticks(-0.5, rows.Length - 0.5, [], []),
            Overlay = (canvas, data, map) => DrawRows(canvas, data, map, rows, reach, nameWidth),
        };
        panel.Track(0, rows.Length);
        string interval = pairs == 1
            ? "Dot: one pair of replicates, so there is no interval."
            : $"Dot: mean paired difference at the end (flows: sum over months); line: its 95 % confidence interval over {ComparedTimes.Pairs(pairs)}, outcome by outcome. Filled: below 5 % after Holm’s correction for all outcomes, or the same in every replicate.";
        return new Page(1200, (int)(230 + RowHeight * Math.Max(6, rows.Length)))
        {
            Title = $"What “{comparison.Other.Label}” does to every outcome",
            Context = ComparedTimes.Context([comparison]),
            Question = "What does the change move, in which direction, and how sure is that?",
            Note = $"{interval} Arrows: beyond the axis, with the value. Left out: {zero} outcomes that do not move, {missing} whose baseline is 0 or missing.",
        }.With(1, panel);
    }

    private static bool Moves(Effect effect) => effect.Paired.Difference != 0 || effect.Paired.High > effect.Paired.Low;

    /// <summary>A difference that is one and the same in every replicate needs no test.</summary>
    private static bool IsClear(Effect effect) =>
        effect.AdjustedP < 0.05 || (effect.Paired.Pairs > 1 && effect.Paired.Difference != 0 && effect.Paired.StandardError == 0);

    /// <summary>Half the width of the axis in percent.</summary>
    private static double Reach(Effect[] rows)
    {
        double[] ends = [.. rows.Select(effect => 100 * Math.Abs(effect.Relative) + HalfWidth(effect)).Where(double.IsFinite).Order()];
        return ends.Length == 0 ? 1 : 1.08 * Math.Max(1e-3, ends[(int)(ShownWhole * (ends.Length - 1))]);
    }

    private static double HalfWidth(Effect effect) =>
        effect.Paired.Pairs < 2 ? 0 : 100 * (effect.Paired.High - effect.Paired.Difference) / Math.Abs(effect.Paired.Second);

    private static void DrawRows(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, Effect[] rows, double reach, float nameWidth)
    {
        using var zero = new SKPaint { Color = Colours.Quiet.ToSKColor(), StrokeWidth = 1, IsAntialias = true };
        canvas.DrawLine(map(0, 0).X, data.Top, map(0, 0).X, data.Bottom, zero);
        for (int i = 0; i < rows.Length; i++)
        {
            Effect effect = rows[i];
            double middle = 100 * effect.Relative, half = HalfWidth(effect);
            Color color = middle < 0 ? Colours.Vermillion : Colours.Blue;
            float y = map(0, i).Y;
            using var stroke = new SKPaint { Color = color.ToSKColor(), StrokeWidth = 2, IsAntialias = true, IsStroke = true };
            float left = map(Math.Clamp(middle - half, -reach, reach), i).X, right = map(Math.Clamp(middle + half, -reach, reach), i).X;
            canvas.DrawLine(left, y, right, y, stroke);
            DrawMark(canvas, map, middle, reach, i, IsClear(effect), stroke);
            Lettering.Draw(canvas, Lettering.Fit(OutcomeWords.Of(effect.Outcome), nameWidth - 16), data.Left - 10, y + 5, Colours.Ink, align: SKTextAlign.Right);
            if (nameWidth < NameWidth)
            {
                continue;
            }

            Lettering.Draw(canvas, $"{Percent(middle)}{(half > 0 ? " ± " + Percent(half).TrimStart('+') : "")} %", data.Right + 10, y + 5, Colours.Quiet);
        }
    }

    /// <summary>A dot within the axis, an arrow at its end beyond it.</summary>
    private static void DrawMark(SKCanvas canvas, Func<double, double, SKPoint> map, double middle, double reach, int row, bool filled, SKPaint stroke)
    {
        SKPoint at = map(Math.Clamp(middle, -reach, reach), row);
        using var fill = new SKPaint { Color = filled ? stroke.Color : SKColors.White, IsAntialias = true };
        if (Math.Abs(middle) <= reach)
        {
            canvas.DrawCircle(at, 5, fill);
            canvas.DrawCircle(at, 5, stroke);
            return;
        }

        float back = middle < 0 ? 9 : -9;
        using var arrow = new SKPath();
        arrow.MoveTo(at);
        arrow.LineTo(at.X + back, at.Y - 6);
        arrow.LineTo(at.X + back, at.Y + 6);
        arrow.Close();
        canvas.DrawPath(arrow, fill);
        canvas.DrawPath(arrow, stroke);
    }

    private static string Percent(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("+#,0;-#,0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("+0.0;-0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
    };
}
