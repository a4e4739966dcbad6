using System.Globalization;

namespace EcoSim.Model.Declaration;

/// <summary>What a parameter's value looks like in a scenario file.</summary>
public enum ParameterKind
{
    /// <summary>A real number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Switch,

    /// <summary>A calendar month written "YYYY-MM".</summary>
    Date,
}

/// <summary>A calendar month; a parameter of this type is written "YYYY-MM".</summary>
/// <param name="Index">Months since January of year 0.</param>
public readonly record struct CalendarMonth(int Index)
{
    public CalendarMonth(int year, int month) : this(year * 12 + month - 1) { }

    public int Year => Index / 12;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index / 12:0000}-{Index % 12 + 1:00}");

    /// <summary>Reads "YYYY-MM" or "YYYY-MM-DD" (the day is ignored); false when the text is neither.</summary>
    public static bool TryParse(string text, out CalendarMonth month)
    {
        string[] formats = ["yyyy-MM", "yyyy-MM-dd"];
        bool read = DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        month = new CalendarMonth(date.Year, date.Month);
        return read;
    }
}

/// <summary>One declared parameter of the model, with access to its value in a parameter set.</summary>
public sealed class ParameterDeclaration
{
    private readonly Func<Parameters, double> _get;
    private readonly Action<Parameters, double> _set;

    internal ParameterDeclaration(
        string path, ParameterKind kind, ParameterAttribute declared, double @default,
        Func<Parameters, double> get, Action<Parameters, double> set)
    {
        Path = path;
        Kind = kind;
        Unit = declared.Unit;
        Min = declared.Min;
        Max = declared.Max;
        Meaning = declared.Meaning;
        Source = declared.Source;
        AtStart = declared.AtStart;
        Default = @default;
        _get = get;
        _set = set;
    }

    /// <summary>Dotted path in the scenario file, such as <c>anchor.researchIntensity</c>.</summary>
    public string Path { get; }

    public ParameterKind Kind { get; }
    public string Unit { get; }
    public double Min { get; }
    public double Max { get; }
    public string Meaning { get; }
    public string Source { get; }

    /// <summary>True when no shock or series may change the value during a run.</summary>
    public bool AtStart { get; }

    /// <summary>Default as a number: a switch is 0 or 1, a date is its month index.</summary>
    public double Default { get; }

    public double Get(Parameters parameters) => _get(parameters);

    public void Set(Parameters parameters, double value) => _set(parameters, value);

    /// <summary>Writes a value as a scenario file would: true/false, "YYYY-MM" (unquoted), or an invariant number.</summary>
    public string Format(double value) => Kind switch
    {
        ParameterKind.Switch => value != 0 ? "true" : "false",
        ParameterKind.Date => new CalendarMonth((int)value).ToString(),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
