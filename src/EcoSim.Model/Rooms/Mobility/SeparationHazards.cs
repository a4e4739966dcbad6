using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>The month's hazards of leaving, 1/month, found once and looked up person by person.</summary>
internal sealed class SeparationHazards(Parameters parameters)
{
    /// <summary>Tenures told apart, months; the newcomers' extra hazard has long faded by then.</summary>
    private const int LongestTenure = 480;

    private readonly double[] _newcomer = new double[LongestTenure + 1];
    private double _factor = double.NaN;
    private double _fading;
    private double[] _quit = [];
    private int[] _rung = [];

    public double Retirement { get; private set; }

    public double Dismissal { get; private set; }

    public double Rotation { get; private set; }

    public double Search { get; private set; }

    /// <summary>Finds the month's hazards; true when one passed the rung that bounded it, so that due months must be found anew.</summary>
    public bool Update(World world)
    {
        MobilityParameters p = parameters.Mobility;
        Retirement = Hazard.PerMonth(p.RetirementHazard);
        Dismissal = Hazard.PerMonth(p.DismissalHazard);
        Rotation = Hazard.PerMonth(p.RotationHazard);
        Search = Hazard.PerMonth(p.SearchHazard);
        FindNewcomers(p);
        bool raised = _rung.Length == 0;
        if (raised)
        {
            _rung = new int[world.Training.Workplaces];
            _quit = new double[world.Training.Workplaces];
        }

        for (int workplace = 0; workplace < _rung.Length; workplace++)
        {
            int anchor = workplace - Training.FirstAnchor;
            _quit[workplace] = workplace switch
            {
                Training.NoJob => 0,
                Training.Ordinary => Hazard.PerMonth(p.QuitHazard),
                Training.StartUp => Hazard.PerMonth(p.StartUpQuitHazard),
                _ => Hazard.PerMonth(p.AnchorQuitHazard) * Morale(world, anchor),
            };
            double bound = workplace == Training.NoJob
                ? Search
                : Retirement + Dismissal + _quit[workplace] * _newcomer[0] + (anchor >= 0 ? Rotation : 0);
            int rung = Ladders.OfSpell(workplace).RungFor(bound);
            raised |= rung > _rung[workplace];
            _rung[workplace] = Math.Max(rung, _rung[workplace]);
        }

        return raised;
    }

    /// <summary>Rung that bounds the hazards at a workplace.</summary>
    public int RungOf(int workplace) => _rung[workplace];

    /// <summary>Hazard of quitting after some months; founders do not quit.</summary>
    public double Quit(in Person person, int workplace, int tenure) =>
        person.State == State.Founder ? 0 : _quit[workplace] * _newcomer[Math.Min(tenure, LongestTenure)];

    private void FindNewcomers(MobilityParameters p)
    {
        if (_factor == p.NewcomerQuitFactor && _fading == p.NewcomerMonths)
        {
            return;
        }

        (_factor, _fading) = (p.NewcomerQuitFactor, p.NewcomerMonths);
        for (int tenure = 0; tenure < _newcomer.Length; tenure++)
        {
            _newcomer[tenure] = MobilityEquations.Quit(1, _factor, tenure, _fading, morale: 1);
        }
    }

    private double Morale(World world, int anchor) => MobilityEquations.Morale(
        parameters.Mobility.MoraleEffect, world.Employers.Headcount[anchor], world.Anchors[anchor].TargetHeadcount, parameters.Mobility.MostMorale);
}
