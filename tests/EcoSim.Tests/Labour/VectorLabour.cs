using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Labour;

/// <summary>The dense labour block, eight workers at a time: what a loop over everyone can reach when it is written for speed.</summary>
/// <remarks>
/// Within a spell one month of learning is s ← r + (s − r)·k with r and k fixed, so they are columns, found anew when the
/// job changes or a fading skill meets the frontier. The coin is a hash of 32 bits (the mixer "lowbias32" of C. Wellons),
/// since vectors multiply no wider; it is looked at closely only when it falls below the greatest chance of all.
/// </remarks>
public sealed class VectorLabour : ILabourBlock
{
    private const int Lanes = 8;
    private const int Tenures = LabourRules.LongestTenure + 1;
    private const double Coins = 1UL << 32;

    private readonly LabourRules _rules;
    private readonly Draw _luck;
    private readonly uint _seed;
    private readonly List<SpellEnd>? _log;
    private readonly uint[] _key;
    private readonly float[] _ability;
    private readonly short[] _start;
    private readonly short[] _meets;
    private readonly byte[] _job;
    private readonly float[][] _skill;
    private readonly float[][] _rest;
    private readonly float[][] _keep;
    private readonly uint[] _chance = new uint[LabourRules.Workplaces * Count.Roles * Tenures];
    private readonly uint _mostChance;
    private int _month;

    /// <summary>Builds the block.</summary>
    /// <param name="rules">What happens.</param>
    /// <param name="workers">Number of workers, a multiple of eight.</param>
    /// <param name="seed">Luck.</param>
    /// <param name="log">Receives the end of every spell; null to count them only.</param>
    public VectorLabour(LabourRules rules, int workers, ulong seed, List<SpellEnd>? log = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(workers % Lanes, 0, nameof(workers));
        (_rules, _luck, _seed, _log) = (rules, new Draw(seed), Mix(Vector256.Create((uint)seed + 1))[0], log);
        (_key, _ability, _start, _meets, _job) = (new uint[workers], new float[workers], new short[workers], new short[workers], new byte[workers]);
        (_skill, _rest, _keep) = (Columns(workers), Columns(workers), Columns(workers));
        for (int i = 0; i < _chance.Length; i++)
        {
            _chance[i] = (uint)(Hazard.Probability(rules.HazardOf(i / Tenures, i % Tenures)) * Coins);
        }

        _mostChance = _chance.Max();
        for (int row = 0; row < workers; row++)
        {
            Put(row, rules.AtStart(_luck, row));
        }
    }

    public int Separations { get; private set; }

    public void Step()
    {
        Vector256<uint> occasion = Mix(Vector256.Create(_seed + (uint)_month));
        Vector256<uint> most = Vector256.Create(_mostChance);
        Vector128<short> now = Vector128.Create((short)_month);
        ref uint key = ref MemoryMarshal.GetArrayDataReference(_key);
        ref short meets = ref MemoryMarshal.GetArrayDataReference(_meets);
        for (int row = 0; row < _key.Length; row += Lanes)
        {
            Vector256<uint> coin = Mix(Vector256.LoadUnsafe(ref key, (nuint)row) ^ occasion);
            if (Vector256.LessThanAny(coin, most))
            {
                LookAt(row, coin);
            }

            if (Vector128.EqualsAny(Vector128.LoadUnsafe(ref meets, (nuint)row), now))
            {
                LearnOneByOne(row);
                continue;
            }

            Learn(0, row);
            Learn(1, row);
            Learn(2, row);
            Learn(3, row);
        }

        _month++;
    }

    public Vector128<float> Skill(int row) => Vector128.Create(_skill[0][row], _skill[1][row], _skill[2][row], _skill[3][row]);

    private static float[][] Columns(int workers) => [new float[workers], new float[workers], new float[workers], new float[workers]];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> z)
    {
        z = (z ^ (z >>> 16)) * 0x7FEB352Du;
        z = (z ^ (z >>> 15)) * 0x846CA68Bu;
        return z ^ (z >>> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Learn(int skill, int row)
    {
        ref float level = ref MemoryMarshal.GetArrayDataReference(_skill[skill]);
        Vector256<float> rest = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_rest[skill]), (nuint)row);
        Vector256<float> keep = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_keep[skill]), (nuint)row);
        Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref level, (nuint)row) - rest, keep, rest).StoreUnsafe(ref level, (nuint)row);
    }

    /// <summary>A month in which the fading skill of one of eight meets the frontier.</summary>
    private void LearnOneByOne(int first)
    {
        for (int row = first; row < first + Lanes; row++)
        {
            int job = _job[row];
            SetSkill(row, Learning.After(Skill(row), _rules.Frontier(job), _rules.Exposure(job), _rules.Speed * _ability[row], _rules.Forgetting, 1));
            BeginLearning(row, _month + 1);
        }
    }

    private void LookAt(int first, Vector256<uint> coins)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            int row = first + lane, job = _job[row], tenure = _month - _start[row];
            uint chance = _chance[job * Tenures + Math.Min(tenure, LabourRules.LongestTenure)];
            if (coins[lane] < chance)
            {
                EndSpell(row, job, tenure, _rules.Why((coins[lane] + 0.5) / chance * _rules.HazardOf(job, tenure)));
            }
        }
    }

    private void EndSpell(int row, int job, int tenure, Separation why)
    {
        Separations++;
        _log?.Add(new SpellEnd(row, _month, tenure, why));
        if (why == Separation.Retirement)
        {
            Put(row, _rules.Enter(_luck, LabourRules.Successor(_key[row], _month), _month));
            return;
        }

        _start[row] = (short)_month;
        _job[row] = LabourRules.NextJob(_luck, _key[row], _month, job % Count.Roles);
        BeginLearning(row, _month);
    }

    private void Put(int row, in Worker worker)
    {
        (_key[row], _ability[row], _start[row], _job[row]) = ((uint)worker.Key, worker.Ability, worker.SpellStart, worker.Job);
        SetSkill(row, worker.Skill);
        BeginLearning(row, _month);
    }

    private void SetSkill(int row, Vector128<float> level)
    {
        for (int skill = 0; skill < _skill.Length; skill++)
        {
            _skill[skill][row] = level[skill];
        }
    }

    /// <summary>Finds rest and keep at the present job, and the month in which a skill above the frontier will have faded to it.</summary>
    private void BeginLearning(int row, int month)
    {
        Vector128<float> exposure = _rules.Exposure(_job[row]), frontier = _rules.Frontier(_job[row]);
        double meets = double.PositiveInfinity;
        for (int skill = 0; skill < _skill.Length; skill++)
        {
            float level = _skill[skill][row];
            float a = exposure[skill] * _rules.Speed * _ability[row], b = _rules.Forgetting[skill] * (1 - exposure[skill]);
            bool fading = level > frontier[skill];
            _rest[skill][row] = fading || a == 0 ? 0 : a * frontier[skill] / (a + b);
            _keep[skill][row] = MathF.Exp(fading ? -b : -(a + b));
            meets = fading ? Math.Min(meets, MathF.Log(level / frontier[skill]) / b) : meets;
        }

        _meets[row] = (short)Math.Min(month + meets, short.MaxValue);
    }
}
