using EcoSim.Experiments.Scenarios;
using EcoSim.Model.Declaration;
using Xunit;

namespace EcoSim.Tests.Scenarios;

/// <summary>A slip of one letter anywhere in a known path is understood.</summary>
public sealed class SuggestionTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Every deletion and swap, and at each letter some insertions and replacements; nothing that is itself a known path.</summary>
    private static IEnumerable<string> Slips(string path)
    {
        const string letters = "aenst";
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '.')
            {
                continue;
            }

            yield return path.Remove(i, 1);
            if (i + 1 < path.Length && path[i + 1] != '.' && path[i + 1] != path[i])
            {
                yield return path[..i] + path[i + 1] + path[i] + path[(i + 2)..];
            }

            foreach (char letter in letters)
            {
                yield return path.Insert(i, letter.ToString());
                if (path[i] != letter)
                {
                    yield return path.Remove(i, 1).Insert(i, letter.ToString());
                }
            }
        }
    }

    /// <summary>
    /// Over all parameters, and for each by itself, so that one badly named among many cannot hide; every seventh slip
    /// goes through all places of a path.
    /// </summary>
    [Fact]
    public void NineOfTenSlipsAreUnderstood()
    {
        foreach (ParameterDeclaration parameter in Catalogue.All)
        {
            string[] slips = [.. Slips(parameter.Path).Where((s, i) => i % 7 == 0 && Catalogue.Find(s) is null)];
            string[] wrong = [.. slips.Where(s => ScenarioGrammar.Suggest(s) != parameter.Path)];
            Assert.True(wrong.Length <= 0.1 * slips.Length, $"{parameter.Path}: taken for something else: {string.Join(", ", wrong)}");
        }
    }

    /// <summary>The same holds inside shocks and series; a few slips each are enough, since the names are the same.</summary>
    [Theory]
    [InlineData("shocks.cut.set.")]
    [InlineData("series.")]
    public void SlipsInShocksAndSeriesAreUnderstood(string prefix)
    {
        (string Slip, string Path)[] slips = [.. Catalogue.All
            .SelectMany(p => Slips(p.Path), (p, slip) => (slip, p.Path))
            .Where((s, i) => i % 61 == 0 && Catalogue.Find(s.slip) is null)];
        int right = slips.Count(s => ScenarioGrammar.Suggest(prefix + s.Slip) == prefix + s.Path);
        Assert.True(right >= 0.9 * slips.Length, $"{right} of {slips.Length}");
    }

    [Fact]
    public void SectionsAreFoundAgain()
    {
        foreach ((string section, _) in Catalogue.Sections.Where(s => !s.Path.Contains('.')))
        {
            string[] slips = [.. Slips(section).Where(s => ScenarioGrammar.Find(s).Role == Role.Unknown)];
            double share = slips.Count(s => ScenarioGrammar.Suggest(s) == section) / (double)slips.Length;
            Assert.True(share >= 0.9, $"{section}: {share:P0}");
        }
    }

    [Theory]
    [InlineData("""{"chanels": {"talent": 1}}""", "channels")]
    [InlineData("""{"channels": {"tallent": 1}}""", "channels.talent")]
    [InlineData("""{"Channels": {"talent": 1}}""", "channels")]
    [InlineData("""{"nmae": "x"}""", "name")]
    [InlineData("""{"shock": {}}""", "shocks")]
    [InlineData("""{"run": {"warmupMonth": 5}}""", "run.warmupMonths")]
    [InlineData("""{"run": {"spillover": 1}}""", "channels.spillover")]
    [InlineData("""{"warmupMonths": 5}""", "run.warmupMonths")]
    [InlineData("""{"shocks": {"cut": {"mnth": 3, "set": {"channels.hub": 0}}}}""", "shocks.cut.month")]
    [InlineData("""{"shocks": {"cut": {"month": 3, "set": {"channels.hubb": 0}}}}""", "shocks.cut.set.channels.hub")]
    [InlineData("""{"shocks": {"cut": {"month": 3, "set": {"channels": {"hubb": 0}}}}}""", "shocks.cut.set.channels.hub")]
    [InlineData("""{"series": {"channels.clod": "x.csv"}}""", "series.channels.cloud")]
    public void TheReaderSuggests(string text, string suggestion) =>
        Assert.Equal(suggestion, ScenarioFolder.Only(_folder.Try(text)).Suggestion);

    /// <summary>A misspelt group does not hide what is wrong inside it.</summary>
    [Fact]
    public void MistakesInAMisspeltGroupShowToo() => Assert.Equal(
        ["chanels", "channels.hub", "channels.tallent"],
        _folder.Try("""{"chanels": {"hub": 2, "tallent": 1}}""").Problems.Select(p => p.Path));

    [Fact]
    public void NothingIsSuggestedForSomethingElse() =>
        Assert.Null(ScenarioFolder.Only(_folder.Try("""{"weather": {"rain": 1}}""")).Suggestion);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("talent", "tlaent", 1)]
    [InlineData("ca", "abc", 3)]
    public void DistancesAreThoseOfTheTextbook(string a, string b, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(a, b));
        Assert.Equal(distance, NearestName.Distance(b, a));
    }
}
