using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using BenchWorker.Tests.Analysis.PublicData;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Boards;

/// <summary>Boards that no file declares: what their entities are scored on.</summary>
public sealed class OpenColumnsTests
{
    [Fact]
    public void Global_MMLU_is_scored_on_its_languages_and_its_aggregates_count_nowhere()
    {
        BoardReport report = Compose([.. Facts.Rows("global_mmlu_lite", "global_mmlu_lite.csv")]);

        report.Board.Columns.ShouldBe(["language"]);
        report.Table.Columns.Count(static column => column.Counts).ShouldBe(16);
        report.Table.Columns.Count(static column => column.IsTotal).ShouldBe(3);
    }

    [Fact]
    public void The_overall_score_of_TALES_is_not_averaged_with_its_frameworks() =>
        Compose([.. Facts.Rows("tales_pairwise", "tales_frameworks.csv")]).Leaderboards[0].Standings[0].Columns.ShouldBe(5);

    [Fact]
    public void A_column_that_tells_as_much_with_fewer_values_is_preferred()
    {
        Result[] rows = [.. from model in new[] { "a", "b" } from language in new[] { "de", "en" } select Row(model, ("language", language), ("offset", $"{model} {language}"))];

        Compose(rows).Board.Columns.ShouldBe(["language"]);
    }

    [Fact]
    public void A_second_column_becomes_panels()
    {
        Result[] rows = [.. from model in new[] { "a", "b" } from method in new[] { "x", "y" } from source in new[] { "p", "q", "r" } select Row(model, ("method", method), ("on", source))];

        BoardReport report = Compose(rows);

        report.Board.Columns.ShouldBe(["on", "method"]);
        report.Board.Figures.ShouldHaveSingleItem().Panels.ShouldNotBeNull().Field.ShouldBe("method");
    }

    [Fact]
    public void What_most_entities_have_one_entry_of_is_no_column()
    {
        Result[] rows = [Row("a", ("format", "x")), Row("b", ("format", "y")), Row("c", ("format", "x")), Row("c", ("format", "y"))];

        Compose(rows).Board.Columns.ShouldBe(["task"]);
    }

    [Fact]
    public void Attributes_of_samples_are_no_columns()
    {
        Result[] rows = [.. from model in new[] { "a", "b" } from sample in Enumerable.Range(0, 6) select Row(model, ("date", $"{sample}")) with { SampleId = $"{sample}", Subset = sample < 3 ? "easy" : "hard" }];

        Compose(rows).Board.Columns.ShouldBe(["subset"]);
    }

    [Fact]
    public void A_benchmark_without_a_row_yet_has_a_board_without_scores() => Compose([]).Board.Columns.ShouldBe(["task"]);

    private static BoardReport Compose(Result[] rows) => BoardComposer.Compose(DefaultBoard.For("b"), new ResultSnapshot(rows, null), FontSet.Default);

    private static Result Row(string model, params (string Field, string Entry)[] dimensions) => new()
    {
        Benchmark = "b",
        Task = "t",
        Model = model,
        Metric = "acc",
        Direction = Direction.HigherIsBetter,
        Value = 0.5,
        Dimensions = dimensions.ToDictionary(static one => one.Field, static one => one.Entry),
    };
}
