using System.Text;
using System.Text.Json;

namespace EcoSim.Experiments.Scenarios;

/// <summary>Reads a scenario file into its keys in order, each with its place; comments and trailing commas are allowed.</summary>
/// <remarks>
/// Arrays are kept as one value: a scenario names everything, and only experiments list something. This pass comes before the JSON provider of the
/// configuration, which knows no places and throws at the first key that stands twice, in whatever case.
/// </remarks>
internal sealed class JsonEntries
{
    private const string AnObject = "a JSON object, such as {\"extends\": \"baseline.json\"}";

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 64,
    };

    private readonly string _file;
    private readonly Findings _findings;
    private readonly TextPlaces _places;
    private readonly List<Entry> _entries = [];
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Stack<(string Prefix, HashSet<string> Keys, HashSet<string> Folded, bool Duplicate)> _open = new();

    private JsonEntries(byte[] utf8, string file, Findings findings)
    {
        _file = file;
        _findings = findings;
        _places = new TextPlaces(utf8);
    }

    /// <summary>Keys of the file up to its end or its first syntax error, which is added to the findings.</summary>
    public static IReadOnlyList<Entry> Read(byte[] content, string file, Findings findings)
    {
        byte[] utf8 = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        var reading = new JsonEntries(utf8, file, findings);
        if (Encoded(utf8, out long wrongByte))
        {
            reading.ReadAll(utf8);
        }
        else
        {
            reading.Syntax(reading._places.At(wrongByte), "a byte that is not UTF-8", "text saved as UTF-8");
        }

        return reading._entries;
    }

    private static bool Encoded(byte[] utf8, out long wrongByte)
    {
        wrongByte = System.Text.Unicode.Utf8.IsValid(utf8) ? -1 : 0;
        if (wrongByte < 0)
        {
            return true;
        }

        while (Rune.DecodeFromUtf8(utf8.AsSpan((int)wrongByte), out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            wrongByte += length;
        }

        return false;
    }

    private void ReadAll(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                Syntax(_places.At(reader.TokenStartIndex), $"{Named(reader.TokenType)} as the whole file", AnObject);
                return;
            }

            Open("", false);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    ReadProperty(ref reader);
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    _open.Pop();
                }
            }
        }
        catch (JsonException wrong)
        {
            Place place = _places.At(wrong.LineNumber ?? 0, wrong.BytePositionInLine ?? 0);
            bool atEnd = place == _places.At(utf8.Length);
            bool empty = utf8.All(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
            (string found, string allowed) = (empty, atEnd) switch
            {
                (true, _) => ("an empty file", AnObject),
                (_, true) => ("the end of the file inside an unfinished object, text or comment", "a closing quote or brace for each opening one"),
                _ => ("no valid JSON: " + Findings.Clip(Sentence(wrong.Message), 160), "JSON, with // comments and trailing commas if you like"),
            };
            Syntax(place, found, allowed);
        }
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        (string prefix, HashSet<string> keys, HashSet<string> folded, bool inDuplicate) = _open.Peek();
        Place keyPlace = _places.At(reader.TokenStartIndex);
        string key = Text(ref reader, prefix);
        string path = prefix.Length == 0 ? key : prefix + "." + key;
        bool duplicate = !keys.Add(key);
        reader.Read();
        EntryKind kind = KindOf(reader.TokenType);
        if (kind is not EntryKind.Object && !_values.Add(path))
        {
            duplicate = true;
        }

        // The configuration ignores case, so two keys that differ in nothing else would be one.
        bool folds = !folded.Add(key);
        if ((duplicate || folds) && !inDuplicate)
        {
            string found = $"the key {Findings.Quote(key)} a second time{(duplicate ? "" : ", differing only in case")}";
            _findings.Add(_file, keyPlace, path, found, "each key once; keep one of the two");
            _findings.Incomplete = true;
        }

        Place valuePlace = _places.At(reader.TokenStartIndex);
        string text = kind switch
        {
            EntryKind.Text => Text(ref reader, path),
            EntryKind.Number or EntryKind.Switch => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        IReadOnlyList<Entry> items = kind == EntryKind.Array ? ReadItems(ref reader, path) : [];
        _entries.Add(new Entry(path, key, kind, text, keyPlace, valuePlace) { Items = items });
        if (kind == EntryKind.Object)
        {
            Open(path, duplicate || folds || inDuplicate);
        }
    }

    /// <summary>Values of an array; what is nested inside is passed over.</summary>
    private List<Entry> ReadItems(ref Utf8JsonReader reader, string path)
    {
        var items = new List<Entry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            EntryKind kind = KindOf(reader.TokenType);
            Place place = _places.At(reader.TokenStartIndex);
            string text = kind switch
            {
                EntryKind.Text => Text(ref reader, path),
                EntryKind.Number or EntryKind.Switch => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => "",
            };
            items.Add(new Entry(path, "", kind, text, place, place));
            if (kind is EntryKind.Object or EntryKind.Array)
            {
                reader.Skip();
            }
        }

        return items;
    }

    private void Open(string path, bool duplicate) => _open.Push(
        (path, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase), duplicate));

    private string Text(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is valid JSON but no text.
            _findings.Add(_file, _places.At(reader.TokenStartIndex), path, "an escape that is not a character", "whole characters");
            _findings.Incomplete = true;
            return "?";
        }
    }

    private void Syntax(Place place, string found, string allowed)
    {
        _findings.Add(_file, place, "", found, allowed);
        _findings.Incomplete = true;
    }

    /// <summary>The reader's message without its tail of zero-based positions.</summary>
    private static string Sentence(string message)
    {
        int tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (tail < 0 ? message : message[..tail]).TrimEnd('.', ' ');
    }

    private static EntryKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => EntryKind.Object,
        JsonTokenType.StartArray => EntryKind.Array,
        JsonTokenType.String => EntryKind.Text,
        JsonTokenType.Number => EntryKind.Number,
        JsonTokenType.True or JsonTokenType.False => EntryKind.Switch,
        _ => EntryKind.Null,
    };

    private static string Named(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "nothing of use",
    };
}
