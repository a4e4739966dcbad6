using System.Globalization;
using EcoSim.Cli;
using EcoSim.Cli.Attributing;
using EcoSim.Cli.CommandLine;
using EcoSim.Experiments.Attribution;
using EcoSim.Experiments.Ensembles;
using EcoSim.Experiments.Results;
using EcoSim.Experiments.Statistics;
using EcoSim.Model;
using EcoSim.Reporting;
using EcoSim.Tests.Cli;
using EcoSim.Tests.Results;

namespace EcoSim.Tests.Attribution;

/// <summary>The command from its argument to its tables, on made-up runs in which each channel adds a known amount.</summary>
public sealed class AttributeSessionTests
{
    private static readonly string Folder = "attribute-tiny";

    [Fact]
    public void Channels_get_what_they_add_and_the_total_is_the_whole_effect()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, string output, string error) = Attribute(root, Simulate);
        Assert.Equal((ExitStatus.Done, ""), (status, error));
        Assert.Contains("firm: the anchor never existed", output);

        // Talent 8, cloud 4, both together 2 more, shared by halves; hub nothing. The firm takes away 100 besides.
        Dictionary<string, double> shares = Rows(root, "attribution.csv").Where(row => row[0] == "startups_alive").ToDictionary(row => row[1], row => Number(row[2]));
        Assert.Equal((9.0, 5.0, 0.0, 14.0), (Math.Round(shares["talent"], 9), Math.Round(shares["cloud"], 9), shares["hub"], shares["total"]));
        Assert.Equal(2, Number(Assert.Single(Rows(root, "interactions.csv"), row => row[0] == "startups_alive" && row[1] == "talent" && row[2] == "cloud")[3]), 1e-9);
        string[] firm = Assert.Single(Rows(root, "counterfactuals.csv"), row => row[0] == "startups_alive" && row[1] == "firm");
        Assert.Equal(114, Number(firm[5]));
        Assert.Equal(64 * 3, Rows(root, "cells.csv").Count());
    }

    [Fact]
    public void The_table_sums_to_its_total()
    {
        using var root = new TemporaryFolder();
        Attribute(root, Simulate);
        foreach (var outcome in Rows(root, "attribution.csv").GroupBy(row => row[0]))
        {
            double total = Number(outcome.Single(row => row[1] == "total")[2]);
            Assert.Equal(total, outcome.Where(row => row[1] != "total").Sum(row => Number(row[2])), 1e-9 * Math.Max(1, Math.Abs(total)));
        }
    }

    [Fact]
    public void Intervals_are_students_over_the_replicates()
    {
        using var root = new TemporaryFolder();
        Attribute(root, (plan, replicate, options, month, cancel) =>
        {
            // Talent adds 9 with its half of the joint 2, and 0, 3 or 6 more by luck: mean 12, standard deviation 3, and t is 4.30265 with 2 degrees of freedom in any table.
            RunResult run = Simulate(plan, replicate, options, month, cancel);
            foreach (ref double cell in run.Series.Row(run.Series.Months - 1))
            {
                cell += 3 * replicate * plan.Parameters.Channels.Talent;
            }

            return run;
        });
        string[] talent = Assert.Single(Rows(root, "attribution.csv"), row => row[0] == "startups_alive" && row[1] == "talent");
        double error = Number(talent[3]), halfWidth = 4.30265 * 3 / Math.Sqrt(3);
        Assert.Equal(3 / Math.Sqrt(3), error, 1e-9);
        Assert.Equal(12 - halfWidth, Number(talent[5]), 1e-4);
        Assert.Equal(12 + halfWidth, Number(talent[6]), 1e-4);
        Assert.Equal("3", talent[7]);
    }

    [Fact]
    public void An_interaction_is_corrected_for_all_pairs()
    {
        // Talent and cloud together add 1 to 4: mean 2.5 with an interval that leaves out 0, p 0.03 by itself, of 15 pairs no longer.
        const int Replicates = 4;
        FactorialDesign design = FactorialDesign.Of(PlainRuns.Scenario(Replicates));
        int talent = Channels.Names.ToList().IndexOf("talent"), cloud = Channels.Names.ToList().IndexOf("cloud"), pair = Channels.Pairs.ToList().IndexOf((talent, cloud));
        OutcomeAttribution unsure = Attributed(1), sure = Attributed(100);
        Estimate index = unsure.InteractionOf(pair);
        Assert.Equal((15, 2.5, true), (Channels.Pairs.Count, index.Mean, index.IsClear));
        Assert.Equal(15 * PairedEvidence.PValueOf(index.Mean, index.StandardError, Replicates), unsure.InteractionPs[pair], 1e-9);
        Assert.Equal((false, true), (unsure.TellsInteraction(pair), sure.TellsInteraction(pair)));
        Assert.Contains("Largest mean interaction: talent with cloud, +2.50 million RMB (± 2.05 million RMB), not told from 0 (p 0.4", AttributionReport.Interaction(unsure));
        Assert.Contains(", told from 0 (p", AttributionReport.Interaction(sure));
        Assert.EndsWith("from 4 replicates, too few to say that it is the strongest.", AttributionReport.Interaction(sure));

        OutcomeAttribution Attributed(double least)
        {
            var cells = new CellOutcomes();
            for (int replicate = 0; replicate < Replicates; replicate++)
            {
                for (int cell = 0; cell < design.Cells.Count; cell++)
                {
                    double joint = (cell >> talent & cell >> cloud & 1) == 1 ? least + replicate : 0;
                    cells.Add(design.Cells[cell].Hash, replicate, [.. Headlines.Outcomes.Select(_ => 1024 + joint)]);
                }

                cells.Add(design.WithoutAnchor.Hash, replicate, [.. Headlines.Outcomes.Select(_ => 900.0)]);
            }

            return AttributionResult.Of(design, cells, [.. Enumerable.Range(0, Replicates)])[0];
        }
    }

    [Fact]
    public void A_channel_that_the_scenario_has_off_gets_exactly_0_and_costs_no_run()
    {
        using var root = new TemporaryFolder();
        int runs = 0;
        Attribute(root, Counting(() => runs++), ["channels.talent=0"]);
        Assert.Equal((32 + 1) * 3, runs);
        Assert.All(Rows(root, "attribution.csv").Where(row => row[1] == "talent"), row => Assert.Equal("0", row[2]));
        Assert.Equal(64 * 3, Rows(root, "cells.csv").Count());
    }

    [Fact]
    public void Interrupted_and_repeated_it_goes_on_and_ends_the_same()
    {
        using TemporaryFolder root = new(), whole = new();
        using var stop = new CancellationTokenSource();
        int runs = 0;
        (ExitStatus status, _, string error) = Attribute(root, Counting(() =>
        {
            if (++runs == 100)
            {
                stop.Cancel();
            }
        }), cancel: stop.Token);
        Assert.Equal(ExitStatus.Interrupted, status);
        Assert.Contains("the same command goes on from there", error);
        int kept = Rows(root, "cells.csv").Count() + Rows(root, "no-anchor.csv").Count();
        Assert.InRange(kept, 99, 100);

        int again = 0;
        Assert.Equal(ExitStatus.Done, Attribute(root, Counting(() => again++)).Status);
        Assert.Equal(65 * 3 - kept, again);
        Attribute(whole, Simulate);
        foreach (string name in new[] { "attribution.csv", "interactions.csv", "counterfactuals.csv", "cells.csv", "no-anchor.csv" })
        {
            Assert.Equal(File.ReadAllText(At(whole, name)), File.ReadAllText(At(root, name)));
        }

        Attribute(root, (_, _, _, _, _) => throw new InvalidOperationException("nothing is left to run"));
    }

    [Fact]
    public void Cells_of_another_scenario_are_not_used()
    {
        using var root = new TemporaryFolder();
        Attribute(root, Simulate);
        int runs = 0;
        Attribute(root, Counting(() => runs++), ["run.seed=5"]);
        Assert.Equal(65 * 3, runs);
    }

    [Fact]
    public void A_damaged_table_of_cells_is_named_and_left_alone()
    {
        using var root = new TemporaryFolder();
        Attribute(root, Simulate);
        byte[] damaged = File.ReadAllBytes(At(root, "cells.csv"))[..^40];
        File.WriteAllBytes(At(root, "cells.csv"), damaged);
        RefusedException refused = Assert.Throws<RefusedException>(() => Attribute(root, Simulate));
        Assert.Contains("cells.csv", refused.Message);
        Assert.Equal(damaged, File.ReadAllBytes(At(root, "cells.csv")));
    }

    [Fact]
    public void A_failed_run_is_named_and_the_rest_kept()
    {
        using var root = new TemporaryFolder();
        (ExitStatus status, _, string error) = Attribute(root, (plan, replicate, options, month, cancel) =>
            replicate == 2 && plan.Parameters.Channels is { Talent: 1, Capital: 0, Signal: 0, Cloud: 1, Spillover: 0, Hub: 0 }
                ? throw new InvalidOperationException("broken")
                : Simulate(plan, replicate, options, month, cancel));
        Assert.Equal(ExitStatus.ReplicateFailed, status);
        Assert.Contains("replicate 2 with talent + cloud failed: InvalidOperationException: broken", error);
        Assert.Equal(64 * 3 - 1, Rows(root, "cells.csv").Count());
    }

    [Fact]
    public void Without_an_anchor_there_is_nothing_to_attribute()
    {
        using var root = new TemporaryFolder();
        Assert.Contains("anchor.present", Assert.Throws<RefusedException>(() => Attribute(root, Simulate, ["anchor.present=false"])).Message);
    }

    [Fact]
    public void A_channel_that_is_off_stays_off_through_dated_changes()
    {
        var plan = new Plan(
            new Parameters(), [new Shock("back", 2, null, [("channels.hub", 1), ("channels.talent", 0.5)])], [new DrivenSeries("channels.cloud", [1, 0])]);
        int onlyTalent = 1 << Channels.Names.ToList().IndexOf("talent");
        Plan cell = Channels.Cell(plan, onlyTalent);
        Assert.Equal([("channels.talent", 0.5)], Assert.Single(cell.Shocks).Settings);
        Assert.Empty(cell.Series);
        Assert.Equal((1.0, 0.0), (cell.Parameters.Channels.Talent, cell.Parameters.Channels.Hub));
    }

    private static RunResult Simulate(Plan plan, int replicate, RunOptions options, Action<int> monthDone, CancellationToken cancel)
    {
        RunResult run = PlainRuns.Simulate(plan, replicate, options, monthDone, cancel);
        ChannelParameters on = plan.Parameters.Channels;
        double added = 8 * on.Talent + 4 * on.Cloud + 2 * on.Talent * on.Cloud - (plan.Parameters.Anchor.Present ? 0 : 114);
        foreach (ref double cell in run.Series.Row(run.Series.Months - 1))
        {
            cell += added;
        }

        return run;
    }

    private static Simulate Counting(Action count) => (plan, replicate, options, month, cancel) =>
    {
        RunResult run = Simulate(plan, replicate, options, month, cancel);
        count();
        return run;
    };

    private static (ExitStatus Status, string Output, string Error) Attribute(
        TemporaryFolder root, Simulate simulate, string[]? sets = null, CancellationToken cancel = default)
    {
        using StringWriter output = new(), error = new();
        var request = new RunRequest(sets ?? [], 1, LedgerScope.None, Check: false, root["out"], Plots: false, Quiet: true, Force: false);
        var session = new AttributeSession(request, new Terminal(output, error), "ecosim attribute tiny.json", simulate);
        return (session.Run(CommandLineRun.TinyScenario(root), cancel), output.ToString(), error.ToString());
    }

    private static string At(TemporaryFolder root, string name) => Path.Combine(root["out"], Folder, name);

    private static IEnumerable<string[]> Rows(TemporaryFolder root, string name) =>
        File.ReadAllLines(At(root, name)).Skip(1).Select(line => line.Split(','));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
