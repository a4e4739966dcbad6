using System.Runtime.Intrinsics;
using EcoSim.Model;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Mobility;
using EcoSim.Model.Rooms.Talent;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Labour;

/// <summary>What happens in the labour block: each month a worker may leave, and learns at work.</summary>
/// <remarks>
/// Hazards, exposures, frontiers and entrants are the model's, at the parameters given. A worker who quits or is
/// dismissed starts at another employer at once; the place of one who retires goes to a graduate. So the number of
/// workers stays, and a month of work costs the same in every month.
/// </remarks>
public sealed class LabourRules
{
    /// <summary>Employers told apart: ordinary firm, start-up, anchor.</summary>
    public const int Workplaces = 3;

    /// <summary>Tenures told apart, months; the newcomers' extra hazard has long faded by then.</summary>
    public const int LongestTenure = 480;

    private const double ShareOfStartUps = 0.05, ShareOfAnchor = 0.1;
    private const int LongestFirstTenure = 60;

    private readonly Parameters _parameters;
    private readonly double[] _hazard = new double[Workplaces * (LongestTenure + 1)];
    private readonly Vector128<float>[] _exposure = new Vector128<float>[Workplaces * Count.Roles];
    private readonly Vector128<float>[] _frontier = new Vector128<float>[Workplaces];

    /// <summary>The block's rules at these parameters.</summary>
    public LabourRules(Parameters parameters)
    {
        _parameters = parameters;
        MobilityParameters mobility = parameters.Mobility;
        TalentParameters talent = parameters.Talent;
        ReadOnlySpan<double> quit = [mobility.QuitHazard, mobility.StartUpQuitHazard, mobility.AnchorQuitHazard];
        ReadOnlySpan<double> breadth = [talent.OrdinaryBreadth, talent.StartUpBreadth, talent.AnchorBreadth];
        ReadOnlySpan<ExposureParameters> trades = [talent.Engineer, talent.Marketer, talent.Manager];
        Retirement = Hazard.PerMonth(mobility.RetirementHazard);
        Dismissal = Hazard.PerMonth(mobility.DismissalHazard);
        Speed = (float)talent.LearningRate;
        Forgetting = Skills(
            TalentEquations.Forgetting(talent.TechnicalHalfLife), TalentEquations.Forgetting(talent.MarketingHalfLife),
            TalentEquations.Forgetting(talent.OperationsHalfLife), TalentEquations.Forgetting(talent.FinanceHalfLife));
        for (int workplace = 0; workplace < Workplaces; workplace++)
        {
            for (int tenure = 0; tenure <= LongestTenure; tenure++)
            {
                _hazard[workplace * (LongestTenure + 1) + tenure] = Retirement + Dismissal + MobilityEquations.Quit(
                    Hazard.PerMonth(quit[workplace]), mobility.NewcomerQuitFactor, tenure, mobility.NewcomerMonths, morale: 1);
            }

            for (int role = 0; role < Count.Roles; role++)
            {
                ExposureParameters trade = trades[role];
                _exposure[workplace * Count.Roles + role] = TalentEquations.Exposure(
                    Skills(trade.Technical, trade.Marketing, trade.Operations, trade.Finance),
                    breadth[workplace], talent.BroadExposure, Vector128<float>.Zero);
            }
        }

        _frontier[0] = _frontier[1] = Vector128<float>.One;
        _frontier[2] = TalentEquations.AnchorFrontier(
            strength: 1,
            TalentEquations.Pressure(ShareOfAnchor, talent.PressureHalfSize),
            Skills(talent.TechnicalPremium, talent.MarketingPremium, talent.OperationsPremium, talent.FinancePremium),
            Vector128<float>.Zero, aiKnowledge: 0);
    }

    /// <summary>Hazard of retiring, 1/month.</summary>
    public double Retirement { get; }

    /// <summary>Hazard of being dismissed, 1/month.</summary>
    public double Dismissal { get; }

    /// <summary>Learning speed κ, 1/month.</summary>
    public float Speed { get; }

    /// <summary>Forgetting δ per skill, 1/month.</summary>
    public Vector128<float> Forgetting { get; }

    /// <summary>Hazard of leaving in any way, 1/month, at a job after some months.</summary>
    public double HazardOf(int job, int tenure) =>
        _hazard[job / Count.Roles * (LongestTenure + 1) + Math.Min(tenure, LongestTenure)];

    public Vector128<float> Exposure(int job) => _exposure[job];

    public Vector128<float> Frontier(int job) => _frontier[job / Count.Roles];

    /// <summary>What ended a spell, from the height in the field of hazards.</summary>
    public Separation Why(double height) =>
        MobilityEquations.Which(height, Retirement, Dismissal, double.PositiveInfinity, rotation: 0);

    /// <summary>A worker who was there at the start, with some tenure behind.</summary>
    public Worker AtStart(Draw luck, int row)
    {
        Worker worker = Enter(luck, (ulong)row, 0);
        worker.SpellStart -= (short)luck.Below(LongestFirstTenure, Decision.InitialTenure, worker.Key, 0);
        return worker;
    }

    /// <summary>A graduate who takes a first job.</summary>
    public Worker Enter(Draw luck, ulong key, int month)
    {
        PopulationParameters p = _parameters.Population;
        double spread = _parameters.Talent.AbilitySpread;
        double trade = luck.Uniform(Decision.Role, key, 0);
        double fresh = Math.Exp(p.EntrySkillSpread * luck.Normal(Decision.EntrySkill, key, 0));
        Role role = trade < p.EngineerShare ? Role.Engineer : trade < p.EngineerShare + p.MarketerShare ? Role.Marketer : Role.Manager;
        return new Worker
        {
            Key = key,
            Ability = (float)Math.Exp(spread * (luck.Normal(Decision.Ability, key, 0) - spread / 2)),
            Skill = Skills(fresh * p.EntryTechnical, fresh * p.EntryMarketing, fresh * p.EntryOperations, fresh * p.EntryFinance),
            SpellStart = (short)month,
            SkillMonth = (short)month,
            Job = NextJob(luck, key, month, (int)role),
        };
    }

    /// <summary>The job that someone of a role takes in a month.</summary>
    public static byte NextJob(Draw luck, ulong key, int month, int role)
    {
        double u = luck.Uniform(Decision.Destination, key, month);
        int workplace = u < ShareOfStartUps ? 1 : u < ShareOfStartUps + ShareOfAnchor ? 2 : 0;
        return (byte)(workplace * Count.Roles + role);
    }

    /// <summary>Identity of the graduate who follows a retired worker: 32 bits, since vectors hold no more.</summary>
    public static uint Successor(ulong key, int month) => (uint)Draw.Child(key, month);

    private static Vector128<float> Skills(double technical, double marketing, double operations, double finance) =>
        Vector128.Create((float)technical, (float)marketing, (float)operations, (float)finance);
}
