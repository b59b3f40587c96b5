using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class RankIntervalTests
{
    [Fact]
    public void Up_to_fifty_entities_get_holm_rank_sets()
    {
        Leaderboard board = Ranker.Rank(Table(10, 30, gap: 2), RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 7);

        board.Intervals.ShouldBe(IntervalKind.HolmRankSet);
        board.Standings.ShouldAllBe(one => one.Interval != null && one.Interval.Value.Best <= one.Rank && one.Rank <= one.Interval.Value.Worst);
        board.Standings[0].Interval.ShouldBe(new RankInterval(1, 1));
    }

    [Fact]
    public void More_entities_get_max_t_rank_sets_on_complete_columns()
    {
        Leaderboard board = Ranker.Rank(Table(60, 25, gap: 0.05), RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 7);

        board.Intervals.ShouldBe(IntervalKind.MaxTRankSet);
        board.Standings.ShouldAllBe(one => one.Interval!.Value.Best <= one.Rank && one.Rank <= one.Interval.Value.Worst);
        board.Standings[0].Interval!.Value.Worst.ShouldBeLessThan(60);
    }

    [Theory]
    [InlineData(RankingMethod.Mean)]
    [InlineData(RankingMethod.AdjustedMean)]
    [InlineData(RankingMethod.Borda)]
    [InlineData(RankingMethod.MeanRank)]
    [InlineData(RankingMethod.MeanWinRate)]
    [InlineData(RankingMethod.BradleyTerry)]
    public void Many_entities_with_gaps_get_a_resampling_range(RankingMethod method)
    {
        Leaderboard board = Ranker.Rank(Table(60, 25, gap: 0.05, holes: true), method, MissingPolicy.Exclude, 0, seed: 7);

        board.Intervals.ShouldBe(IntervalKind.ResamplingRange);
        board.Standings.ShouldAllBe(one => one.Interval!.Value.Best <= one.Rank && one.Rank <= one.Interval.Value.Worst);
    }

    [Fact]
    public void Equal_entities_may_hold_every_rank()
    {
        Leaderboard board = Ranker.Rank(Table(4, 10, gap: 0, noise: 0), RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 7);

        board.Standings.ShouldAllBe(one => one.Rank == 1 && one.Interval == new RankInterval(1, 4));
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_in_any_row_order()
    {
        ScoreTable table = Table(12, 40, gap: 0.1);
        int[] shuffled = [7, 3, 11, 0, 5, 9, 1, 10, 2, 8, 4, 6];
        ScoreTable other = new([.. shuffled.Select(i => table.Entities[i])], table.Columns, [.. shuffled.SelectMany(i => Enumerable.Range(0, 40).Select(j => table[i, j]))]);

        Leaderboard first = Ranker.Rank(table, RankingMethod.Borda, MissingPolicy.Exclude, 0, seed: 3);
        Leaderboard second = Ranker.Rank(other, RankingMethod.Borda, MissingPolicy.Exclude, 0, seed: 3);

        second.Standings.ShouldBe(first.Standings);
    }

    [Fact]
    public void A_weight_of_zero_takes_a_column_out_of_the_test()
    {
        ScoreTable table = Table(3, 12, gap: 1);
        ScoreTable weighed = new(table.Entities, [.. table.Columns.Select((column, j) => column with { Weight = j < 4 ? 1 : 0 })], table.Cells.ToArray());
        ScoreTable four = new(table.Entities, [.. table.Columns.Take(4)], [.. Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, 4).Select(j => table[i, j]))]);

        RankInterval?[] expected = [.. Ranker.Rank(four, RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 7).Standings.Select(one => one.Interval)];

        Ranker.Rank(weighed, RankingMethod.Mean, MissingPolicy.Exclude, 0, seed: 7).Standings.Select(one => one.Interval).ShouldBe(expected);
    }

    /// <summary>Entity i has level -gap i; noise from the counter-based words; with holes, every seventh cell is missing.</summary>
    private static ScoreTable Table(int models, int tasks, double gap, double noise = 1, bool holes = false) => new(
        [.. Enumerable.Range(0, models).Select(i => $"m{i:000}")],
        [.. Enumerable.Range(0, tasks).Select(j => new ScoreColumn($"t{j:000}", Direction.HigherIsBetter))],
        [.. from i in Enumerable.Range(0, models)
            from j in Enumerable.Range(0, tasks)
            select holes && ((i * tasks) + j) % 7 == 0
                ? Cell.Absent()
                : new Cell((-gap * i) + (noise * CounterRandom.Below(CounterRandom.Word(1, (ulong)i, (ulong)j), 1000) / 1000))]);
}
