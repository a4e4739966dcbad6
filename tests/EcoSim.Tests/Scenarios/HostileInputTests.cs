using System.Text;
using CsCheck;
using EcoSim.Experiments.Scenarios;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>Whatever stands in a file, reading it ends with a scenario or with problems, never with an exception.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Model = """
        { // a comment with ü
          "name": "x", "question": "why\u00e9?", "extends": "parent.json",
          "run": {"months": 60, "seed": 12, "start": "2010-01", "counterfactual": false},
          "channels": {"talent": 0.5, "hub": 1e-3,},
          "shocks": {"one": {"month": 5, "until": "2014-01", "set": {"channels.hub": 0.1, "channels": {"cloud": 0}}}},
          "series": {"channels.capital": "data.csv", "channels": {"signal": {"monthly": "1 0.5"}}}
        }
        """;

    private const string Series = "# c\r\ndate,value,note\r\n2010-01-31,0.5,\"a, b\"\r\n2012-01,0.7,\r\n";

    private readonly ScenarioFolder _folder = new();

    public HostileInputTests()
    {
        _folder.Write("parent.json", """{"shocks": {"one": {"month": 7}}}""");
        _folder.Write("data.csv", Series);
    }

    public void Dispose() => _folder.Dispose();

    private void MustNotThrow(byte[] content)
    {
        _folder.Write("tried.json", content);
        ScenarioReading reading = _folder.Read("tried.json");
        Assert.Equal(reading.Scenario is null, reading.Problems.Count > 0);
        Assert.InRange(reading.Problems.Count, 0, 201);
        string text = ProblemText.Write(reading.Problems);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void TheModelIsValid() => ScenarioFolder.Valid(_folder.Try(Model));

    [Fact]
    public void TruncatedAnywhere()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Model);
        for (int length = 0; length < whole.Length; length++)
        {
            MustNotThrow(whole[..length]);
        }
    }

    [Fact]
    public void OneByteReplacedByAnything()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Model);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample(
            (at, value) =>
            {
                byte[] changed = [.. whole];
                changed[at] = value;
                MustNotThrow(changed);
            },
            iter: 2000, threads: 1);
    }

    [Fact]
    public void PartsCutAndPasted()
    {
        Gen.Int[0, Model.Length - 1].Select(Gen.Int[0, Model.Length - 1], Gen.Int[0, 40]).Sample(
            (from, to, length) => MustNotThrow(Encoding.UTF8.GetBytes(Model.Insert(to, Model.Substring(from, Math.Min(length, Model.Length - from))))),
            iter: 1000, threads: 1);
    }

    [Fact]
    public void Junk() => Gen.Byte.Array[0, 300].Sample(MustNotThrow, iter: 500, threads: 1);

    [Fact]
    public void JunkAsSeries()
    {
        Gen.Select(Gen.Byte.Array[0, 30], Gen.Int[0, Series.Length]).Sample(
            (junk, at) =>
            {
                _folder.Write("data.csv", [.. Encoding.UTF8.GetBytes(Series[..at]), .. junk, .. Encoding.UTF8.GetBytes(Series[at..])]);
                MustNotThrow(Encoding.UTF8.GetBytes(Model));
            },
            iter: 1000, threads: 1);
    }

    [Fact]
    public void JunkOnTheCommandLine() =>
        Gen.String[0, 40].Sample(set => ScenarioReader.Read("baseline", [set, "shocks." + set, "series." + set, "run.months=" + set]), iter: 500, threads: 1);

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("{\"shocks\":")]
    [InlineData("[")]
    public void DeepNesting(string open) => MustNotThrow(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 20_000))));

    [Theory]
    [InlineData("{\"k#\": 1,", "}")]
    [InlineData("{\"run\": {\"months\": 1, \"months\": 2, \"k#\": 1,", "}}")]
    [InlineData("{\"shocks\": {\"s#\": {},", "}}")]
    [InlineData("{\"shocks\": {\"s#\": {\"month\": 1, \"set\": {\"channels.hub\": 0}},", "}}")]
    public void VeryManyKeys(string first, string close)
    {
        int repeated = first.LastIndexOf("\"", first.IndexOf('#'), StringComparison.Ordinal);
        var text = new StringBuilder(first[..repeated]);
        for (int i = 0; i < 30_000; i++)
        {
            text.Append(first[repeated..].Replace("#", i.ToString()));
        }

        MustNotThrow(Encoding.UTF8.GetBytes(text.Append(close).ToString()));
        Assert.NotEmpty(_folder.Read("tried.json").Problems);
    }

    [Theory]
    [InlineData("{\"run\": {\"months\": 1" + "00000000000000000000000000000000000000000000000000000000000000000000000000" + "}}")]
    [InlineData("{\"shocks\": {\"x\": {\"month\": 1e300, \"until\": -1e300, \"set\": {\"channels.hub\": -0.0}}}}")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    [InlineData("{\"\\udc00\": 1}")]
    [InlineData("{\"a\\u001b[31mred\": \"\\u0000\"}")]
    [InlineData("{\"extends\": \"\\u0000\", \"series\": {\"channels.hub\": \"\\u0000\"}}")]
    public void OddValues(string text)
    {
        MustNotThrow(Encoding.UTF8.GetBytes(text));
        Assert.NotEmpty(_folder.Read("tried.json").Problems);
    }
}
