using System.Globalization;
using EcoSim.Experiments.Calibration;
using EcoSim.Experiments.Scenarios;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads the whole numbers of an experiment.</summary>
internal sealed class CountReader(ExperimentLayers own, Findings findings)
{
    /// <summary>More waves, or steps of correction, would find nothing that the last ones did not.</summary>
    private const int MostWaves = 50;

    /// <summary>The sampler holds all draws in memory.</summary>
    private const int MostDraws = 100_000;

    /// <summary>The number at a path; null when none is stated or it is refused.</summary>
    public int? Read(string path, int least, int most) => (int?)ReadNumber(path, least, most);

    /// <summary>The same beyond the range of an int.</summary>
    public double? ReadNumber(string path, double least, double most)
    {
        if (own.Find(path) is not { } stated || (stated.Entry.Kind == EntryKind.Object && findings.IsBrokenBelow(path)))
        {
            return null;
        }

        return Value(stated, least, most);
    }

    /// <summary>How sensitivity is measured.</summary>
    public SensitivityChoice ReadSensitivity()
    {
        const string key = ExperimentGrammar.Sensitivity;
        CheckKeys(key, ExperimentGrammar.SensitivityKeys);
        SensitivityChoice usual = SensitivityChoice.Usual;
        return new SensitivityChoice(
            Read(key + ".trajectories", 2, ExperimentGrammar.MostPoints) ?? usual.Trajectories,
            Read(key + ".points", 0, ExperimentGrammar.MostPoints) ?? usual.Points,
            Read(key + ".keep", 1, ExperimentGrammar.MostPoints) ?? usual.Keep);
    }

    /// <summary>How large a calibration is.</summary>
    public CalibrationChoice ReadCalibration()
    {
        const string key = ExperimentGrammar.Calibration;
        CheckKeys(key, ExperimentGrammar.CalibrationKeys);
        CalibrationChoice usual = CalibrationChoice.Usual;
        return new CalibrationChoice(
            Read(key + ".points", 4, ExperimentGrammar.MostPoints) ?? usual.Points,
            Read(key + ".waves", 1, MostWaves) ?? usual.Waves,
            Read(key + ".wavePoints", 2, ExperimentGrammar.MostPoints) ?? usual.WavePoints,
            Read(key + ".confirm", 2, ExperimentGrammar.MostPoints) ?? usual.Confirm,
            Read(key + ".steps", 1, MostWaves) ?? usual.Steps,
            Read(key + ".draws", 100, MostDraws) ?? usual.Draws);
    }

    private void CheckKeys(string key, string[] known)
    {
        foreach (StatedEntry stated in own.Below(key))
        {
            string name = ScenarioGrammar.After(stated.Entry.Path, key)!;
            if (!known.Contains(name))
            {
                findings.Add(
                    stated.Layer.Label, stated.Entry.KeyPlace, stated.Entry.Path, $"the unknown key {Findings.Quote(name)}",
                    "one of " + string.Join(", ", known), NearestName.Among(name, known));
            }
        }

        if (own.Find(key) is { Entry.Kind: not EntryKind.Object } value)
        {
            findings.Add(value.Layer.Label, value.Entry.ValuePlace, key, ParameterText.Describe(value.Entry), "an object with " + string.Join(", ", known));
        }
    }

    /// <summary>The number in an entry; null when it is refused.</summary>
    public double? Value(StatedEntry stated, double least, double most)
    {
        Entry entry = stated.Entry;
        string found = ParameterText.Describe(entry);
        if (ParameterText.TryReadNumber(entry, out double value, ref found) && value == Math.Floor(value) && value >= least && value <= most)
        {
            return value;
        }

        findings.Add(
            stated.Layer.Label, entry.ValuePlace, entry.Path, found,
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }
}
