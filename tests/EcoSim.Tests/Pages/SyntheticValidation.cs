using EcoSim.Experiments.Contested;
using EcoSim.Experiments.Measures;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Validation;
using EcoSim.Reporting;
using EcoSim.Tests.Measures;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Pages;

/// <summary>Pages of a validation and of a report on contested links, made of numbers that no model was asked for.</summary>
internal static class SyntheticValidation
{
    private const int Replicates = 3;

    public static Report Scorecard(string figures, bool draws)
    {
        ValidationResult result = Validated();
        return ValidationReport.Of(result, draws ? ValidationFigures.Write(result, figures) : DrawnFigures.None, "ecosim validate plain");
    }

    public static Report Contested(string figures, bool draws)
    {
        Scenario scenario = PlainRuns.Scenario(Replicates);
        ContestedLink?[] links = [null, .. ContestedLinks.All, ContestedLinks.Together];
        IReadOnlyList<ContestedRow> rows = ContestedResult.Of(scenario.Plan, [.. links.Select((link, place) => (link, Pairs(place)))]);
        return ContestedReport.Of(scenario, rows, draws ? ContestedFigures.Write(scenario, rows, figures) : DrawnFigures.None, "ecosim validate plain --contested");
    }

    /// <summary>Some figures are in band, some are not, some cannot be seen.</summary>
    public static ValidationResult Validated()
    {
        RunHistory[] histories = [.. Enumerable.Range(0, Replicates).Select(Firms)];
        return ValidationResult.Of(
            new MeasuredEnsemble(PlainRuns.Scenario(Replicates, months: 240), histories, [], false, 0), TargetReading.Of(null).Targets!, "calibration-targets.csv");
    }

    private static RunHistory Firms(int replicate)
    {
        var made = new MadeHistory();
        for (int i = 0; i < 60; i++)
        {
            made.Firm(i, i % 4 == 0 ? Fate.Failed : Fate.Operating, i % 4 == 0 ? i + 20 + replicate : null, i % 5 == 0 ? "spin_out" : "independent", i % 3 == 0 ? [i + 6, i + 24] : null);
            made.Round("seed", i + 6);
        }

        return made.Close(replicate);
    }

    private static HeadlinePairs Pairs(int place) => new(
        [.. Enumerable.Range(0, Replicates)],
        [.. Enumerable.Range(0, Replicates).Select(replicate => 1000.0 + 30 * replicate + 20 * place)],
        [.. Enumerable.Range(0, Replicates).Select(replicate => 600.0 + 40 * replicate)]);
}
