using System.Collections.Concurrent;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Model.Observation;

namespace EcoSim.Tests.Laws;

/// <summary>No mechanism without effect: every parameter of the model changes what is observed in some region.</summary>
public sealed class NoIdleParameterTests
{
    private static readonly RunOptions WithLedger = new(Ledger: true);

    /// <summary>Regions to look in, the quickest first; what one region has nothing of, another has.</summary>
    private static readonly Plan[] Regions =
    [
        Trial.Plan(("population.workers", 10_000)),
        Trial.Plan(
            ("population.workers", 10_000), ("secondAnchor.present", 1), ("anchor.layoffShare", 0.001), ("government.voucherBudget", 20),
            ("channels.cloud", 0.2), ("compute.hardwarePrice", 0.5), ("compute.capacityFactor", 0.3)),
        Trial.Plan(
            ("population.workers", 10_000), ("anchor.historical", 1), ("anchor.targetHeadcount", 900), ("secondAnchor.present", 1),
            ("secondAnchor.historical", 1), ("secondAnchor.targetHeadcount", 400), ("compute.historical", 1)),
        Trial.Plan(("population.workers", 10_000), ("anchor.present", 0)),
        Eventful(),
    ];

    [Fact]
    public void Each_parameter_moves_something()
    {
        var idle = new ConcurrentBag<string>();
        RunResult[] before = [.. Regions.AsParallel().AsOrdered().Select(region => Trial.Run(region, 0, WithLedger))];
        Parallel.ForEach(Catalogue.All.Where(parameter => !parameter.Path.StartsWith("run.", StringComparison.Ordinal)), parameter =>
        {
            if (!Regions.Zip(before).Any(pair => Others(parameter, pair.First).Any(plan => Differs(pair.Second, plan))))
            {
                idle.Add(parameter.Path);
            }
        });
        Assert.True(idle.IsEmpty, $"Without effect in every region: {string.Join(", ", idle.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>A larger and longer one in which research, money and the sale of shares change, hardware is everywhere, and many begin with foundation models, glasses and robots.</summary>
    private static Plan Eventful()
    {
        string[] sectors = ["aiSoftware", "foundationModels", "enterprise", "consumer"];
        (string, double)[] changes =
        [
            ("population.workers", 60_000), ("run.months", 240), ("secondAnchor.present", 1), ("anchor.liquidity", 0.5), ("sectors.foundationModels.entryWeight", 1),
            ("sectors.foundationModels.integration", 1), ("sectors.foundationModels.integrationFailure", 0.2), ("sectors.robotics.entryWeight", 0.5),
            ("sectors.aiHardware.entryWeight", 0.5),
            .. sectors.SelectMany(sector => (IEnumerable<(string, double)>)
            [
                ($"sectors.{sector}.hardwareSteps", 1), ($"sectors.{sector}.hardwareFailure", 0.3), ($"sectors.{sector}.tooling", 0.5),
            ]),
        ];
        return Trial.Plan(changes) with
        {
            Shocks =
            [
                new Shock("research", 24, null, [("anchor.researchIntensity", 0.2), ("secondAnchor.researchIntensity", 0.2)]),
                new Shock("winter", 36, 72, [("capital.ventureSupply", 0.3)]), new Shock("listing", 48, null, [("anchor.liquidity", 1)]),
            ],
        };
    }

    /// <summary>The same region with the parameter above, below and at the lower end of its range.</summary>
    private static IEnumerable<Plan> Others(ParameterDeclaration parameter, Plan region)
    {
        double now = parameter.Get(region.Parameters);
        double step = parameter.Kind == ParameterKind.Number ? Math.Max(Math.Abs(now), (parameter.Max - parameter.Min) / 1000) / 2 : Math.Max(Math.Round(Math.Abs(now) / 2), 1);
        foreach (double value in (double[])[Math.Min(now + step, parameter.Max), Math.Max(now - step, parameter.Min), parameter.Min])
        {
            if (value != now)
            {
                Parameters changed = Catalogue.Copy(region.Parameters);
                parameter.Set(changed, value);
                yield return region with { Parameters = changed };
            }
        }
    }

    private static bool Differs(RunResult before, Plan plan)
    {
        RunResult after = Trial.Run(plan, 0, WithLedger);
        return !Trial.Bytes(before).AsSpan().SequenceEqual(Trial.Bytes(after)) || before.Ledger.Zip(after.Ledger).Any(pair => !pair.First.Cells.SequenceEqual(pair.Second.Cells));
    }
}
