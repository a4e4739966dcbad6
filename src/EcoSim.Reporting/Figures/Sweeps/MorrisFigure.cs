using EcoSim.Experiments.Sensitivity;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>Elementary effects on one outcome: the Morris plane with numbered dots, and beside it the parameters in that order with their intervals.</summary>
internal static class MorrisFigure
{
    /// <summary>Parameters that the list names, the largest effects first.</summary>
    private const int MostRows = 24;

    private const int RowHeight = 26;
    private const int LeastHeight = 430;
    private const float Radius = 5;

    /// <summary>Half the height of the mark of a noise floor, in rows.</summary>
    private const double HalfFloor = 0.18;

    /// <param name="result">The analysis.</param>
    /// <param name="outcome">Which outcome.</param>
    /// <param name="context">Line below the title.</param>
    /// <param name="narrow">For a telephone: names above their rows.</param>
    public static Page Draw(SensitivityResult result, OutcomeEffects outcome, string context, bool narrow = false)
    {
        MorrisEffect[] ranked = [.. outcome.Effects.Where(effect => double.IsFinite(effect.MuStar.Value)).OrderByDescending(effect => effect.MuStar.Value)];
        MorrisEffect[] shown = [.. ranked.Take(MostRows)];
        double right = Math.Max(ranked.Select(effect => double.IsNaN(effect.MuStar.High) ? effect.MuStar.Value : effect.MuStar.High).DefaultIfEmpty(0).Max(), 0);
        right = right > 0 ? 1.05 * right : 1;
        bool alone = result.Experiment.Replicates < 2;
        string floor = alone
            ? "One replicate, so what luck alone would give is not known."
            : "Upright mark: noise floor, what the luck of the replicates alone would give.";
        string rest = ranked.Length > shown.Length ? $" The list leaves out the {ranked.Length - shown.Length} smallest effects." : "";
        return new Page(1200, 210 + Math.Max(LeastHeight, 84 + RowHeight * shown.Length))
        {
            Title = $"{SweptOutcome.Of(outcome.Outcome)}: which parameters matter, and which depend on the others",
            Context = context,
            Question = "Which parameters can be left where they are, and which need a closer look?",
            Note = $"μ*: mean size of the change when a parameter goes through its distribution, with its 95 % confidence interval over trajectories, {SensitivityInterval.Luck(result)}. σ: how much that change differs with the places of the others; "
                + $"above the dashes (σ = μ*) the effect bends or interacts. {floor}{rest}",
            Legend = alone
                ? [(Colours.Blue, "told from no effect"), (Colours.Quiet, "not told from no effect")]
                : [(Colours.Blue, "told from luck"), (Colours.Quiet, "not told from luck"), (Colours.Vermillion, "noise floor")],
        }.With(2, Plane(outcome, ranked, right), List(result, outcome, shown, right, narrow));
    }

    private static Panel Plane(OutcomeEffects outcome, MorrisEffect[] ranked, double right)
    {
        double top = 1.1 * ranked.Select(Sigma).DefaultIfEmpty(0).Max();
        UnitScale scale = UnitScale.For(outcome.Outcome.Unit, right);
        var panel = new Panel("How much it depends on the others: σ", outcome.Outcome.Unit)
        {
            XLabel = $"mean size of the effect: μ* ({scale.Name})",
            NarrowHeight = 380,
            X = intervals => Ticks.Linear(0, right, intervals, scale.Size),
            Overlay = (canvas, data, map) => Dots(canvas, data, map, ranked),
        };
        panel.Track(0, top);
        double diagonal = Math.Min(right, top);
        panel.Guide(new Coordinates(0, 0), new Coordinates(diagonal, diagonal));
        return panel;
    }

    private static double Sigma(MorrisEffect effect) => double.IsNaN(effect.Sigma.Value) ? 0 : effect.Sigma.Value;

