using System.Collections.Concurrent;
using EcoSim.Model;
using EcoSim.Model.Declaration;
using EcoSim.Tests.Statistics;

namespace EcoSim.Tests.Laws;

/// <summary>Turning a parameter moves what theory says it moves, in the direction that theory says.</summary>
/// <remarks>Replicates are paired: the same people with the same luck live in both worlds.</remarks>
public sealed class SignOfEffectTests
{
    private const int Replicates = 20;
    private const int Workers = 20_000;

    /// <summary>Standard errors by which the mean change must clear zero.</summary>
    private const double K = 2;

    private static readonly Lazy<RunResult[]> Baseline = new(() => Ensemble(null, 0));

    [Theory]
    [InlineData("anchor.present", 0, "spin_outs_founded", -1)]
    [InlineData("anchor.present", 0, "anchor_headcount", -1)]
    [InlineData("channels.talent", 0, "anchor_skill_technical", -1)]
    [InlineData("channels.talent", 0, "founder_skill_operations", -1)]
    [InlineData("channels.capital", 0, "affiliated_investment", -1)]
    [InlineData("channels.capital", 0, "strategic_investment", -1)]
    [InlineData("channels.cloud", 0, "cloud_discount_granted", -1)]
    [InlineData("channels.spillover", 0, "public_knowledge", -1)]
    [InlineData("channels.hub", 0, "venture_presence", -1)]
    [InlineData("anchor.researchIntensity", 2, "anchor_research", 1)]
    [InlineData("anchor.researchIntensity", 2, "anchor_ai_knowledge", 1)]
    [InlineData("capital.affiliatedFundSize", 0.2, "affiliated_investment", -1)]
    [InlineData("capital.ventureSupply", 0.2, "venture_investment", -1)]
    [InlineData("capital.ventureSupply", 0, "ecosystem_value", -1)]
    [InlineData("products.planMonths", 0.5, "venture_investment", -1)]
    [InlineData("talent.learningRate", 0.5, "anchor_skill_technical", -1)]
    [InlineData("talent.technicalPremium", 2, "anchor_skill_technical", 1)]
    [InlineData("talent.financeHalfLife", 0.3, "anchor_skill_finance", -1)]
    [InlineData("talent.anchorBreadth", 0.3, "staff_skill_balance", -1)]
    [InlineData("mobility.anchorQuitHazard", 2, "anchor_mean_tenure_months", -1)]
    [InlineData("mobility.anchorQuitHazard", 2, "anchor_alumni", 1)]
    [InlineData("mobility.quitHazard", 2, "quits", 1)]
    [InlineData("mobility.dismissalHazard", 3, "layoffs", 1)]
    [InlineData("mobility.searchHazard", 0.5, "unemployed", 1)]
    [InlineData("mobility.matchingCurvature", 2, "startup_hires", 1)]
    [InlineData("mobility.matchingCurvature", 0.5, "startup_jobs", -1)]
    [InlineData("spinOuts.baseHazard", 2, "startups_founded", 1)]
    [InlineData("spinOuts.peerEffect", 0, "startups_founded", -1)]
    [InlineData("spinOuts.wealthElasticity", 0, "startups_founded", -1)]
    [InlineData("spinOuts.nonCompete", 5, "spin_outs_founded", -1)]
    [InlineData("spinOuts.graduateFounding", 4, "startups_founded", 1)]
    [InlineData("anchor.demandFactor", 0.7, "anchor_headcount", -1)]
    [InlineData("compute.hardwarePrice", 0.5, "own_hardware_share", 1)]
    [InlineData("compute.hardwareStaff", 0, "own_hardware_share", 1)]
    public void A_parameter_moves_what_it_should(string path, double factor, string observable, int sign)
    {
        RunResult[] changed = Ensemble(path, factor);
        double[] differences = [.. changed.Zip(Baseline.Value, (c, b) => Trial.Mean(c, observable) - Trial.Mean(b, observable))];
        Sigma.Sign(differences, sign, K, $"{observable} when {path} is multiplied by {factor}");
    }

