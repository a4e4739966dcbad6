using EcoSim.Experiments.Results;
using EcoSim.Experiments.Scenarios;
using EcoSim.Experiments.Sweeps.Designs;

namespace EcoSim.Experiments.Sweeps.Reading;

/// <summary>Reads how the points of an experiment are chosen, and whether what varies fits to it.</summary>
internal sealed class DesignReader(ExperimentLayers own, Findings findings)
{
    private const string Csv = ExperimentGrammar.Design + ".csv";

    private static readonly string Allowed =
        string.Join(", ", ExperimentGrammar.Designs.Keys.Select(Findings.Quote)) + ", or {\"csv\": \"points.csv\"} for points made elsewhere";

    /// <summary>Rows of a design made elsewhere, or null.</summary>
    public IReadOnlyList<double[]>? Table { get; private set; }

    /// <summary>Parameters of a design made elsewhere, each with the values that stand there.</summary>
    public IReadOnlyList<Variation> TableVariations { get; private set; } = [];

    /// <summary>The kind of design; what is wrong goes to the findings.</summary>
    public DesignKind Read(IReadOnlyList<Variation> variations, ExperimentUse use, int? points)
    {
        StatedEntry? csv = own.Find(Csv);
        StatedEntry? word = own.Find(ExperimentGrammar.Design);
        foreach (StatedEntry other in own.Below(ExperimentGrammar.Design).Where(stated => stated.Entry.Path != Csv))
        {
            findings.Add(other.Layer.Label, other.Entry.KeyPlace, other.Entry.Path, $"the unknown key {Findings.Quote(other.Entry.Key)}", Allowed, NearestName.Among(other.Entry.Key, ["csv"]) is null ? null : Csv);
        }

        if (csv is not null && word is { Entry.Kind: EntryKind.Object })
        {
            ReadTable(csv, variations, use);
            return DesignKind.Csv;
        }

        if (variations.Count == 0 && !findings.IsBrokenBelow(ExperimentGrammar.Parameters))
        {
            findings.Add(
                own.Label, own.Find(ExperimentGrammar.Parameters)?.Entry.KeyPlace, ExperimentGrammar.Parameters, "no parameter that varies",
                $"at least one, such as \"parameters\": {{\"channels.cloud\": {(use.NeedsContinuum ? "{\"distribution\": \"uniform\", \"from\": 0, \"to\": 1}" : "{\"from\": 0, \"to\": 1, \"steps\": 5}")}}}");
        }

        if (!use.NeedsDesign)
        {
            return DesignKind.Sobol;
        }

        if (word is null)
        {
            findings.Add(own.Label, null, ExperimentGrammar.Design, "no design", Allowed);
            return DesignKind.Grid;
        }

        if (word.Entry.Kind != EntryKind.Text || !ExperimentGrammar.Designs.TryGetValue(word.Entry.Text, out DesignKind kind))
        {
            if (word.Entry.Kind != EntryKind.Object || !findings.IsBrokenBelow(ExperimentGrammar.Design))
            {
                findings.Add(
                    word.Layer.Label, word.Entry.ValuePlace, ExperimentGrammar.Design, ParameterText.Describe(word.Entry), Allowed,
                    NearestName.Among(word.Entry.Text, ExperimentGrammar.Designs.Keys));
            }

            return DesignKind.Grid;
        }

        CheckSize(word, kind, variations, use, points);
        return kind;
    }

    private void CheckSize(StatedEntry word, DesignKind kind, IReadOnlyList<Variation> variations, ExperimentUse use, int? points)
    {
        string name = word.Entry.Text;
        bool free = kind is DesignKind.LatinHypercube or DesignKind.Sobol;
        if (free && points is null && !use.PointsAreChosen && !findings.IsBroken(ExperimentGrammar.Points))
        {
            Refuse($"{name} without a number of points", "\"points\": N in the file, or --points N or --budget TIME on the command line");
        }

        if (!free && points is not null)
        {
            Refuse($"{name} with {points} points, though its levels decide how many there are", "no \"points\" and no --points; change the levels instead");
        }

        foreach (Variation variation in variations.Where(variation => !free && !variation.HasLevels))
        {
            findings.Add(
                word.Layer.Label, word.Entry.ValuePlace, $"{ExperimentGrammar.Parameters}.{variation.Parameter.Path}", $"a continuum in the design {name}",
                "a list of values, or \"steps\": N");
        }

        double size = kind == DesignKind.Grid ? DesignTable.GridSize(variations) : 0;
        if (double.IsFinite(size) && size > ExperimentGrammar.MostPoints)
        {
            Refuse($"a grid of {ReadableNumber.Of(size)} points", $"at most {ExperimentGrammar.MostPoints:#,0}; use fewer levels, or a latin-hypercube or sobol design");
        }

        void Refuse(string found, string allowed) => findings.Add(word.Layer.Label, word.Entry.ValuePlace, ExperimentGrammar.Design, found, allowed);
    }

    private void ReadTable(StatedEntry csv, IReadOnlyList<Variation> variations, ExperimentUse use)
    {
        if (variations.Count > 0)
        {
            findings.Add(
                csv.Layer.Label, csv.Entry.ValuePlace, Csv, "points from a file beside \"parameters\"", "one of the two: the header of the file names the parameters");
        }

        if (!use.NeedsDesign)
        {
            findings.Add(csv.Layer.Label, csv.Entry.ValuePlace, Csv, "points from a file", "\"parameters\", since sensitivity chooses its own points");
        }

        if (csv.Entry.Kind != EntryKind.Text)
        {
            findings.Add(csv.Layer.Label, csv.Entry.ValuePlace, Csv, ParameterText.Describe(csv.Entry), "the path of a CSV file, relative to this file");
            return;
        }

        ScenarioFile? file = csv.Layer.File!.Beside(csv.Entry.Text);
        string failure = ScenarioFile.Missing(csv.Entry.Text);
        if (file?.Read(out failure) is { } content)
        {
            var table = new PointsFile(file.Label, findings, PointsFile.PointColumn);
            (TableVariations, Table) = table.Read(content);
        }
        else
        {
            findings.Add(csv.Layer.Label, csv.Entry.ValuePlace, Csv, failure, "a CSV file whose header names parameters; its path is relative to this file");
        }
    }
}
