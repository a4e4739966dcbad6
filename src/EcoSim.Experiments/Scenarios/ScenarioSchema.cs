using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Writes the JSON schema of scenario files from the catalogue of parameters, so that editors complete and check them.</summary>
/// <remarks>Draft 07, the newest that editors support in full.</remarks>
public static class ScenarioSchema
{
    private const string MonthPattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, as committed at <c>scenarios/scenario.schema.json</c>.</summary>
    public static string Write()
    {
        var properties = new JsonObject
        {
            ["$schema"] = Text("This schema, for the editor."),
            ["name"] = Text("Name of the scenario and of its results folder; by default the name of the file."),
            ["question"] = Text("The question that the scenario answers."),
            ["extends"] = Text("The scenario that this one changes: a file beside it, or one shipped with the program."),
        };
        Nest(properties, Catalogue.All, parameter => Reference(parameter));
        properties[ScenarioGrammar.Shocks] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Dated changes of parameters, by name. Where two set one parameter in the same months, the one named later wins; those of a parent come first, and one that is named again keeps its place.",
            ["additionalProperties"] = ShockObject(),
        };
        properties[ScenarioGrammar.Series] = ByPath(
            "Parameters that follow a series, month by month.", Catalogue.All.Where(IsDriven), _ => new JsonObject { ["$ref"] = "#/definitions/series" });

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "EcoSim scenario",
            ["description"] = "A scenario holds only what it changes; `ecosim describe parameters` lists everything.",
            ["allowComments"] = true,
            ["allowTrailingCommas"] = true,
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["definitions"] = Definitions(),
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject { ["series"] = SeriesEntry() };
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            definitions[parameter.Path] = Value(parameter);
        }

        return definitions;
    }

    private static JsonObject Value(ParameterDeclaration parameter)
    {
        string unit = parameter.Unit is "1" or "switch" ? "" : $" Unit: {parameter.Unit}.";
        var value = new JsonObject
        {
            ["description"] = $"{parameter.Meaning}{unit} Source: {parameter.Source.TrimEnd('.')}.",
            ["type"] = parameter.Kind switch
            {
                ParameterKind.Switch => "boolean",
                ParameterKind.Date => "string",
                ParameterKind.Integer => "integer",
                _ => "number",
            },
        };
        switch (parameter.Kind)
        {
            case ParameterKind.Switch:
                value["default"] = parameter.Default != 0;
                break;
            case ParameterKind.Date:
                value["pattern"] = MonthPattern;
                value["default"] = parameter.Format(parameter.Default);
                break;
            default:
                value["minimum"] = Number(parameter.Min);
                value["maximum"] = Number(parameter.Max);
                value["default"] = Number(parameter.Default);
                break;
        }

        return value;
    }

    private static JsonObject ShockObject() => Object(
        "Holds from its month until another.",
        new JsonObject
        {
            ["month"] = new JsonObject { ["description"] = "First month in which the values hold; 0 is the first after warm-up.", ["type"] = "integer", ["minimum"] = 0 },
            ["date"] = new JsonObject { ["description"] = "The same as a calendar month, instead of \"month\".", ["type"] = "string", ["pattern"] = MonthPattern },
            ["until"] = new JsonObject
            {
                ["description"] = "First month, by number or as a calendar month, in which they no longer hold; absent for good.",
                ["type"] = new JsonArray("integer", "string"),
                ["minimum"] = 1,
                ["pattern"] = MonthPattern,
            },
            ["set"] = ByPath("Values by path.", Catalogue.All.Where(p => !p.AtStart), Reference),
        });

    private static JsonObject SeriesEntry() => new()
    {
        ["description"] = "A CSV file with the columns date and value, relative to this file; or the values themselves.",
        ["type"] = new JsonArray("string", "object"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["monthly"] = Text("Values month by month, separated by blanks."),
            ["source"] = Text("Where the values come from."),
        },
    };

    /// <summary>An object whose keys are paths, dotted or nested.</summary>
    private static JsonObject ByPath(string description, IEnumerable<ParameterDeclaration> parameters, Func<ParameterDeclaration, JsonObject> value)
    {
        var properties = new JsonObject();
        foreach (ParameterDeclaration parameter in parameters)
        {
            properties[parameter.Path] = value(parameter);
        }

        Nest(properties, parameters, value);
        return Object(description, properties);
    }

    private static void Nest(JsonObject properties, IEnumerable<ParameterDeclaration> parameters, Func<ParameterDeclaration, JsonObject> value)
    {
        foreach (ParameterDeclaration parameter in parameters)
        {
            string[] parts = parameter.Path.Split('.');
            JsonObject inner = properties;
            for (int depth = 1; depth < parts.Length; depth++)
            {
                string path = string.Join('.', parts[..depth]);
                string meaning = Catalogue.Sections.First(s => s.Path == path).Meaning;
                if (inner[parts[depth - 1]] is not JsonObject section)
                {
                    inner[parts[depth - 1]] = section = Object(meaning, []);
                }

                inner = (JsonObject)section["properties"]!;
            }

            inner[parts[^1]] = value(parameter);
        }
    }

    private static JsonObject Object(string description, JsonObject properties) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["additionalProperties"] = false,
        ["properties"] = properties,
    };

    private static JsonObject Reference(ParameterDeclaration parameter) => new() { ["$ref"] = "#/definitions/" + parameter.Path };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonNode Number(double value) => JsonNode.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))!;

    private static bool IsDriven(ParameterDeclaration p) => !p.AtStart && p.Kind is (ParameterKind.Number or ParameterKind.Integer);
}
