namespace EcoSim.Experiments.Measures;

/// <summary>What investors got back.</summary>
/// <remarks>
/// Correlation Ventures look at firms that closed, were sold or were listed in a year and at every venture financing that they had before; two
/// rounds of one firm are two cases, and firms still held are none. So a case is a round, seed or later (their data hold no rounds of angels
/// alone), of a firm whose holders were paid out in the recorded months. All who took part in a round paid one price, so each
/// cheque of it loses or none does. What is still held at the end is left out: valued at its last round it would hardly ever lose.
/// </remarks>
public static class ReturnMeasures
{
    private const string Angel = "angel";

    public static IReadOnlyList<Measure> All { get; } =
    [
        Measure.Pooled("cheques_losing_money_share", "%",
            "Rounds, seed or later, of home start-ups that closed, were sold or were listed in the recorded months: those that returned less than was put in.",
            replicates => Measure.Percent(replicates.Sum(run => Realised(run).Count(round => round.Multiple < 1)), replicates.Sum(run => Realised(run).Count()))),
    ];

    private static IEnumerable<Financing> Realised(RunHistory run) =>
        run.Financings.Where(round => round.Realised >= 0 && round.Stage != Angel);
}
