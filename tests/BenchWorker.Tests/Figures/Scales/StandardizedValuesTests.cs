using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class StandardizedValuesTests
{
    [Fact]
    public void A_z_score_is_the_distance_from_the_mean_in_standard_deviations()
    {
        StandardizedValues z = Of(new Standardization.ZScore(Across.Column), [2, 4, 9, double.NaN]);

        // scipy.stats.zscore([2, 4, 9], ddof=1)
        z.Values[..3].ShouldBe([-0.8320502943378437, -0.2773500981126146, 1.1094003924504583], 1e-12);
        z.Values[3].ShouldBe(double.NaN);
    }

    [Fact]
    public void Few_values_reach_no_farther_than_they_can_and_the_scale_with_them()
    {
        StandardizedValues four = Of(new Standardization.ZScore(Across.Column), [0, 0, 0, 1]);

        four.Reach.ShouldBe(1.5);
        four.Values[3].ShouldBe(1.5, 1e-12);
        four.Limits.ShouldBe(new ScaleLimits.Declared(-1.5, 1.5));
        Of(new Standardization.ZScore(Across.Column), [.. Enumerable.Range(0, 12).Select(static i => (double)i)]).Limits.ShouldBe(new ScaleLimits.Declared(-3, 3));
    }

    [Fact]
    public void A_reference_population_takes_the_place_of_the_values_shown()
    {
        var population = new Dictionary<string, Moments> { ["column"] = new(60, 5) };

        StandardizedValues z = Of(new Standardization.ZScore(Across.Column, null, population), [70, 55]);

        z.Values.ShouldBe([2, -1]);
        z.Reach.ShouldBeNull();
        Should.Throw<ArgumentException>(() => StandardizedValues.Of(new Standardization.ZScore(Across.Column, null, population), [1], [0], ["other"])).Message.ShouldContain("\"other\"");
    }

    [Fact]
    public void Values_without_spread_stand_in_the_middle()
    {
        double[] equal = [0.1 + 0.2, 0.3, 0.30000000000000004];

        Of(new Standardization.ZScore(Across.Column), equal).Values.ShouldBe([0, 0, 0]);
        Of(new Standardization.MinMax(Across.Column), [7, 7]).Values.ShouldBe([0.5, 0.5]);
        Of(new Standardization.Rank(Across.Column), [7, 7]).Values.ShouldBe([0.5, 0.5]);
    }

    [Fact]
    public void Ranks_and_ranges_run_from_0_to_1_and_ties_share_their_mean_rank()
    {
        Of(new Standardization.MinMax(Across.Column), [10, 15, 20]).Values.ShouldBe([0, 0.5, 1]);
        Of(new Standardization.Rank(Across.Column), [10, 1000, 20, 20]).Values.ShouldBe([0, 1, 0.5, 0.5]);
    }

    private static StandardizedValues Of(Standardization how, double[] values) => StandardizedValues.Of(how, values, new int[values.Length], ["column"]);
}
