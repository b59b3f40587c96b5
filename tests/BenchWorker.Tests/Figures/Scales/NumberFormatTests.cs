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
        var format = new NumberFormat(1);

        format.WriteSigned(0.5).ShouldBe("+0.5");
        format.WriteSigned(-0.5).ShouldBe("−0.5");
        format.WriteSigned(0.01).ShouldBe("0.0");
    }
}
