using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>The month's hazards of leaving, 1/month, found once and looked up person by person.</summary>
internal sealed class SeparationHazards(Parameters parameters)
{
    /// <summary>Tenures told apart, months; the newcomers' extra hazard has long faded by then.</summary>
    private const int LongestTenure = 480;

    private readonly double[] _newcomer = new double[LongestTenure + 1];
    private double[] _quit = [];
    private double[][] _most = [];
    private Ceiling[] _ceiling = [];
    private Levels _levels;

    public double Retirement { get; private set; }

    public double Dismissal { get; private set; }

    public double Rotation { get; private set; }

    public double Search { get; private set; }

    /// <summary>Finds the month's hazards; true when one may pass the ceiling announced for it, so that due months must be found anew.</summary>
    public bool Update(World world)
    {
        MobilityParameters p = parameters.Mobility;
        bool first = _ceiling.Length == 0;
        if (first)
        {
            _quit = new double[world.Training.Workplaces];
            _most = [.. _quit.Select((_, workplace) => new double[workplace == Training.NoJob ? 1 : LongestTenure + 1])];
            _ceiling = new Ceiling[_quit.Length];
        }

        var levels = new Levels(
            p.QuitHazard, p.StartUpQuitHazard, p.AnchorQuitHazard, p.NewcomerQuitFactor, p.NewcomerMonths, p.DismissalHazard,
            p.RetirementHazard, p.SearchHazard, p.RotationHazard, p.MostMorale);
        bool raised = (first || levels != _levels) && Raise(p);
        _levels = levels;
        for (int workplace = 0; workplace < _quit.Length; workplace++)
        {
            _quit[workplace] = Settled(p, workplace) * (workplace < Training.FirstAnchor ? 1 : Morale(world, workplace - Training.FirstAnchor));
        }

        return raised;
    }

    /// <summary>What the hazards at a workplace do not pass, by tenure.</summary>
    public Ceiling CeilingOf(int workplace) => _ceiling[workplace];

    /// <summary>Hazard of quitting after some months; founders do not quit.</summary>
    public double Quit(in Person person, int workplace, int tenure) =>
        person.State == State.Founder ? 0 : _quit[workplace] * _newcomer[Math.Min(tenure, LongestTenure)];

    /// <summary>Finds hazards and ceilings from changed parameters; true when a ceiling rose. None is ever lowered.</summary>
    private bool Raise(MobilityParameters p)
    {
        Retirement = Hazard.PerMonth(p.RetirementHazard);
        Dismissal = Hazard.PerMonth(p.DismissalHazard);
        Rotation = Hazard.PerMonth(p.RotationHazard);
        Search = Hazard.PerMonth(p.SearchHazard);
        for (int tenure = 0; tenure < _newcomer.Length; tenure++)
        {
            _newcomer[tenure] = MobilityEquations.Quit(1, p.NewcomerQuitFactor, tenure, p.NewcomerMonths, morale: 1);
        }

        bool raised = false;
        for (int workplace = 0; workplace < _ceiling.Length; workplace++)
        {
            bool anchor = workplace >= Training.FirstAnchor;
            double quit = Settled(p, workplace) * (anchor ? p.MostMorale : 1);
            double[] most = _most[workplace];
            for (int tenure = 0; tenure < most.Length; tenure++)
            {
                double bound = workplace == Training.NoJob
                    ? Search
                    : Retirement + Dismissal + quit * _newcomer[tenure] + (anchor ? Rotation : 0);
                raised |= bound > most[tenure];
                most[tenure] = Math.Max(bound, most[tenure]);
            }

            _ceiling[workplace] = Ladders.OfSpell(workplace).Under(most);
        }

        return raised;
    }

    /// <summary>Hazard of quitting of someone long there, while the employer does well.</summary>
    private static double Settled(MobilityParameters p, int workplace) => workplace switch
    {
        Training.NoJob => 0,
        Training.Ordinary => Hazard.PerMonth(p.QuitHazard),
        Training.StartUp => Hazard.PerMonth(p.StartUpQuitHazard),
        _ => Hazard.PerMonth(p.AnchorQuitHazard),
    };

    private double Morale(World world, int anchor) => MobilityEquations.Morale(
        parameters.Mobility.MoraleEffect, world.Employers.Headcount[anchor], world.Anchors[anchor].TargetHeadcount, parameters.Mobility.MostMorale);

    /// <summary>The parameters that hazards and ceilings follow from.</summary>
    private readonly record struct Levels(
        double Quit, double StartUpQuit, double AnchorQuit, double Newcomer, double NewcomerMonths, double Dismissal,
        double Retirement, double Search, double Rotation, double MostMorale);
}
