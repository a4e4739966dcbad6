using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcoSim.Experiments.Scenarios;
using EcoSim.Model;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Calibration;

/// <summary>Writes the scenario that sets the estimate.</summary>
public static class CalibratedScenario
{
    public const string FileName = "calibrated.json";

    /// <summary>Name of the calibrated scenario.</summary>
    public static string NameOf(CalibrationTask task) => task.Name + "-calibrated";

    /// <summary>The scenario as JSON: what it extends and the values of the free parameters; how large a run is comes from what it extends.</summary>
    /// <param name="result">The calibration.</param>
    /// <param name="folder">Full path of the folder that it is written for.</param>
    public static string Write(CalibrationResult result, string folder)
    {
        CalibrationTask task = result.Task;
        Plan plan = task.Space.PlanOf([.. result.Parameters.Select(fit => fit.Estimate)]);
        string question = $"What does {task.Name} look like with its free parameters fitted to the published figures?";
        if (task.Overlay.Path is not { } parent)
        {
            return ScenarioWriter.Write(task.Scenario with { Name = NameOf(task), Question = question, Plan = plan });
        }

        HashSet<string> set = [.. task.Overlay.Changed.Select(parameter => parameter.Path), .. result.Parameters.Select(fit => fit.Path)];
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("name", NameOf(task));
            json.WriteString("question", question);
            json.WriteString("extends", task.Overlay.IsShipped ? parent : Path.GetRelativePath(folder, parent).Replace('\\', '/'));
            ScenarioWriter.WriteParameters(json, plan.Parameters, Catalogue.All.Where(parameter => set.Contains(parameter.Path)));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
