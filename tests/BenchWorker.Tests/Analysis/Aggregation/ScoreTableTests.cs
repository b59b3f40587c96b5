using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Aggregation;

public sealed class ScoreTableTests
{
    private static readonly ScoreTableRules Rules = new();

    [Fact]
    public void Rows_are_placed_by_entity_and_column_in_ordinal_order()
    {
        Result[] rows = [Row("b", "y", 2), Row("a", "y", 1), Row("a", "x", 3)];

        var table = ScoreTable.From(rows, Rules);

        table.Entities.ShouldBe(["a", "b"]);
        table.Columns.Select(column => column.Name).ShouldBe(["x", "y"]);
        table[0, 0].Value.ShouldBe(3);
        table[1, 0].Missing.ShouldBe(MissingReason.NotRun);
        table[1, 1].Value.ShouldBe(2);
    }

    [Fact]
    public void Several_column_fields_are_joined()
    {
        Result[] rows = [Row("a", "x", 1) with { Subset = "en" }];

        var table = ScoreTable.From(rows, Rules with { Columns = ["task", "subset"] });

        table.Columns[0].Name.ShouldBe("x / en");
    }

    [Fact]
    public void Two_metrics_of_one_task_are_two_columns()
    {
        Result[] rows = [Row("a", "x", 1), Row("a", "x", 9) with { Metric = "loss", Direction = Direction.LowerIsBetter }];

        var table = ScoreTable.From(rows, Rules);

        table.Columns.Select(column => (column.Name, column.Direction))
            .ShouldBe([("x / accuracy", Direction.HigherIsBetter), ("x / loss", Direction.LowerIsBetter)]);
    }

    [Fact]
    public void Repeated_runs_are_averaged_with_their_spread_and_error()
    {
        Result[] rows = [Row("a", "x", 1) with { Run = "1" }, Row("a", "x", 3) with { Run = "2" }];

        Cell cell = ScoreTable.From(rows, Rules)[0, 0];

        cell.Value.ShouldBe(2);
        cell.RunCount.ShouldBe(2);
        cell.RunSpread.ShouldBe(Math.Sqrt(2));
        cell.StandardError.ShouldNotBeNull().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_declared_sentinel_is_missing_and_a_real_zero_is_not()
    {
        Result[] rows = [Row("a", "x", -1), Row("b", "x", 0)];

        var table = ScoreTable.From(rows, Rules with { Sentinels = new Dictionary<double, MissingReason> { [-1] = MissingReason.Failed } });

        table[0, 0].Missing.ShouldBe(MissingReason.Failed);
        table[1, 0].Value.ShouldBe(0);
    }

    [Fact]
    public void Contradictory_directions_leave_a_column_without_one_and_are_flagged()
    {
        Result[] rows = [Row("a", "x", 1), Row("b", "x", 2) with { Direction = Direction.LowerIsBetter }];

        var table = ScoreTable.From(rows, Rules);

        table.Columns[0].Direction.ShouldBe(Direction.Unknown);
        table.Flags.ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.ContradictoryDirection);
    }

    [Fact]
    public void Values_that_are_not_finite_are_missing_with_that_reason()
    {
        Result[] rows = [Row("a", "x", double.NaN), Row("b", "x", double.NegativeInfinity), Row("c", "x", double.NaN) with { Missing = MissingReason.Failed }];

        var table = ScoreTable.From(rows, Rules);

        Enumerable.Range(0, 3).Select(i => table[i, 0].Missing)
            .ShouldBe([MissingReason.NonFinite, MissingReason.NonFinite, MissingReason.Failed]);
    }

    [Fact]
    public void Huge_values_do_not_overflow_their_mean()
    {
        Result[] rows = [Row("a", "x", 1e308) with { Run = "1" }, Row("a", "x", 1.7e308) with { Run = "2" }];

        Cell cell = ScoreTable.From(rows, Rules)[0, 0];

        cell.Value.ShouldBe(1.35e308, 1e295);
        cell.RunSpread.ShouldBeNull();
    }

