using EcoSim.Experiments.Measures;

namespace EcoSim.Tests.Measures;

/// <summary>Histories with known answers, written firm by firm.</summary>
internal sealed class MadeHistory(int months = 240)
{
    private readonly List<FirmHistory> _firms = [];
    private readonly List<Financing> _financings = [];
    private readonly List<FirmYear> _years = [];

    public MadeHistory Firm(int founded, Fate fate = Fate.Operating, int? ended = null, string origin = "independent", int[]? rounds = null, bool alumni = false, bool dragon = false,
        ParentFirm? parent = null)
    {
        _firms.Add(new FirmHistory(founded, ended, fate, origin, alumni, dragon, rounds ?? []) { Parent = parent });
        return this;
    }

    public MadeHistory Round(string stage, int month, double sold = 0.2, int? realised = null, double multiple = 1)
    {
        _financings.Add(new Financing(_firms.Count - 1, stage, month, sold, realised, multiple));
        return this;
    }

    public MadeHistory Year(int month, double employees, double revenue = 0, double valuation = 0)
    {
        _years.Add(new FirmYear(_firms.Count - 1, month, employees, revenue, valuation));
        return this;
    }

    public RunHistory Close(int replicate = 0) => new() { Replicate = replicate, Months = months, Firms = _firms, Financings = _financings, Years = _years };

    public static double Value(string measure, params RunHistory[] replicates) => MeasureCatalogue.Find(measure)!.ValueOf(replicates);
}