    private static Color ColourOf(MorrisEffect effect) => effect.MuStar.IsClear ? Colours.Blue : Colours.Quiet.WithAlpha(0.7);

    private static void Dots(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, MorrisEffect[] ranked)
    {
        SKPoint[] at = [.. ranked.Select(effect => map(effect.MuStar.Value, Sigma(effect)))];
        List<SKRect> taken = [.. at.Select(point => new SKRect(point.X - Radius, point.Y - Radius, point.X + Radius, point.Y + Radius))];
        for (int i = 0; i < ranked.Length; i++)
        {
            MainEffectsFigure.Dot(canvas, at[i], Radius, ColourOf(ranked[i]));
            if (ranked[i].MuStar.Value > 0)
            {
                Number(canvas, data, at[i], $"{i + 1}", taken);
            }
        }
    }

    /// <summary>Writes a number beside its dot where it covers neither dot nor number; the list has those that find no place.</summary>
    private static void Number(SKCanvas canvas, PixelRect data, SKPoint at, string number, List<SKRect> taken)
    {
        const float size = 12;
        float width = Lettering.Width(number, size), reach = Radius + 3;
        foreach ((float x, float y) in new (float, float)[] { (reach, -2), (-reach - width, -2), (-width / 2, -reach), (-width / 2, reach + size - 3), (reach, size), (-reach - width, size) })
        {
            var box = new SKRect(at.X + x, at.Y + y - size + 2, at.X + x + width, at.Y + y + 1);
            if (box.Left > data.Left && box.Right < data.Right && box.Top > data.Top && !taken.Any(other => other.IntersectsWith(box)))
            {
                taken.Add(box);
                Lettering.Draw(canvas, number, box.Left, at.Y + y, Colours.Ink, size);
                return;
            }
        }
    }

    private static Panel List(SensitivityResult result, OutcomeEffects outcome, MorrisEffect[] shown, double right, bool narrow)
    {
        UnitScale scale = UnitScale.For(outcome.Outcome.Unit, right);
        string[] names = [.. shown.Select((effect, i) => $"{i + 1}  {result.Parameters[effect.Parameter].Path}")];
        var panel = new Panel("Mean size of the effect: μ*", outcome.Outcome.Unit)
        {
            XLabel = $"μ* ({scale.Name})",
            LeftWidth = RowNames.LeftWidth(names, narrow),
            NarrowHeight = 92 + RowNames.RowHeight(RowHeight, narrow) * shown.Length,
            X = intervals => Ticks.Linear(0, right, intervals, scale.Size),
            Y = new Ticks(-0.6, Math.Max(1, shown.Length) - 0.4, [], []),
            Overlay = (canvas, data, map) => Rows(canvas, data, map, shown, names, narrow),
        };
        panel.Track(0, right);
        return panel;
    }

    private static void Rows(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, MorrisEffect[] shown, string[] names, bool above)
    {
        using var floor = new SKPaint { Color = Colours.Vermillion.ToSKColor(), StrokeWidth = 3, IsAntialias = true };
        for (int i = 0; i < shown.Length; i++)
        {
            int row = shown.Length - 1 - i;
            SensitivityIndex size = shown[i].MuStar;
            using var line = new SKPaint { Color = ColourOf(shown[i]).ToSKColor(), StrokeWidth = 2, IsAntialias = true };
            if (!double.IsNaN(size.Low))
            {
                canvas.DrawLine(map(size.Low, row), map(size.High, row), line);
            }

            if (size.NoiseFloor > 0)
            {
                float x = Math.Min(data.Right, map(size.NoiseFloor, row).X);
                canvas.DrawLine(x, map(0, row - HalfFloor).Y, x, map(0, row + HalfFloor).Y, floor);
            }

            MainEffectsFigure.Dot(canvas, map(size.Value, row), Radius, ColourOf(shown[i]));
            RowNames.Draw(canvas, data, map(0, row).Y, names[i], above);
        }
    }
}
