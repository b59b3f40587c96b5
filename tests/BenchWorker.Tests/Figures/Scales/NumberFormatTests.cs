using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(new[] { 99.3, 100, 97.7 }, 1)]
    [InlineData(new[] { 0.8, 0.7, 0.65 }, 2)]
    [InlineData(new[] { 1.0, 2, 17 }, 0)]
    [InlineData(new[] { 0.34068, 0.29738, 0.12345 }, 2)]
    [InlineData(new[] { 0.8312345, 0.9145678 }, 3)]
    [InlineData(new[] { 45.23456, 97.12345 }, 0)]
    [InlineData(new double[0], 0)]
    public void Decimals_are_those_the_values_came_with_or_the_fewest_that_keep_them_apart(double[] values, int decimals)
    {
        NumberFormat.For(values).Decimals.ShouldBe(decimals);
    }

    [Theory]
    [InlineData(100.0, 1, "100.0")]
    [InlineData(-0.034, 2, "−0.03")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(-0.0, 1, "0.0")]
    [InlineData(123456.0, 0, "123456")]
    [InlineData(6.71811e8, 1, "6.72e8")]
    [InlineData(1e308, 3, "1e308")]
    public void Numbers_have_a_true_minus_and_no_exponent_below_a_million(double value, int decimals, string expected)
    {
        new NumberFormat(decimals).Write(value).ShouldBe(expected);
    }

    [Fact]
    public void Values_too_small_for_three_decimals_are_written_in_powers_of_ten()
    {
        NumberFormat format = NumberFormat.For([1e-5, 2.5e-5, 0]);

        format.Write(2.5e-5).ShouldBe("2.5e−5");
        format.Write(0).ShouldBe("0");
    }

    [Fact]
    public void Differences_carry_their_sign()
    {
        var format = new NumberFormat(1) { IsSigned = true };

        format.Write(0.5).ShouldBe("+0.5");
        format.Write(-0.5).ShouldBe("−0.5");
        format.Write(0.01).ShouldBe("0.0");
    }

    [Theory]
    [InlineData("0", 1532.4, "1532")]
    [InlineData("0.00", 0.5, "0.50")]
    [InlineData("+0.0", 0.26, "+0.3")]
    [InlineData("0.0%", 0.4567, "45.7%")]
    [InlineData("0.0k", 1532, "1.5k")]
    [InlineData("0.00M", -6_718_110, "−6.72M")]
    [InlineData("0B", 7e9, "7B")]
    [InlineData("0.0%", 1e308, "1e308")]
    public void A_pattern_says_decimals_sign_and_unit(string pattern, double value, string expected) =>
        NumberFormat.Parse(pattern).Write(value).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("0.")]
    [InlineData("0.0000000")]
    [InlineData("#.0")]
    [InlineData("0.0 k")]
    [InlineData("0%%")]
    public void What_is_no_pattern_is_told_what_is(string pattern) =>
        Should.Throw<FormatException>(() => NumberFormat.Parse(pattern)).Message.ShouldContain("write 0, 0.0, 0.00");

    [Theory]
    [InlineData(new[] { 7e9, 13e9, 0.41e9 }, "0.41B")]
    [InlineData(new[] { 1_234_567.0, 234_567 }, "0.2M")]
    [InlineData(new[] { 5e6, 12.5 }, "12.5")]
    public void Large_numbers_alone_are_written_in_millions_or_billions(double[] values, string last) =>
        NumberFormat.For(values).Write(values[^1]).ShouldBe(last);
}