    [Fact]
    public void An_impossible_uncertainty_is_left_out_and_flagged_while_the_score_stays()
    {
        Result[] rows = [Row("a", "x", 0.5) with { StandardError = -0.1, SampleCount = 0 }];

        var table = ScoreTable.From(rows, Rules);

        table[0, 0].ShouldBe(new Cell(0.5));
        table.Flags.ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.ImpossibleUncertainty);
    }

    [Fact]
    public void Subsets_are_averaged_each_with_its_own_runs_and_the_merge_is_flagged()
    {
        Result[] rows = [Subset("en", 1), Subset("en", 3), Subset("de", 8)];

        var table = ScoreTable.From(rows, Rules);

        table[0, 0].Value.ShouldBe(5);
        table.Flags.ShouldHaveSingleItem().ShouldBe(new(FlagKind.MergedConditions, "x", "Scores of x combine rows that differ in subset."));

        static Result Subset(string name, double value) => Row("a", "x", value) with { Subset = name };
    }

    [Fact]
    public void A_total_row_is_not_averaged_with_its_members()
    {
        Result[] rows = [Row("a", "x", 0.7), Row("a", "x", 0.2) with { Subset = "en" }, Row("a", "x", 0.3) with { Subset = "de" }];

        ScoreTable.From(rows, Rules)[0, 0].Value.ShouldBe(0.7);
    }

    [Fact]
    public void A_column_of_totals_is_shown_and_does_not_count()
    {
        Result[] rows = [Row("a", "x", 1) with { Subset = "en" }, Row("a", "x", 3) with { Subset = "overall" }];

        var table = ScoreTable.From(rows, Rules with { Columns = ["subset"] });

        table.Columns.Select(column => (column.Name, column.Counts)).ShouldBe([("en", true), ("overall", false)]);
    }

    [Fact]
    public void A_task_that_is_a_total_is_shown_and_does_not_count()
    {
        Result[] rows = [Row("a", "x", 1), Row("a", "y", 3), Row("a", "Overall", 2)];

        var table = ScoreTable.From(rows, Rules);

        table.Columns.Select(column => (column.Name, column.Counts)).ShouldBe([("Overall", false), ("x", true), ("y", true)]);
        Ranker.Rank(table, RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 1).Standings[0].Present.ShouldBe(2);
    }

    [Fact]
    public void A_total_beside_nothing_is_a_score_like_any()
    {
        ScoreTable.From([Row("a", "overall", 2)], Rules).Columns.ShouldHaveSingleItem().Counts.ShouldBeTrue();
        ScoreTable.From([Row("a", "overall", 2), Row("a", "average", 1)], Rules).Columns.ShouldAllBe(static column => column.Counts);
    }

    [Fact]
    public void A_total_stands_for_its_members_where_they_share_a_cell() =>
        ScoreTable.From([Row("a", "x", 1), Row("a", "y", 3), Row("a", "overall", 2.5)], Rules with { Columns = ["benchmark"] })[0, 0].Value.ShouldBe(2.5);

    [Fact]
    public void A_column_that_mixes_dataset_revisions_is_flagged_and_can_be_split()
    {
        Result[] rows = [Revision("a", 1, "r1"), Revision("b", 2, "r2")];

        var mixed = ScoreTable.From(rows, Rules);
        var split = ScoreTable.From(rows, Rules with { Columns = ["task", "dataset_revision"] });

        mixed.Flags.ShouldHaveSingleItem().ShouldBe(new(FlagKind.MixedConfiguration, "x", "x mixes 2 values of dataset_revision (r1, r2)."));
        split.Columns.Select(column => column.Name).ShouldBe(["x / r1", "x / r2"]);
        split.Flags.ShouldBeEmpty();

        static Result Revision(string model, double value, string revision) =>
            Row(model, "x", value) with { Dimensions = new Dictionary<string, string> { ["dataset_revision"] = revision } };
    }

    [Fact]
    public void A_quarantined_run_is_in_no_number_and_is_listed()
    {
        Result[] rows = [Row("a", "x", 1) with { Run = "good" }, Row("a", "x", 9) with { Run = "bad" }];

        var table = ScoreTable.From(rows, Rules with { Quarantine = new Dictionary<string, string> { ["bad"] = "wrong prompt" } });

        table[0, 0].Value.ShouldBe(1);
        table.Flags.ShouldHaveSingleItem().ShouldBe(new(FlagKind.Quarantined, "bad", "Run bad (1 rows) is invalid and was left out: wrong prompt"));
    }

    [Fact]
    public void Samples_become_a_score_with_their_clustered_error()
    {
        Result[] rows = [.. Enumerable.Range(0, 8).Select(k => Row("a", "x", k % 3 == 0 ? 1 : 0) with
        {
            SampleId = $"s{k}",
            Dimensions = new Dictionary<string, string> { ["cluster"] = $"c{k / 2}" },
        })];

        Cell cell = ScoreTable.From(rows, Rules)[0, 0];

        cell.Value.ShouldBe(0.375);
        cell.SampleCount.ShouldBe(8);
        cell.StandardError.ShouldNotBeNull().ShouldBe(0.125, 1e-12);
    }

    [Fact]
    public void Best_of_unequal_numbers_of_runs_is_flagged()
    {
        Result[] rows = [Row("a", "x", 1), Row("a", "x", 2), Row("b", "x", 1.5)];

        var table = ScoreTable.From(rows, Rules with { Runs = RunPolicy.Best });

        table[0, 0].ShouldBe(new Cell(2, RunCount: 2));
        table.Flags.ShouldHaveSingleItem().Kind.ShouldBe(FlagKind.UnequalBestOf);
    }

    [Fact]
    public void No_row_gives_an_empty_table()
    {
        var table = ScoreTable.From([], Rules);

        table.Entities.ShouldBeEmpty();
        table.Columns.ShouldBeEmpty();
    }

    private static Result Row(string model, string task, double value) => new()
    {
        Benchmark = "bench",
        Task = task,
        Model = model,
        Metric = "accuracy",
        Direction = Direction.HigherIsBetter,
        Value = value,
    };
}
