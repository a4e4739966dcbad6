using System.Globalization;
using System.Text;
using CsCheck;
using EcoSim.Experiments.Results;
using Xunit;

namespace EcoSim.Tests.Results;

public class CsvTextTests
{
    [Fact]
    public void Every_number_reads_back_to_the_same_value() =>
        Gen.Double.Where(value => !double.IsNaN(value)).Sample(value =>
        {
            string text = Written(csv => csv.Number(value));
            double back = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(back == value, $"{value:R} was written as {text}");
        });

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(3, "3")]
    [InlineData(9007199254740993, "9007199254740992")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Numbers_take_the_fewest_digits(double value, string expected) =>
        Assert.Equal(expected, Written(csv => csv.Number(value)));

    [Fact]
    public void Words_are_quoted_only_where_needed() =>
        Assert.Equal("plain,\"a,b\",\"say \"\"x\"\"\",,Ü\n", Written(csv => csv.Word("plain").Word("a,b").Word("say \"x\"").Word(null).Word("Ü").EndRow()));

    [Fact]
    public void Rows_longer_than_the_buffer_fit()
    {
        string text = Written(csv =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                csv.Integer(i);
            }
        });
        Assert.Equal(string.Join(',', Enumerable.Range(0, 10_000)), text);
    }

    private static string Written(Action<CsvText> write)
    {
        var csv = new CsvText(capacity: 1);
        write(csv);
        return Encoding.UTF8.GetString(csv.Written.Span);
    }
}
