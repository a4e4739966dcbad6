using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Reporting;

/// <summary>A made-up result of plausible size, the same for the same arguments; it stands in for the model.</summary>
internal static class SyntheticEnsemble
{
    public static EnsembleResult Create(int replicates = 10, int months = 240, bool ledger = true, bool counterfactual = true, bool shocks = false)
    {
        var parameters = new Parameters();
        Catalogue.Get("run.months").Set(parameters, months);
        Catalogue.Get("run.replicates").Set(parameters, replicates);
        Shock[] dated = shocks
            ? [new Shock("layoffs", months / 2, null, []), new Shock("price-cut", months * 3 / 4, null, [])]
            : [];
        var scenario = new Scenario("synthetic", "What would a figure look like?", new Plan(parameters, dated, []), [], []);
        return new EnsembleResult(
            scenario,
            Enumerable.Range(0, replicates).Select(r => Run(r, months, ledger, withAnchor: true)).ToArray(),
            counterfactual ? Enumerable.Range(0, replicates).Select(r => Run(r, months, false, withAnchor: false)).ToArray() : [],
            [], false);
    }

    /// <summary>An ensemble whose every observable is 0 in every month and whose ledgers have no row.</summary>
    public static EnsembleResult Empty(int replicates, int months)
    {
        EnsembleResult whole = Create(replicates, months, ledger: false);
        RunResult[] runs = whole.Replicates.Select(r => r with { Series = new SeriesTable(months, Observables.All.Count), Ledger = SyntheticLedger.Empty() }).ToArray();
        return whole with { Replicates = runs, WithoutAnchor = runs };
    }

    private static RunResult Run(int replicate, int months, bool ledger, bool withAnchor)
    {
        var series = new SeriesTable(months, Observables.All.Count);
        var random = new Random(1000 + replicate);
        double luck = 1 + 0.12 * (random.NextDouble() - 0.5);
        double scale = withAnchor ? 1 : 0.62;
        double wobble = 0;
        for (int t = 0; t < months; t++)
        {
            wobble = 0.95 * wobble + 0.03 * (random.NextDouble() - 0.5);
            double level = luck * (1 + wobble);
            double year = t / 12.0;
            double growth = 1 / (1 + Math.Exp(-(year - 9) / 3));
            foreach (Observable observable in Observables.All)
            {
                double noise = observable.Kind == ObservableKind.Flow && !observable.Name.StartsWith("cloud", StringComparison.Ordinal) ? 0.7 + 0.6 * random.NextDouble() : 1;
                series.Row(t)[Observables.IndexOf(observable.Name)] = Value(observable.Name, year, growth, level, scale, withAnchor) * noise;
            }
        }

        return new RunResult(replicate, series, ledger ? SyntheticLedger.Create(replicate, months) : []);
    }

    private static double Value(string name, double year, double growth, double level, double scale, bool withAnchor) => name switch
    {
        "anchor_headcount" => withAnchor ? Math.Round(10_000 * (0.4 + growth - 0.3 * Math.Max(0, (year - 15) / 5)) * level) : 0,
        "workforce" => Math.Round(100_000 * (1 + 0.02 * year)),
        "rival_workforce" => Math.Round(420_000 * (1 + 0.005 * year)),
        "startups_alive" => Math.Round((300 + 1100 * growth * scale) * level),
        "rival_startups_alive" => Math.Round((1500 + 2200 * growth) * level),
        "startups_founded" => Math.Round((6 + 12 * growth * scale) * level),
        "spin_outs_founded" => withAnchor ? Math.Round(5 * growth * level) : 0,
        "startups_failed" => Math.Round((5 + 8 * growth) * level),
        "startups_acquired" => growth * level,
        "startups_public" => 0.2 * growth * level,
        "dragons_alive" or "dragons_total" => Math.Round(9 * growth * growth * level * scale),
        "dragons_alumni" => Math.Round(4 * growth * growth * level * scale),
        "angel_investment" => 30 * growth * level,
        "affiliated_investment" or "strategic_investment" => withAnchor ? 60 * growth * growth * level : 0,
        "venture_investment" => 400 * growth * level * scale,
        "state_investment" => year > 8 ? 50 : 0,
        "cloud_capacity" => withAnchor ? 5000 * Math.Ceiling(1 + year * 0.8) : 0,
        "cloud_demand" => 4800 * (1 + year * 0.8) * level,
        "cloud_served" => withAnchor ? Math.Min(5000 * Math.Ceiling(1 + year * 0.8), 4800 * (1 + year * 0.8) * level) : 0,
        "cloud_price" => 0.002 * Math.Exp(-year / 6),
        "cloud_waiting" => Math.Max(0, level - 1),
        "ecosystem_value" => 90_000 * growth * growth * level * scale,
        "rival_ecosystem_value" => 210_000 * growth * growth * level,
        "startup_revenue" => 900 * growth * level * scale,
        "startup_jobs" => Math.Round(24_000 * growth * level * scale),
        "anchor_research" => 100 * growth * level,
        "anchor_ai_knowledge" => 1 + 14 * growth * level,
        "public_knowledge" => 1 + 3 * growth * level,
        "startup_knowledge" => 0.8 + 1.4 * growth * level,
        "rent" or "rival_rent" => 1 + 0.4 * growth * level * (name == "rent" ? 1.3 : 1),
        _ when name.StartsWith("anchor_skill_", StringComparison.Ordinal) => 1.1 + name.Length % 5 * 0.05 + 0.1 * growth * level,
        _ when name.StartsWith("founder_skill_", StringComparison.Ordinal) => 1.2 + name.Length % 7 * 0.06 + 0.2 * growth * level,
        _ => level,
    };
}
