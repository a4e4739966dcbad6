using System.Globalization;
using EcoSim.Model.Declaration;

namespace EcoSim.Reporting.Style;

/// <summary>Positions and labels along an axis, in data coordinates.</summary>
internal sealed record Ticks(double Low, double High, double[] Positions, string[] Labels)
{
    /// <summary>Pixels of a panel's width for each label that it asks for.</summary>
    public const float UsualWidth = 78;

    /// <summary>Smaller differences, as a share of the values, come from rounding and could not be lettered.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Least pixels between two labels.</summary>
    private const float LeastBetween = 8;

    /// <summary>Round numbers that cover a range; labels are in units of <paramref name="unitSize"/> with thousands separators.</summary>
    public static Ticks Linear(double low, double high, int intervals, double unitSize = 1)
    {
        double step = RoundStep((high - low) / unitSize / intervals);
        int decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        string format = decimals > 5 ? "0.#e0" : "#,0." + new string('0', decimals);
        double[] labels = Multiples(low / unitSize, high / unitSize, step);
        return new Ticks(
            low, high, labels.Select(l => l * unitSize).ToArray(),
            labels.Select(l => (l == 0 ? 0 : l).ToString(format, CultureInfo.InvariantCulture)).ToArray());
    }

    /// <summary>Room to leave at either end of an axis: a share of its range, or of the value when it is one and the same.</summary>
    public static double Room(double low, double high, double share)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        return high - low > Rounding * size ? share * (high - low) : size > 0 ? share * size : 1;
    }

    /// <summary>Calendar years, or months when the range is under three years; positions are decimal years.</summary>
    public static Ticks Years(double low, double high, int intervals)
    {
        double months = (high - low) * 12;
        int step = new[] { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 }.FirstOrDefault(s => months / s <= intervals, 6000);
        double[] ticks = Multiples(low * 12, high * 12, step);
        return new Ticks(
            low, high, ticks.Select(t => t / 12).ToArray(),
            ticks.Select(t => step >= 12 ? ((int)t / 12).ToString("0000", CultureInfo.InvariantCulture) : new CalendarMonth((int)t).ToString()).ToArray());
    }

    /// <summary>The same labels half a unit to the right, under columns a unit wide; one beyond the end is dropped.</summary>
    public Ticks Centred()
    {
        int count = Positions.Count(p => p + 0.5 < High);
        return this with { Positions = Positions.Take(count).Select(p => p + 0.5).ToArray(), Labels = Labels[..count] };
    }

    /// <summary>True when no two labels touch on an axis so many pixels long; those in two lines have made room.</summary>
    public bool Fit(float width)
    {
        int[] lettered = [.. Enumerable.Range(0, Labels.Length).Where(i => Labels[i].Length > 0)];
        return !lettered.Zip(lettered.Skip(1)).Any(pair => Touch(pair.First, pair.Second, width));
    }

    /// <summary>The same positions, without the labels that would touch one to their left.</summary>
    /// <param name="intervals">Width of the axis in labels of usual width.</param>
    public Ticks Thinned(int intervals)
    {
        string[] labels = [.. Labels];
        for (int i = 1, last = 0; i < labels.Length; i++)
        {
            if (Touch(last, i, intervals * UsualWidth))
            {
                labels[i] = "";
            }
            else
            {
                last = i;
            }
        }

        return this with { Labels = labels };
    }

    private bool Touch(int left, int right, float width)
    {
        double apart = (Positions[right] - Positions[left]) / (High - Low) * width;
        bool level = Labels[left].Contains('\n', StringComparison.Ordinal) == Labels[right].Contains('\n', StringComparison.Ordinal);
        return level && apart < (Lettering.Width(Labels[left]) + Lettering.Width(Labels[right])) / 2 + LeastBetween;
    }

    /// <summary>The first, third, fifth label and so on.</summary>
    public Ticks EveryOther() => this with
    {
        Positions = [.. Positions.Where((_, i) => i % 2 == 0)], Labels = [.. Labels.Where((_, i) => i % 2 == 0)],
    };

    /// <summary>Every other label a line lower where they would touch.</summary>
    /// <param name="intervals">Width of the axis in labels of usual width.</param>
    public Ticks Staggered(int intervals)
    {
        bool touch = Labels.Length > 1 && Labels.Max(label => Lettering.Width(label)) > intervals * UsualWidth / Labels.Length - LeastBetween;
        return touch ? this with { Labels = [.. Labels.Select((label, i) => i % 2 == 1 ? "\n" + label : label)] } : this;
    }

    /// <summary>Powers of ten with 2 and 5 between them when few; positions are log10 of the value.</summary>
    public static Ticks Log10(double low, double high)
    {
        double[] parts = high - low < 1.6 ? [1, 2, 5] : [1];
        double[] values = Multiples(Math.Floor(low), high, 1)
            .SelectMany(power => parts.Select(part => part * Math.Pow(10, power)))
            .Where(v => Math.Log10(v) >= low - 1e-9 && Math.Log10(v) <= high + 1e-9).ToArray();
        return new Ticks(
            low, high, values.Select(Math.Log10).ToArray(),
            values.Select(v => v.ToString(v < 1 ? "0.######" : "#,0", CultureInfo.InvariantCulture)).ToArray());
    }

    private static double RoundStep(double raw)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double lead = raw / power;
        return power * (lead < 1.5 ? 1 : lead < 3.2 ? 2 : lead < 7.1 ? 5 : 10);
    }

    private static double[] Multiples(double low, double high, double step)
    {
        var multiples = new List<double>();
        for (double i = Math.Ceiling(low / step - 1e-6); i * step <= high + step * 1e-6; i++)
        {
            multiples.Add(i * step);
        }

        return multiples.ToArray();
    }
}
