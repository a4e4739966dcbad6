using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace EcoSim.Cli.Querying;

/// <summary>Rows of an answer, as a table, CSV or JSON.</summary>
internal static class QueryOutput
{
    public static void Write(Terminal terminal, DbDataReader rows, QueryRequest request)
    {
        string[] names = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
        switch (request.Format)
        {
            case QueryFormat.Csv:
                terminal.Output.WriteLine(string.Join(',', names.Select(Csv)));
                while (rows.Read())
                {
                    terminal.Output.WriteLine(string.Join(',', Cells(rows).Select(Csv)));
                }

                break;
            case QueryFormat.Json:
                WriteJson(terminal.Output, rows, names);
                break;
            default:
                WriteTable(terminal, rows, names, request.Limit == 0 ? int.MaxValue : request.Limit);
                break;
        }
    }

    private static void WriteTable(Terminal terminal, DbDataReader rows, string[] names, int limit)
    {
        var shown = new List<string[]>();
        bool more = false;
        while (rows.Read() && !more)
        {
            more = shown.Count == limit;
            if (!more)
            {
                shown.Add(Cells(rows));
            }
        }

        int[] numbers = [.. Enumerable.Range(0, names.Length).Where(column => IsNumber(rows.GetFieldType(column)))];
        TextColumns.Write(terminal.Output, names, shown, numbers);
        if (more)
        {
            terminal.Error.WriteLine($"The first {limit} rows; --limit 0 shows all, --format csv writes all.");
        }
    }

    private static void WriteJson(TextWriter output, DbDataReader rows, string[] names)
    {
        output.Write('[');
        for (bool first = true; rows.Read(); first = false)
        {
            output.Write(first ? "\n  {" : ",\n  {");
            for (int column = 0; column < names.Length; column++)
            {
                string cell = rows.IsDBNull(column) ? "null" : Json(rows.GetValue(column));
                output.Write($"{(column == 0 ? "" : ", ")}{JsonSerializer.Serialize(names[column])}: {cell}");
            }

            output.Write('}');
        }

        output.WriteLine("\n]");
    }

    private static string[] Cells(DbDataReader rows) =>
        [.. Enumerable.Range(0, rows.FieldCount).Select(column => rows.IsDBNull(column) ? "" : Text(rows.GetValue(column)))];

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Json(object value) =>
        value is double.NaN or double.PositiveInfinity or double.NegativeInfinity ? "null"
        : value is bool || IsNumber(value.GetType()) ? Text(value) : JsonSerializer.Serialize(Text(value));

    private static bool IsNumber(Type type) =>
        type == typeof(System.Numerics.BigInteger) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static string Csv(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
