using EcoSim.Model.Declaration;

namespace EcoSim.Model;

/// <summary>Sets the parameters that shocks and series change, month by month: a series is what a shock departs from.</summary>
internal sealed class Timetable
{
    private readonly Plan _plan;
    private readonly Parameters _live;
    private readonly (ParameterDeclaration Parameter, double Start)[] _touched;
    private readonly Dictionary<string, int> _place = new(StringComparer.Ordinal);
    private readonly double[] _value;

    public Timetable(Plan plan, Parameters live)
    {
        _plan = plan;
        _live = live;
        IEnumerable<string> paths = plan.Series.Select(s => s.Path).Concat(plan.Shocks.SelectMany(s => s.Settings).Select(s => s.Path));
        _touched = [.. paths.Distinct(StringComparer.Ordinal).Select(Catalogue.Get).Select(p => (p, p.Get(plan.Parameters)))];
        for (int i = 0; i < _touched.Length; i++)
        {
            _place.Add(_touched[i].Parameter.Path, i);
        }

        _value = new double[_touched.Length];
        Array.Fill(_value, double.NaN);
    }

    /// <summary>Brings the parameters to a month; 0 is the first after warm-up, warm-up has negative months.</summary>
    public void Apply(int month)
    {
        if (_touched.Length == 0)
        {
            return;
        }

        Span<double> now = stackalloc double[_touched.Length];
        for (int i = 0; i < now.Length; i++)
        {
            now[i] = _touched[i].Start;
        }

        foreach (DrivenSeries series in _plan.Series)
        {
            now[_place[series.Path]] = series.Monthly[Math.Clamp(month, 0, series.Monthly.Length - 1)];
        }

        foreach (Shock shock in _plan.Shocks)
        {
            if (month >= shock.Month && (shock.Until is null || month < shock.Until))
            {
                foreach ((string path, double value) in shock.Settings)
                {
                    now[_place[path]] = value;
                }
            }
        }

        for (int i = 0; i < now.Length; i++)
        {
            if (now[i] != _value[i])
            {
                _value[i] = now[i];
                _touched[i].Parameter.Set(_live, now[i]);
            }
        }
    }
}
