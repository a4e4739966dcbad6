using EcoSim.Experiments.Sensitivity;
using EcoSim.Reporting.Style;
using ScottPlot;
using SkiaSharp;

namespace EcoSim.Reporting;

/// <summary>The Morris plane: how large a parameter's effect is, against how much it depends on where the others are.</summary>
internal static class MorrisFigure
{
    private const int MostOutcomes = 4;

    /// <summary>Parameters named in a panel, the largest effects first.</summary>
    private const int MostNames = 8;

    private const float Radius = 5;
    private const float LineHeight = 15;
    private const float NameSize = 12;

    public static Page Draw(SensitivityResult result, string context)
    {
        OutcomeEffects[] outcomes = [.. result.Effects.Take(MostOutcomes)];
        int columns = Math.Min(2, outcomes.Length);
        string floor = result.Experiment.Replicates < 2
            ? "One replicate, so what luck alone would give is not known."
            : "Short dashes: noise floor, the mean size that the luck of the replicates alone would give; grey dots are not told from it.";
        return new Page(1200, 210 + 440 * ((outcomes.Length + columns - 1) / columns))
        {
            Title = "Which parameters matter, and which depend on the others",
            Context = context,
            Question = "Which parameters can be left where they are, and which need a closer look?",
            Note = $"Right: mean size of the change when a parameter goes through its distribution (μ*), with its 95 % confidence interval. Up: its standard deviation over the places of the others (σ). Above the long dashes (σ = μ*) the effect bends or interacts. {floor}",
        }.With(columns, [.. outcomes.Select(outcome => PanelOf(result, outcome))]);
    }

    private static Panel PanelOf(SensitivityResult result, OutcomeEffects outcome)
    {
        MorrisEffect[] effects = [.. outcome.Effects.OrderByDescending(effect => effect.MuStar.Value)];
        double right = 1.12 * effects.Max(effect => double.IsNaN(effect.MuStar.High) ? effect.MuStar.Value : effect.MuStar.High);
        double top = 1.1 * effects.Max(effect => double.IsNaN(effect.Sigma.Value) ? 0 : effect.Sigma.Value);
        right = right > 0 ? right : 1;
        UnitScale scale = UnitScale.For(outcome.Outcome.Unit, right);
        var panel = new Panel($"{SweptOutcome.Of(outcome.Outcome)}: σ", outcome.Outcome.Unit)
        {
            XLabel = $"μ* ({scale.Name})",
            NarrowHeight = 380,
            X = intervals => Ticks.Linear(0, right, intervals, scale.Size),
            Overlay = (canvas, data, map) => Dots(canvas, data, map, result, effects),
        };
        panel.Track(0, top);
        double diagonal = Math.Min(right, top);
        panel.Guide(new Coordinates(0, 0), new Coordinates(diagonal, diagonal));
        return panel;
    }

    private static void Dots(SKCanvas canvas, PixelRect data, Func<double, double, SKPoint> map, SensitivityResult result, MorrisEffect[] effects)
    {
        double[] floors = [.. effects.Select(effect => effect.MuStar.NoiseFloor).Where(floor => floor > 0)];
        if (floors.Length > 0)
        {
            float x = map(floors.Average(), 0).X;
            for (float y = data.Top; y < data.Bottom; y += 6)
            {
                using var dash = new SKPaint { Color = Colours.Vermillion.ToSKColor(), StrokeWidth = 1.4f, IsAntialias = true };
                canvas.DrawLine(x, y, x, Math.Min(data.Bottom, y + 3), dash);
            }
        }

        var names = new List<SKRect>();
        for (int i = 0; i < effects.Length; i++)
        {
            MorrisEffect effect = effects[i];
            if (double.IsNaN(effect.MuStar.Value))
            {
                continue;
            }

            Color color = effect.MuStar.IsClear ? Colours.Blue : Colours.Quiet.WithAlpha(0.6);
            SKPoint at = map(effect.MuStar.Value, double.IsNaN(effect.Sigma.Value) ? 0 : effect.Sigma.Value);
            using var line = new SKPaint { Color = color.ToSKColor(), StrokeWidth = 1.6f, IsAntialias = true };
            if (!double.IsNaN(effect.MuStar.Low))
            {
                canvas.DrawLine(map(effect.MuStar.Low, 0).X, at.Y, Math.Min(data.Right, map(effect.MuStar.High, 0).X), at.Y, line);
            }

            MainEffectsFigure.Dot(canvas, at, Radius, color);
            if (i < MostNames && effect.MuStar.Value > 0)
            {
                Name(canvas, data, at, result.Parameters[effect.Parameter].Path, names);
            }
        }
    }

    /// <summary>Writes a name beside its dot, moved down until it covers no other.</summary>
    private static void Name(SKCanvas canvas, PixelRect data, SKPoint at, string name, List<SKRect> taken)
    {
        float width = Lettering.Width(name, NameSize);
        bool left = at.X + 8 + width > data.Right;
        float x = left ? at.X - 8 - width : at.X + 8;
        for (int attempt = 0; attempt < 2 * MostNames; attempt++)
        {
            float y = at.Y - 6 + (attempt % 2 == 0 ? -1 : 1) * (attempt + 1) / 2 * LineHeight;
            var box = new SKRect(x, y - NameSize, x + width, y + 3);
            if (box.Top > data.Top && box.Bottom < data.Bottom && !taken.Any(other => other.IntersectsWith(box)))
            {
                taken.Add(box);
                Lettering.Draw(canvas, name, x, y, Colours.Ink, NameSize);
                return;
            }
        }
    }
}
