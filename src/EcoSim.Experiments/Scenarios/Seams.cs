using EcoSim.Model;
using EcoSim.Model.Declaration;
namespace EcoSim.Experiments.Scenarios;
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<Problem> Problems);
public static class ScenarioReader {
    public static ScenarioReading Read(string path, IReadOnlyList<string> sets) {
        if (!File.Exists(path)) return new(null, [new Problem(path, null, null, "", "no such file", "an existing scenario file")]);
        var p = new Parameters();
        foreach (var s in sets) { var kv = s.Split('=', 2); if (Catalogue.Find(kv[0]) is { } d) d.Set(p, double.Parse(kv[1])); else return new(null, [new Problem("--set", null, null, kv[0], "unknown", "a known path")]); }
        return new(new Scenario(Path.GetFileNameWithoutExtension(path), "", new Plan(p), [], [path]), []);
    }
}
public static class ProblemText { public static string Write(IReadOnlyList<Problem> problems) => string.Join("\n", problems.Select(p => $"{p.File}: {p.Path}: {p.Found}; {p.Allowed}")) + "\n"; }
public static class ScenarioSchema { public static string Write() => "{}\n"; }
public static class ScenarioWriter { public static string Write(Scenario s) => "{}\n"; }
public static class NearestName { public static string? Among(string typed, IEnumerable<string> names) => names.Where(n => Math.Abs(n.Length - typed.Length) <= 1).OrderByDescending(n => n.Zip(typed, (a, b) => a == b ? 1 : 0).Sum()).FirstOrDefault(); }
