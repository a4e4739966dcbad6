using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Finds the series of a scenario and turns each into monthly values.</summary>
/// <remarks>
/// The later layer wins also between a series and a plain value of the same parameter, so that <c>--set</c> can hold
/// a driven parameter still. In one and the same layer the series wins.
/// </remarks>
internal sealed class SeriesReader(Layering layering, RunParameters run, Findings findings)
{
    public List<DrivenSeries> Series { get; } = [];
    public Dictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);
    public List<string> Files { get; } = [];

    public void Read()
    {
        foreach (ParameterDeclaration parameter in Catalogue.All.Where(p => !p.AtStart))
        {
            string path = $"{ScenarioGrammar.Series}.{parameter.Path}";
            Stated? named = layering.Find(path);
            Stated? inlined = layering.Find(path + ".monthly");
            int rank = Math.Max(named?.Rank ?? -1, inlined?.Rank ?? -1);
            if (rank < 0 || rank < (layering.Find(parameter.Path)?.Rank ?? -1))
            {
                continue;
            }

            if (inlined?.Rank == rank)
            {
                Series.Add(new DrivenSeries(parameter.Path, MonthlyText.Read(inlined.Entry.Text)));
                if (layering.Find(path + ".source") is { } source && source.Rank == rank)
                {
                    Sources.Add(parameter.Path, source.Entry.Text);
                }
            }
            else
            {
                ReadFile(parameter, named!);
            }
        }
    }

    private void ReadFile(ParameterDeclaration parameter, Stated named)
    {
        string relative = named.Entry.Text;
        ScenarioFile? home = named.Layer.File;
        ScenarioFile? file = home is null ? ScenarioFile.BesideUser(relative) : home.Beside(relative);
        string failure = file is null ? ScenarioFile.Missing(Located(home, relative)) : "";
        byte[]? content = file?.Read(out failure);
        if (content is null)
        {
            findings.Add(
                named.Layer.Label, named.Entry.ValuePlace, named.Entry.Path, file is null ? failure : $"{file.Label}: {failure}",
                "a CSV file with the columns date and value; its path is relative to this file");
            return;
        }

        Files.Add(file!.Label);
        if (SeriesFile.Read(content, file.Label, parameter, findings) is { } points)
        {
            bool whole = parameter.Kind == ParameterKind.Integer;
            Series.Add(new DrivenSeries(parameter.Path, Interpolate(points, run.Start.Index, whole)));
            Sources.Add(parameter.Path, relative);
        }
    }

    /// <summary>Values month by month up to the last point: straight lines between the points, constant before the first.</summary>
    /// <remarks>How long the run is plays no part, so that a longer run has the same series.</remarks>
    /// <param name="points">Ascending months (since January of year 0) and values; at least one.</param>
    /// <param name="start">Calendar month of month 0.</param>
    /// <param name="whole">Round to whole numbers.</param>
    internal static double[] Interpolate(IReadOnlyList<(int Month, double Value)> points, int start, bool whole)
    {
        int months = Math.Max(points[^1].Month - start + 1, 1);
        var monthly = new double[months];
        int next = 0;
        for (int t = 0; t < months; t++)
        {
            int month = start + t;
            while (next < points.Count && points[next].Month <= month)
            {
                next++;
            }

            monthly[t] = next == 0 ? points[0].Value
                : next == points.Count ? points[^1].Value
                : Between(points[next - 1], points[next], month);
            monthly[t] = whole ? Math.Round(monthly[t]) : monthly[t];
        }

        return monthly;
    }

    private static double Between((int Month, double Value) a, (int Month, double Value) b, int month)
    {
        double share = (month - a.Month) / (double)(b.Month - a.Month);
        return a.Value * (1 - share) + b.Value * share;
    }

    private static string Located(ScenarioFile? home, string relative) =>
        home?.FullPath is null ? relative : Path.Combine(Path.GetDirectoryName(home.Label) ?? "", relative);
}
