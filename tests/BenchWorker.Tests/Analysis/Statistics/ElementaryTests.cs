using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics;

/// <summary>Against the C library's functions, which are right to the last bit or the one before it.</summary>
public sealed class ElementaryTests
{
    [Fact]
    public void The_exponential_is_within_two_units_in_the_last_place()
    {
        for (double x = -740; x < 709.7; x += 0.0371)
            Elementary.Exp(x).ShouldBe(Math.Exp(x), Math.Max(double.Epsilon, 2 * (Math.BitIncrement(Math.Exp(x)) - Math.Exp(x))));
    }

    [Fact]
    public void The_logarithm_is_within_two_units_in_the_last_place()
    {
        for (double x = 1e-320; x < 1e308; x *= 1.0371)
            Elementary.Log(x).ShouldBe(Math.Log(x), 2 * (Math.BitIncrement(Math.Abs(Math.Log(x))) - Math.Abs(Math.Log(x))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void The_exponential_has_the_ends_that_it_must_have(double x, double expected) => Elementary.Exp(x).ShouldBe(expected);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void The_logarithm_has_the_ends_that_it_must_have(double x, double expected) => Elementary.Log(x).ShouldBe(expected);

    [Fact]
    public void Whole_powers_are_products()
    {
        Elementary.Power(3, 0).ShouldBe(1);
        Elementary.Power(0, 0).ShouldBe(1);
        Elementary.Power(-3, 5).ShouldBe(-243);
        Elementary.Power(1.5, 11).ShouldBe(Math.Pow(1.5, 11));
    }

    [Theory]
    [InlineData(1e15, 15, 15)]
    [InlineData(1.0000000000000001e22, 22, 22)]
    [InlineData(999.9999999999999, 3, 2)]
    [InlineData(1000.0000000000001, 4, 3)]
    [InlineData(0.001, -3, -3)]
    [InlineData(1.7e308, 309, 308)]
    [InlineData(5e-324, -323, -324)]
    public void A_number_lies_between_two_powers_of_ten(double x, int ceiling, int floor)
    {
        PowersOfTen.Ceiling(x).ShouldBe(ceiling);
        PowersOfTen.Floor(x).ShouldBe(floor);
    }

    [Fact]
    public void Powers_beyond_all_numbers_are_none_or_infinite()
    {
        PowersOfTen.Of(-3).ShouldBe(0.001);
        PowersOfTen.Of(-324).ShouldBe(0);
        PowersOfTen.Of(309).ShouldBe(double.PositiveInfinity);
    }
}
