using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The marks of the family tree: a bar for each life, a link to the parent, the end, the value.</summary>
internal static class FamilyTreeMarks
{
    private const float Radius = 4.5f;

    /// <summary>Where identities begin, right of the values.</summary>
    public const float IdentityAt = 70;

    public static void Draw(
        SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, FamilyTree tree, Organization[] rows, FigureInput input, int letters,
        Func<Organization, Color> color)
    {
        Dictionary<Organization, int> row = rows.Index().ToDictionary(r => r.Item, r => r.Index);
        Lettering.Draw(canvas, "highest value, million RMB", data.Right + IdentityAt + Lettering.Width(Identity(rows[0], letters)), data.Top - 4, Colours.Quiet, align: SKTextAlign.Right);
        foreach (Organization firm in rows)
        {
            SKPoint start = map(input.Year((int)firm.FoundedMonth), -row[firm]);
            SKPoint end = map(input.Year((int)(double.IsNaN(firm.ExitMonth) ? input.EndMonth : firm.ExitMonth)), -row[firm]);
            using var paint = new SKPaint { Color = color(firm).ToSKColor(), IsAntialias = true, StrokeWidth = 1.2f, Style = SKPaintStyle.Stroke };
            if (tree.ParentOf(firm) is { } parent)
            {
                canvas.DrawLine(start.X, map(0, -row[parent]).Y, start.X, start.Y, paint);
            }

            paint.StrokeWidth = 4;
            canvas.DrawLine(start, end, paint);
            DrawEnd(canvas, firm.Status, end, paint);
            string value = double.IsNaN(firm.HighestValue) ? "–" : firm.HighestValue.ToString("#,0");
            Lettering.Draw(canvas, value, data.Right + 62, start.Y + 5, Colours.Ink, bold: firm.IsDragon, align: SKTextAlign.Right);
            Lettering.Draw(canvas, Identity(firm, letters), data.Right + IdentityAt, start.Y + 5, Colours.Quiet, bold: firm.IsDragon);
        }
    }

    /// <summary>The identity, or so many letters of it.</summary>
    public static string Identity(Organization firm, int letters) => firm.Id.Length <= letters ? firm.Id : firm.Id[..letters];

    private static void DrawEnd(SKCanvas canvas, string status, SKPoint at, SKPaint paint)
    {
        paint.StrokeWidth = 2;
        switch (status)
        {
            case "failed":
                canvas.DrawLine(at.X - Radius, at.Y - Radius, at.X + Radius, at.Y + Radius, paint);
                canvas.DrawLine(at.X - Radius, at.Y + Radius, at.X + Radius, at.Y - Radius, paint);
                break;
            case "acquired":
                Fill(new SKPoint(at.X - Radius - 1, at.Y), new SKPoint(at.X, at.Y - Radius - 1), new SKPoint(at.X + Radius + 1, at.Y), new SKPoint(at.X, at.Y + Radius + 1));
                break;
            case "public":
                Fill(new SKPoint(at.X - Radius - 1, at.Y + Radius), new SKPoint(at.X, at.Y - Radius - 1), new SKPoint(at.X + Radius + 1, at.Y + Radius));
                break;
        }

        void Fill(params SKPoint[] corners)
        {
            paint.Style = SKPaintStyle.Fill;
            using var path = new SKPath();
            path.AddPoly(corners);
            canvas.DrawPath(path, paint);
        }
    }
}
