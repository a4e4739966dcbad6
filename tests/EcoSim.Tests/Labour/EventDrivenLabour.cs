using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Labour;

/// <summary>The labour block as the model computes it: a worker is touched only in a month in which something may happen.</summary>
/// <remarks>Calendar, ladder, chain, batches and closed form are the model's own; only the record of a worker is shorter.</remarks>
public sealed class EventDrivenLabour : ILabourBlock
{
    /// <summary>Lowest bound, 1/month: just above the usual hazards, as in the model.</summary>
    private const double Bound = 0.0135;

    private static readonly Ladder Ladder = new(Decision.Separation, Bound);

    private readonly LabourRules _rules;
    private readonly Draw _luck;
    private readonly List<SpellEnd>? _log;
    private readonly int _end;
    private readonly Worker[] _workers;
    private readonly byte[] _due;
    private readonly int[] _found;
    private readonly Ceiling[] _ceiling = new Ceiling[LabourRules.Workplaces * Count.Roles];
    private int _month;
    private int _touched;

    /// <summary>Builds the block.</summary>
    /// <param name="rules">What happens.</param>
    /// <param name="workers">Number of workers.</param>
    /// <param name="months">Months that will be run at most.</param>
    /// <param name="seed">Luck.</param>
    /// <param name="log">Receives the end of every spell; null to count them only.</param>
    public EventDrivenLabour(LabourRules rules, int workers, int months, ulong seed, List<SpellEnd>? log = null)
    {
        (_rules, _luck, _log, _end) = (rules, new Draw(seed), log, months);
        _workers = new Worker[workers];
        _due = new byte[workers];
        _found = new int[workers];
        for (int job = 0; job < _ceiling.Length; job++)
        {
            _ceiling[job] = Ladder.Under([.. Enumerable.Range(0, LabourRules.LongestTenure + 1).Select(tenure => rules.HazardOf(job, tenure))]);
        }

        for (int row = 0; row < workers; row++)
        {
            _workers[row] = rules.AtStart(_luck, row);
            Reschedule(row, ref _workers[row], 0);
        }
    }

    public int Separations { get; private set; }

    public void Step()
    {
        int count = Calendar.Due(_due, _month, _found);
        for (int first = 0; first < count; first += People.Batch)
        {
            Span<int> batch = _found.AsSpan(first, Math.Min(People.Batch, count - first));
            Touch(batch);
            foreach (int row in batch)
            {
                Happen(row, ref _workers[row]);
            }
        }

        _month++;
    }

    public Vector128<float> Skill(int row) => Now(_workers[row]);

    /// <summary>Reads the records about to be looked at, so that they are waited for together.</summary>
    private void Touch(ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows)
        {
            sum += _workers[row].SpellStart;
        }

        _touched = sum;
    }

    private void Happen(int row, ref Worker worker)
    {
        double after = Ladder.Before(_month);
        while (true)
        {
            Candidate candidate = Ladder.Next(_luck, worker.Key, ref worker.Leaving, after, _ceiling[worker.Job], worker.SpellStart, _end);
            if (candidate.Time >= _month + 1)
            {
                _due[row] = Calendar.Mark(candidate.Time);
                return;
            }

            int tenure = _month - worker.SpellStart;
            if (candidate.Height < _rules.HazardOf(worker.Job, tenure))
            {
                EndSpell(row, ref worker, tenure, _rules.Why(candidate.Height));
                Reschedule(row, ref worker, _month + 1);
                return;
            }

            after = candidate.Time;
        }
    }

    private void EndSpell(int row, ref Worker worker, int tenure, Separation why)
    {
        Separations++;
        _log?.Add(new SpellEnd(row, _month, tenure, why));
        if (why == Separation.Retirement)
        {
            worker = _rules.Enter(_luck, LabourRules.Successor(worker.Key, _month), _month);
            worker.Leaving = Ladder.At(_month);
            return;
        }

        worker.Skill = Now(worker);
        worker.SkillMonth = worker.SpellStart = (short)_month;
        worker.Job = LabourRules.NextJob(_luck, worker.Key, _month, worker.Job % Count.Roles);
    }

    private Vector128<float> Now(in Worker worker) => Learning.After(
        worker.Skill, _rules.Frontier(worker.Job), _rules.Exposure(worker.Job),
        _rules.Speed * worker.Ability, _rules.Forgetting, _month - worker.SkillMonth);

    private void Reschedule(int row, ref Worker worker, double after) =>
        _due[row] = Calendar.Mark(Ladder.NextTime(_luck, worker.Key, ref worker.Leaving, after, _ceiling[worker.Job], worker.SpellStart, _end));
}
