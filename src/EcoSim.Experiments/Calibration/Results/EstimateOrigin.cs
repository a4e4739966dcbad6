using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Calibration;

/// <summary>An estimate that a scenario takes and that a model that computes otherwise made.</summary>
/// <param name="File">The file of the estimate, as seen from the current folder.</param>
/// <param name="Otherwise">How it was made, as <see cref="CalibrationOrigin.MadeOtherwise"/>.</param>
public sealed record EstimateOrigin(string File, string Otherwise)
{
    /// <summary>The file with the folder that it lies in, and no more of its path.</summary>
    public string ShortName => string.Join('/', Path.GetFullPath(File).Replace('\\', '/').Split('/')[^2..]);

    /// <summary>Those among the files of a scenario. An estimate that was moved out of its folder cannot be told.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IEnumerable<EstimateOrigin> MadeOtherwise(Scenario scenario)
    {
        foreach (string file in scenario.SourceFiles.Where(file => Path.GetFileName(file) == CalibratedScenario.FileName && System.IO.File.Exists(file)))
        {
            if (CalibrationOrigin.In(Path.GetDirectoryName(Path.GetFullPath(file))!).MadeOtherwise is { } otherwise)
            {
                yield return new EstimateOrigin(file, otherwise);
            }
        }
    }
}
