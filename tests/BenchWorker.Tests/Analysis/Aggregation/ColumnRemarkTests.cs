using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Aggregation;

/// <summary>What is true of many columns is said once.</summary>
public sealed class ColumnRemarkTests
{
    [Fact]
    public void Columns_that_merge_the_same_conditions_share_a_sentence()
    {
        Result[] rows = [.. Enumerable.Range(0, 7).SelectMany(static t => new[] { Row($"x{t}", "en"), Row($"x{t}", "de") })];

        Flags(rows).ShouldBe(["Scores of all 7 columns combine rows that differ in subset."]);
    }

    [Fact]
    public void Some_columns_are_named_and_many_are_counted()
    {
        Result[] plain = [Row("y", null)];

        Flags([.. plain, .. Merged("a", "b")]).ShouldBe(["Scores of a and b combine rows that differ in subset."]);
        Flags([.. plain, .. Merged("a", "b", "c")]).ShouldBe(["Scores of a, b and c combine rows that differ in subset."]);
        Flags([.. plain, .. Merged("a", "b", "c", "d", "e")]).ShouldBe(["Scores of a, b, c and 2 more columns combine rows that differ in subset."]);

        static IEnumerable<Result> Merged(params string[] tasks) => tasks.SelectMany(static task => new[] { Row(task, "en"), Row(task, "de") });
    }

    [Fact]
    public void Columns_that_merge_different_conditions_have_a_sentence_for_each()
    {
        Result[] rows = [Row("a", "en"), Row("a", "de"), With("b", 1, ("topic", "x")), With("b", 2, ("topic", "y"))];

        Flags(rows).ShouldBe(["Scores of a combine rows that differ in subset.", "Scores of b combine rows that differ in topic."]);
    }

    [Fact]
    public void Columns_that_mix_the_same_values_share_them_and_others_give_an_example()
    {
        Result[] shots = [.. Mixed("a", "num_fewshot", "0", "5"), .. Mixed("b", "num_fewshot", "0", "5")];
        Result[] revisions = [.. Mixed("a", "dataset_revision", "r1", "r2"), .. Mixed("b", "dataset_revision", "r3", "r4"), Row("c", null)];

        Flags(shots).ShouldBe(["Both columns mix 2 values of num_fewshot (0, 5)."]);
        Flags(revisions).ShouldBe(["a and b mix values of dataset_revision, such as a (r1, r2)."]);

        static IEnumerable<Result> Mixed(string task, string field, params string[] values) =>
            values.Select((value, i) => With(task, i, (field, value)) with { Model = $"m{i}" });
    }

    [Fact]
    public void Rows_of_many_columns_are_counted_together()
    {
        Result[] rows = [Row("a", null) with { StandardError = -1 }, Row("b", null) with { SampleCount = 0 }, Row("a", null) with { Model = "n", Value = double.NaN }, Row("b", null) with { Model = "n", Value = double.NaN }];

        Flags(rows).ShouldBe(
        [
            "Both columns have 2 rows whose value is no finite number; they count as missing.",
            "Both columns have 2 rows whose standard error or sample count cannot be; both were left out there.",
        ]);
    }

    [Fact]
    public void One_row_is_counted_in_the_singular() => Flags([Row("a", null), Row("a", null) with { Model = "n", Value = double.NaN }])
        .ShouldBe(["a has 1 row whose value is no finite number; it counts as missing."]);

    [Fact]
    public void The_best_of_unequal_runs_spans_all_columns_concerned()
    {
        Result[] rows = [.. Runs("a", "m", 1), .. Runs("a", "n", 2), .. Runs("b", "m", 2), .. Runs("b", "n", 4)];

        Flags(rows, new ScoreTableRules { Runs = RunPolicy.Best })
            .ShouldBe(["Scores of both columns are the best of 1 to 4 runs; more runs raise the expected best."]);

        static IEnumerable<Result> Runs(string task, string model, int count) => Enumerable.Range(0, count).Select(run => Row(task, null) with { Model = model, Run = $"{run}" });
    }

    [Fact]
    public void Columns_without_an_agreed_direction_are_named_together()
    {
        Result[] rows = [.. Torn("a"), .. Torn("b"), Row("c", null)];

        Flags(rows).ShouldBe(["Rows of a and b disagree about which way is better, so they are not ranked."]);

        static Result[] Torn(string task) => [Row(task, null), Row(task, null) with { Model = "n", Direction = Direction.LowerIsBetter }];
    }

    private static IEnumerable<string> Flags(Result[] rows, ScoreTableRules? rules = null) => ScoreTable.From(rows, rules ?? new()).Flags.Select(static flag => flag.Message);

    private static Result Row(string task, string? subset) =>
        new() { Benchmark = "b", Task = task, Model = "m", Metric = "accuracy", Value = 0.5, Subset = subset, Direction = Direction.HigherIsBetter };

    private static Result With(string task, double value, (string Field, string Entry) dimension) =>
        Row(task, null) with { Value = value, Dimensions = new Dictionary<string, string> { [dimension.Field] = dimension.Entry } };
}
