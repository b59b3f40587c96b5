using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

public sealed class ChanceTests
{
    [Fact]
    public void Cells_below_chance_are_named_and_those_at_chance_counted() => Of(samples: 400, 0.9, 0.8, 0.25, 0.52).Holding(FindingKinds.S3).ShouldBe(
    [
        "Against a chance level of 0.50, 1 of 4 cells with a known number of samples is significantly below it (b, t1 at 0.25) and 1 is not distinguishable from it "
        + "(Wilson score tests, Benjamini-Hochberg at five percent).",
    ]);

    [Fact]
    public void The_same_values_from_few_samples_are_at_chance() =>
        Of(samples: 4, 0.9, 0.8, 0.25, 0.52).Holding(FindingKinds.S3).ShouldHaveSingleItem().ShouldContain("none of 4 cells with a known number of samples are significantly below it and 4 are not");

    [Fact]
    public void Cells_far_above_chance_give_nothing_to_say() => Of(samples: 400, 0.9, 0.8, 0.7, 0.75).Holding(FindingKinds.S3).ShouldBeEmpty();

    [Fact]
    public void A_metric_without_a_chance_level_gives_nothing_to_say() => Of(samples: null, 0.9, 0.8, 0.25, 0.52).Holding(FindingKinds.S3).ShouldBeEmpty();

    [Fact]
    public void A_cell_that_rose_above_chance_is_told_apart() =>
        Of(samples: 400, 0.9, 0.8, 0.25, 0.52).ShouldFailOn(FindingKinds.S3, Of(samples: 400, 0.9, 0.8, 0.75, 0.52));

    private static HeatmapTable Of(int? samples, params double[] values) => new(
        "Scores", new HeatmapMetric("accuracy", null, Direction.HigherIsBetter) { Lower = 0, Upper = 1, Chance = 0.5 },
        new HeatmapAxis("model", ["a", "b"]), new HeatmapAxis("task", ["t1", "t2"]), values, decimals: 2)
    {
        SampleCounts = samples is { } n ? [n, n, n, n] : null,
    };
}
