using BenchWorker.Analysis;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics.Trends;

public sealed class TrendPropertyTests
{
    [Fact]
    public void Kendalls_score_is_that_of_counting_every_pair() =>
        Prop.ForAll<int[]>(static pairs =>
        {
            double[] first = [.. pairs.Select(static value => (double)(value % 5))];
            double[] second = [.. pairs.Select(static value => (double)(value / 5 % 4))];
            long naive = 0;
            for (int i = 0; i < first.Length; i++)
                for (int j = 0; j < i; j++)
                    naive += Math.Sign(first[i] - first[j]) * Math.Sign(second[i] - second[j]);
            return KendallScore.Of(first, second).Score == naive;
        }).Check(Config.QuickThrowOnFailure);

    /// <param name="distinct">Few distinct values tie most slopes; the positions leave gaps.</param>
    [Theory]
    [InlineData(65, 1000)]
    [InlineData(90, 1000)]
    [InlineData(150, 3)]
    [InlineData(150, 1)]
    [InlineData(201, 40)]
    public void A_long_series_has_the_slope_of_sorting_all_its_slopes(int count, int distinct) =>
        Prop.ForAll(Gen.Choose(0, distinct - 1).ArrayOf(count).ToArbitrary(), static values =>
        {
            double[] positions = [.. Enumerable.Range(0, values.Length).Select(static i => (double)(i + (i / 7)))];
            double[] series = [.. values.Select(static value => value / 7.0)];
            List<double> slopes = [];
            for (int i = 0; i < series.Length; i++)
                for (int j = i + 1; j < series.Length; j++)
                    slopes.Add((series[j] - series[i]) / (positions[j] - positions[i]));
            slopes.Sort();
            double median = (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
            return TheilSen.Slope(positions, series) == median;
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_series_that_grows_ever_faster_has_the_slope_of_sorting_all_its_slopes(int sign)
    {
        double[] positions = [.. Enumerable.Range(0, 300).Select(static i => (double)i)];
        double[] series = [.. positions.Select(position => sign * Math.Pow(1.1, position))];
        double[] slopes = [.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Range(i + 1, 299 - i).Select(j => (series[j] - series[i]) / (positions[j] - positions[i]))).Order()];

        TheilSen.Slope(positions, series).ShouldBe((slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2);
    }

    [Fact]
    public void Fast_rounding_is_the_rounding_of_the_shortest_decimal() =>
        Prop.ForAll(Gen.Choose(-2_000_000, 2_000_000).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), static (thousandths, decimals) =>
        {
            double value = thousandths / 1000.0;
            decimal exact = Math.Round(thousandths / 1000m, decimals, MidpointRounding.AwayFromZero);
            return DisplayNumber.Round(value, decimals) == (double)exact;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Rounding_never_prints_a_negative_zero()
    {
        DisplayNumber.Format(-0.0004, 2).ShouldBe("0.00");
        double.IsNegative(DisplayNumber.Round(-0.0004, 2)).ShouldBeFalse();
    }
}
