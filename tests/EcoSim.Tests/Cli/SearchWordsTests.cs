using EcoSim.Cli.Describing;

namespace EcoSim.Tests.Cli;

/// <summary>Forms of one word are found by one another, and words that only look alike are not.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("labour", "labor")]
    [InlineData("vacancies", "vacancy")]
    [InlineData("unemployed", "unemployment")]
    [InlineData("founders", "founding")]
    [InlineData("wages", "wage")]
    [InlineData("classes", "class")]
    [InlineData("neighbours", "neighbor")]
    [InlineData("GPUs", "GPU")]
    public void Forms_of_a_word_have_one_stem(string one, string other) => Assert.Equal(SearchWords.Stem(one), SearchWords.Stem(other));

    [Theory]
    [InlineData("need", "ne")]
    [InlineData("hour", "hor")]
    [InlineData("rent", "rental")]
    [InlineData("is", "i")]
    public void Others_do_not(string one, string other) => Assert.NotEqual(SearchWords.Stem(one), SearchWords.Stem(other));

    [Theory]
    [InlineData("start-up vacancy", true)]
    [InlineData("market labor", true)]
    [InlineData("mobility vacancy", false)]
    [InlineData("---", false)]
    public void Of_several_words_each_must_be_there(string words, bool found) =>
        Assert.Equal(found, SearchWords.AreIn(words, "startup_vacancies", "The hub's labour market: places that start-ups want to fill."));

    [Fact]
    public void Capitals_with_a_plural_are_one_word() => Assert.True(SearchWords.AreIn("GPU price", "Price of GPUs."));
}