    /// <summary>A fifth of the venture money takes about 6 % of the value, which twenty pairs of small regions hardly tell from luck.</summary>
    [Fact]
    public void Less_venture_money_means_less_value()
    {
        const int pairs = 80;
        RunResult[] less = Ensemble("capital.ventureSupply", 0.2, pairs), usual = Ensemble(null, 0, pairs);
        double[] differences = [.. less.Zip(usual, (l, u) => Trial.Mean(l, "ecosystem_value") - Trial.Mean(u, "ecosystem_value"))];
        Sigma.Sign(differences, -1, K, "ecosystem_value with a fifth of the venture money");
    }

    /// <summary>Few firms pay much, so that a mean over twenty small regions says little; but nothing is paid by chance.</summary>
    [Fact]
    public void Profits_are_paid_out_only_where_a_share_is_to_be()
    {
        Assert.All(Ensemble("exits.payoutShare", 0), result => Assert.Equal(0, Trial.Mean(result, "payouts")));
        Assert.Contains(Baseline.Value, result => Trial.Mean(result, "payouts") > 0);
    }

    /// <summary>Where the anchor's cloud has no better terms many own hardware, and dearer accelerators drive them to the clouds.</summary>
    [Fact]
    public void Export_limits_make_firms_rent_what_they_would_have_owned()
    {
        (string, double)[] without = [("channels.cloud", 0)];
        RunResult[] limited = Ensemble("compute.exportLimit", 3, without), free = Ensemble(null, 0, without);
        double[] differences = [.. limited.Zip(free, (l, f) => Trial.Mean(l, "own_hardware_share") - Trial.Mean(f, "own_hardware_share"))];
        Sigma.Sign(differences, -1, K, "own_hardware_share under export limits");
    }

    [Fact]
    public void Nobody_owns_hardware_who_puts_no_cash_into_it() => Assert.All(
        Ensemble("compute.mostHardwareShare", 0, [("channels.cloud", 0)]), result => Assert.Equal(0, Trial.Mean(result, "own_hardware_share")));

    [Fact]
    public void Vouchers_are_money_of_the_state()
    {
        RunResult[] given = Ensemble(null, 0, [("government.voucherBudget", 20), ("government.guidanceFund", 0), ("government.grantBudget", 0)]);
        Assert.All(given, result => Assert.True(Trial.Mean(result, "state_investment") > 0));
        RunResult[] none = Ensemble(null, 0, [("government.voucherBudget", 0), ("government.guidanceFund", 0), ("government.grantBudget", 0)]);
        Assert.All(none, result => Assert.Equal(0, Trial.Mean(result, "state_investment")));
    }

    [Fact]
    public void Founders_are_balanced_because_the_unbalanced_have_less_to_gain()
    {
        // Two other things follow from prospects: how many graduates, unbalanced and founding by a share of their own, are
        // among the founders, and how many specialists join them, whose mean is balanced. Without both, what is left is
        // the choice of staff to found.
        (string, double)[] without = [("spinOuts.graduateFounding", 0), ("spinOuts.coFounderWillingness", 0)];
        RunResult[] blind = Ensemble("spinOuts.prospectElasticity", 0, without), choosing = Ensemble(null, 0, without);
        double[] differences = [.. blind.Zip(choosing, (b, c) => Trial.Mean(b, "founder_skill_balance") - Trial.Mean(c, "founder_skill_balance"))];
        Sigma.Sign(differences, -1, K, "founder_skill_balance when prospects do not count");
    }

    private static RunResult[] Ensemble(string? path, double factor, params ReadOnlySpan<(string, double)> both) => Ensemble(path, factor, Replicates, both);

    private static RunResult[] Ensemble(string? path, double factor, int replicates, params ReadOnlySpan<(string, double)> both)
    {
        (string, double)[] changes = [("population.workers", Workers), .. both];
        if (path is not null)
        {
            ParameterDeclaration declared = Catalogue.Get(path);
            changes = [.. changes, (path, declared.Default * factor)];
        }

        Plan plan = Trial.Plan(changes);
        var results = new ConcurrentDictionary<int, RunResult>();
        Parallel.For(0, replicates, replicate => results[replicate] = Trial.Run(plan, replicate));
        return [.. results.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }
}
