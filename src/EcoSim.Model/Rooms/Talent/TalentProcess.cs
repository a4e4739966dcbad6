using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Talent;

/// <summary>Sets, once a year, what each workplace teaches; people's skills follow lazily.</summary>
public sealed class TalentProcess(Parameters parameters) : IProcess
{
    /// <summary>Frontier where nobody teaches: next to nothing, and above 0, since skills are divided by it.</summary>
    private const float NoFrontier = 1e-6f;

    private float _learningRate;
    private Vector128<float> _forgetting;

    public void Step(World world)
    {
        if (world.Month % (int)Hazard.MonthsPerYear != 0)
        {
            return;
        }

        TalentParameters p = parameters.Talent;
        _learningRate = (float)p.LearningRate;
        _forgetting = Skills(
            TalentEquations.Forgetting(p.TechnicalHalfLife), TalentEquations.Forgetting(p.MarketingHalfLife),
            TalentEquations.Forgetting(p.OperationsHalfLife), TalentEquations.Forgetting(p.FinanceHalfLife));
        Teach(world, Training.NoJob, Vector128.Create(NoFrontier), breadth: 0, inJob: false);
        Teach(world, Training.Ordinary, Vector128<float>.One, p.OrdinaryBreadth, inJob: true);
        Teach(world, Training.StartUp, Vector128<float>.One, p.StartUpBreadth, inJob: true);
        double strength = parameters.Channels.Talent;
        for (int a = 0; a < world.Anchors.Length; a++)
        {
            double size = world.Employers.Headcount[a] / (double)parameters.Population.Workers;
            Vector128<float> frontier = TalentEquations.AnchorFrontier(
                strength,
                TalentEquations.Pressure(size, p.PressureHalfSize),
                Skills(p.TechnicalPremium, p.MarketingPremium, p.OperationsPremium, p.FinancePremium),
                Skills(p.AiFrontier, 0, p.AiFrontier, 0),
                world.Anchors[a].AiKnowledge);
            double breadth = p.OrdinaryBreadth + strength * (p.AnchorBreadth - p.OrdinaryBreadth);
            Teach(world, Training.FirstAnchor + a, frontier, breadth, inJob: true);
        }

        // The sample is looked at every month: what it learned in past epochs is reckoned once and not each time.
        foreach (int row in world.SampledStaff)
        {
            Learning.BringForward(world, row);
        }
    }

    private void Teach(World world, int workplace, Vector128<float> frontier, double breadth, bool inJob)
    {
        TalentParameters p = parameters.Talent;
        ReadOnlySpan<ExposureParameters> trades = [p.Engineer, p.Marketer, p.Manager];
        var exposure = new Vector128<float>[Count.Divisions * Count.Roles];
        for (int division = 0; division < Count.Divisions && inJob; division++)
        {
            for (int role = 0; role < Count.Roles; role++)
            {
                ExposureParameters trade = trades[role];
                exposure[division * Count.Roles + role] = TalentEquations.Exposure(
                    Skills(trade.Technical, trade.Marketing, trade.Operations, trade.Finance),
                    breadth, p.BroadExposure, Tilt((Division)division, p.DivisionTilt));
            }
        }

        List<Training.Epoch> epochs = world.Training.Epochs(workplace);
        bool begins = epochs.Count == 0 || epochs[^1].Frontier != frontier || epochs[^1].LearningRate != _learningRate
            || epochs[^1].Forgetting != _forgetting || !epochs[^1].Exposure.AsSpan().SequenceEqual(exposure);
        if (begins)
        {
            world.Training.Begin(workplace, new Training.Epoch(world.Month, frontier, exposure, _learningRate, _forgetting));
        }
    }

    private static Vector128<float> Tilt(Division division, double tilt) => division switch
    {
        Division.Commerce => Skills(0, tilt, 0, tilt),
        Division.Cloud => Skills(tilt, 0, tilt, 0),
        Division.Laboratory => Skills(tilt, 0, 0, 0),
        Division.Logistics => Skills(0, 0, tilt, 0),
        _ => Vector128<float>.Zero,
    };

    private static Vector128<float> Skills(double technical, double marketing, double operations, double finance) =>
        Vector128.Create((float)technical, (float)marketing, (float)operations, (float)finance);
}
