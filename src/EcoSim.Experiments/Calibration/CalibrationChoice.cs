namespace EcoSim.Experiments.Calibration;

/// <summary>How large a calibration is.</summary>
/// <param name="Points">Points of the first wave, spread over the whole prior.</param>
/// <param name="Waves">Waves in all; the later ones go where the figures are met best so far.</param>
/// <param name="WavePoints">Points of each later wave.</param>
/// <param name="Confirm">Replicates, each of the scenario's own size, with which scenario and estimate are measured.</param>
/// <param name="Steps">Times that the estimate is simulated and corrected.</param>
/// <param name="Draws">Draws of the posterior.</param>
public sealed record CalibrationChoice(int Points, int Waves, int WavePoints, int Confirm, int Steps, int Draws)
{
    public static readonly CalibrationChoice Usual = new(Points: 256, Waves: 4, WavePoints: 128, Confirm: 30, Steps: 3, Draws: 2000);

    /// <summary>Points of all waves.</summary>
    public int AllPoints => Points + (Waves - 1) * WavePoints;
}
