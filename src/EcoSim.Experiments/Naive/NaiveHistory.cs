using EcoSim.Experiments.Measures;

namespace EcoSim.Experiments.Naive;

/// <summary>Writes down naive lives firm by firm; whole months from times in months.</summary>
internal sealed class NaiveHistory(int months)
{
    private const int MonthsPerYear = 12;

    private readonly List<FirmHistory> _firms = [];
    private readonly List<Financing> _financings = [];
    private readonly List<FirmYear> _years = [];
    private readonly List<(double Time, string Stage, double LogPrice)> _open = [];

    private double _founded;
    private bool _spinOut;

    /// <summary>Rounds of the firm whose life is being written.</summary>
    public int RoundsNow => _open.Count;

    /// <summary>End of the calendar year, in months, that follows a time; accounts begin with the recorded months.</summary>
    public static double FirstAccountAfter(double time) => Math.Max(1, Math.Floor(time / MonthsPerYear) + 1) * MonthsPerYear - 0.5;

    public void Begin(double founded, bool spinOut)
    {
        (_founded, _spinOut) = (founded, spinOut);
        _open.Clear();
    }

    public void Raise(double time, string stage, double logPrice) => _open.Add((time, stage, logPrice));

    public void Account(double time, double size) => _years.Add(new FirmYear(_firms.Count, Month(time), size, size, size));

    /// <summary>Ends the life; one that would end after the recorded months goes on.</summary>
    public void End(double time, bool closed, double logPrice)
    {
        bool ended = time < months;
        int? month = ended ? Month(time) : null;
        foreach ((double raised, string stage, double price) in _open)
        {
            double multiple = ended && closed ? 0 : Math.Exp(logPrice - price);
            _financings.Add(new Financing(_firms.Count, stage, Month(raised), double.NaN, month, ended ? multiple : 1));
        }

        _firms.Add(new FirmHistory(
            Month(_founded), month, !ended ? Fate.Operating : closed ? Fate.Failed : Fate.Sold, _spinOut ? "spin_out" : "independent",
            _spinOut, Dragon: false, [.. _open.Select(round => Month(round.Time))]));
    }

    public RunHistory Close(int replicate, double anchorPersonYears) => new()
    {
        Replicate = replicate, Months = months, Firms = _firms, Financings = _financings, Years = _years, AnchorPersonYears = anchorPersonYears,
    };

    private static int Month(double time) => (int)Math.Floor(time);
}
