using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>The two code paths against each other on tables with gaps, ties and columns where lower is better, of sizes that fill no vector.</summary>
public sealed class StandingReadersTests
{
    private const ulong Seed = 20_261_126;

    [Theory]
    [InlineData(3, 5)]
    [InlineData(37, 23)]
    [InlineData(70, 11)]
    public void Places_counted_in_sorted_columns_are_those_of_the_average_ranks(int rows, int columns)
    {
        ScoreTable table = Table(rows, columns);
        ScoreColumns scores = new(table);
        PlaceReader places = new(scores, new ColumnWins(scores));
        var ranks = TaskRanks.Of(ScoreMatrix.Of(table));

        table.Entities.Select(places.BordaRank).ShouldBe(Ranks.Competition(ranks.Borda()).Select(static rank => rank ?? double.NaN));
        table.Entities.Select(places.WinRateRank).ShouldBe(Ranks.Competition(ranks.MeanWinRate()).Select(static rank => rank ?? double.NaN));
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(37, 23)]
    [InlineData(70, 11)]
    public void Leaving_columns_out_by_adding_up_the_others_gives_what_subtracting_them_gives(int rows, int columns)
    {
        ScoreTable table = Table(rows, columns);
        StabilityReader read = new(new ScoreColumns(table));
        var scores = ScoreMatrix.Of(table);
        LeftOutTask[] cases = [.. Stability.LeaveOneTaskOut(scores).OfType<LeftOutTask>()];

        read.Cases.ShouldBe(cases.Length);
        read.Kept.ShouldBe(cases.Count(one => one.Leader == Stability.Leader(scores)));
        read.LeastTau.ShouldBe(cases.Min(static one => one.TauB), 1e-12);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(37, 23)]
    [InlineData(70, 11)]
    public void The_share_of_draws_that_each_wins_is_that_of_ranking_every_draw(int rows, int columns)
    {
        ScoreTable table = Table(rows, columns);
        FirstShareReader read = new(new ScoreColumns(table), Seed);

        table.Entities.Select(read.Of).ShouldBe(RankResampling.OfMeans(ScoreMatrix.Of(table), Seed).Models.Select(static model => model?.FirstShare ?? 0));
    }

    [Theory]
    [InlineData(3, 40)]
    [InlineData(37, 300)]
    public void An_analysis_of_variance_of_ranks_is_the_test_corrected_for_ties(int rows, int columns)
    {
        ScoreTable table = Table(rows, columns);
        ScoreColumns scores = new(table);
        OrderAgreement read = new(scores, new ColumnWins(scores));
        var test = Friedman.Of(ScoreMatrix.Of(table));

        test.Status.ShouldBe(FriedmanStatus.Ok);
        (read.Entities, read.Columns).ShouldBe((test.Models, test.Tasks));
        read.Q.ShouldBe(test.Q, 1e-9 * test.Q);
        read.P.ShouldBe(test.P, 1e-9);
        read.W.ShouldBe(test.KendallW, 1e-12);
    }

    /// <summary>Few distinct values, one cell in a hundred missing and one row without any, every third column lower-is-better.</summary>
    private static ScoreTable Table(int rows, int columns)
    {
        int Below(int n, int i, ulong stream) => CounterRandom.Below(CounterRandom.Word(Seed, stream, (ulong)i), n);
        return new ScoreTable(
            Stated.Names("m", rows + 1), [.. Enumerable.Range(0, columns).Select(column => new ScoreColumn($"t{column}", column % 3 == 2 ? Direction.LowerIsBetter : Direction.HigherIsBetter))],
            [.. Enumerable.Range(0, (rows + 1) * columns).Select(i => i / columns == 1 || Below(100, i, 1) == 0 ? Cell.Absent() : new Cell(Below(9, i, 2) + (i / columns % 4)))]);
    }
}
