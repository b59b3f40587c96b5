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

    [Fact]
    public void A_long_series_has_the_slope_of_sorting_all_its_slopes() =>
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(90).ToArbitrary(), static values =>
        {
            double[] positions = [.. Enumerable.Range(0, values.Length).Select(static i => (double)i)];
            double[] series = [.. values.Select(static value => value / 7.0)];
            List<double> slopes = [];
            for (int i = 0; i < series.Length; i++)
                for (int j = i + 1; j < series.Length; j++)
                    slopes.Add((series[j] - series[i]) / (positions[j] - positions[i]));
            slopes.Sort();
            double median = (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
            return TheilSen.Slope(positions, series) == median;
        }).Check(Config.QuickThrowOnFailure);

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
