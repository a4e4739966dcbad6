using System.Globalization;
using EcoSim.Experiments.Calibration;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Which figure answers to which parameter, as coloured cells.</summary>
internal static class IdentificationFigure
{
    private const float RatioWidth = 145, NarrowRowHeight = 44;

    /// <summary>Where a cell ends in its row; lower where the name stands above.</summary>
    private const double CellTop = 0.47, NarrowCellTop = 0.02;

    /// <summary>From this strength on a cell has its full colour.</summary>
    private const double Full = 4;

    /// <summary>Opacity of a cell without any response.</summary>
    private const double Faintest = 0.04;

    /// <summary>From this share of the full colour on letters are white.</summary>
    private const double Dark = 0.75;

    public static Page Draw(CalibrationResult result, string context, bool narrow = false)
    {
        int rows = result.Parameters.Count, columns = result.Figures.Count;
        var panel = new Panel("Free parameter", "")
        {
            XLabel = "published figure",
            HasGrid = false,
            LeftWidth = RowNames.LeftWidth(result.Parameters.Select(fit => fit.Path), narrow),
            RightWidth = narrow ? 0 : RatioWidth,
            NarrowHeight = 110 + NarrowRowHeight * rows,
            X = _ => new Ticks(-0.5, columns - 0.5, [.. Enumerable.Range(0, columns).Select(i => (double)i)], [.. result.Figures.Select(figure => figure.Moment.Id)]),
            Y = new Ticks(-0.5, rows - 0.5, [], []),
            Overlay = (canvas, data, map) => Letter(canvas, data, map, result, narrow),
        };
        panel.Track(0, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double strength = result.Identification.Responses[rows - 1 - row][column].Strength;
                panel.Bar(column - 0.49, column + 0.49, row - 0.47, row + (narrow ? NarrowCellTop : CellTop), Shade(strength));
            }
        }

        return new Page(1200, 240 + 34 * rows)
        {
            Title = "Which figure pins down which parameter",
            Context = context,
            Question = "Which published figure moves when a parameter does?",
            Note = "Cells: how far the figure moves when the parameter rises by a standard deviation of its prior, over the doubt about the figure (slope at the estimate). Ring: the figure whose loss would widen the parameter’s interval most. "
                + $"Condition number of the matrix {result.Identification.Condition.ToString("0.0", CultureInfo.InvariantCulture)}; the figures tell more than the priors in {result.Identification.Directions} of {rows} directions.",
            WideNote = "Right: width of the 90 % interval over the prior’s.",
            Legend = [(Colours.Vermillion, "figure rises"), (Colours.Blue, "figure falls")],
        }.With(1, panel);
    }

    private static void Letter(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, CalibrationResult result, bool narrow)
    {
        int rows = result.Parameters.Count;
        for (int row = 0; row < rows; row++)
        {
            ParameterFit fit = result.Parameters[rows - 1 - row];
            double top = narrow ? NarrowCellTop : CellTop;
            float y = map(0, row).Y + 5;
            RowNames.Draw(canvas, data, narrow ? map(0, row + NarrowCellTop).Y + 9 : y - 5, fit.Path, narrow);
            if (!narrow)
            {
                string ratio = Identification.WidthText(fit.WidthRatio);
                Lettering.Draw(canvas, fit.IsIdentified ? ratio : ratio + "  not pinned", data.Right + 10, y, fit.IsIdentified ? Colours.Ink : Colours.Vermillion, 13);
            }

            for (int column = 0; column < result.Figures.Count; column++)
            {
                double strength = result.Identification.Responses[rows - 1 - row][column].Strength;
                SKPoint at = map(column, row + (top - CellTop) / 2);
                bool dark = Math.Min(1, Math.Abs(strength) / Full) > Dark;
                Lettering.Draw(canvas, strength.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture), at.X, at.Y + 5, dark ? Colours.Paper : Colours.Ink, narrow ? 11 : 13, align: SKTextAlign.Center);
                if (fit.PinnedBy == column)
                {
                    using var ring = new SKPaint { Color = Colours.Ink.ToSKColor(), IsStroke = true, StrokeWidth = 2, IsAntialias = true };
                    SKPoint low = map(column - 0.45, row - 0.4), high = map(column + 0.45, row + top - 0.07);
                    canvas.DrawRoundRect(low.X, high.Y, high.X - low.X, low.Y - high.Y, 4, 4, ring);
                }
            }
        }
    }

    /// <summary>See-through, so that the paper below, light or dark, makes the pale end.</summary>
    private static Color Shade(double strength) =>
        (strength > 0 ? Colours.Vermillion : Colours.Blue).WithAlpha(Faintest + Math.Min(1, Math.Abs(strength) / Full) * (1 - Faintest));
}
