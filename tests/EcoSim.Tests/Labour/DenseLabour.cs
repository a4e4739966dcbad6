using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Labour;

/// <summary>The labour block as a plain loop: every worker, every month, one hazard, one keyed coin, four skills.</summary>
public sealed class DenseLabour : ILabourBlock
{
    private readonly LabourRules _rules;
    private readonly Draw _luck;
    private readonly List<SpellEnd>? _log;
    private readonly Worker[] _workers;
    private readonly double[] _chance = new double[LabourRules.Workplaces * Count.Roles * (LabourRules.LongestTenure + 1)];
    private int _month;

    /// <summary>Builds the block.</summary>
    /// <param name="rules">What happens.</param>
    /// <param name="workers">Number of workers.</param>
    /// <param name="seed">Luck.</param>
    /// <param name="log">Receives the end of every spell; null to count them only.</param>
    public DenseLabour(LabourRules rules, int workers, ulong seed, List<SpellEnd>? log = null)
    {
        (_rules, _luck, _log) = (rules, new Draw(seed), log);
        _workers = [.. Enumerable.Range(0, workers).Select(row => rules.AtStart(_luck, row))];
        for (int i = 0; i < _chance.Length; i++)
        {
            _chance[i] = Hazard.Probability(rules.HazardOf(i / (LabourRules.LongestTenure + 1), i % (LabourRules.LongestTenure + 1)));
        }
    }

    public int Separations { get; private set; }

    public void Step()
    {
        for (int row = 0; row < _workers.Length; row++)
        {
            ref Worker worker = ref _workers[row];
            int tenure = _month - worker.SpellStart;
            double chance = _chance[worker.Job * (LabourRules.LongestTenure + 1) + Math.Min(tenure, LabourRules.LongestTenure)];
            double coin = _luck.Uniform(Decision.Separation, worker.Key, _month);
            if (coin < chance)
            {
                // Below the chance the coin is uniform, so it also says which of the competing risks it was.
                EndSpell(row, ref worker, tenure, _rules.Why(coin / chance * _rules.HazardOf(worker.Job, tenure)));
            }

            worker.Skill = Learning.After(
                worker.Skill, _rules.Frontier(worker.Job), _rules.Exposure(worker.Job), _rules.Speed * worker.Ability, _rules.Forgetting, 1);
        }

        _month++;
    }

    public Vector128<float> Skill(int row) => _workers[row].Skill;

    private void EndSpell(int row, ref Worker worker, int tenure, Separation why)
    {
        Separations++;
        _log?.Add(new SpellEnd(row, _month, tenure, why));
        if (why == Separation.Retirement)
        {
            worker = _rules.Enter(_luck, LabourRules.Successor(worker.Key, _month), _month);
            return;
        }

        worker.SpellStart = (short)_month;
        worker.Job = LabourRules.NextJob(_luck, worker.Key, _month, worker.Job % Count.Roles);
    }
}
