using System.Globalization;
using BenchWorker.Analysis;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Result = BenchWorker.Analysis.Result;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class RankingPropertyTests
{
    private static readonly RankingMethod[] RankBased = [RankingMethod.MeanRank, RankingMethod.Borda, RankingMethod.MeanWinRate, RankingMethod.Copeland];

    [Fact]
    public void The_order_of_rows_changes_nothing() => Prop.ForAll(Matrices(), scores =>
    {
        Result[] rows = Rows(scores);
        ScoreTable table = ScoreTable.From(rows, new());
        ScoreTable reversed = ScoreTable.From([.. rows.Reverse()], new());

        foreach (RankingMethod method in Enum.GetValues<RankingMethod>())
        {
            Ranker.Rank(reversed, method, MissingPolicy.Exclude, 0, 1).Standings
                .ShouldBe(Ranker.Rank(table, method, MissingPolicy.Exclude, 0, 1).Standings);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_culture_changes_nothing() => Prop.ForAll(Matrices(), scores =>
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Leaderboard invariant = Rank(scores, RankingMethod.BradleyTerry);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Rank(scores, RankingMethod.BradleyTerry).Standings.ShouldBe(invariant.Standings);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_monotone_transformation_of_each_column_keeps_rank_based_results() => Prop.ForAll(Matrices(), scores =>
    {
        ScoreMatrix bent = new(scores.Models, scores.Tasks, [.. scores.Values.ToArray().Select((value, k) => Math.Exp(value / 10) * (1 + (k % scores.Tasks)))]);

        foreach (RankingMethod method in RankBased)
            RankingScores.Of(method, MissingPolicy.Exclude, bent).Values.ShouldBe(RankingScores.Of(method, MissingPolicy.Exclude, scores).Values);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Doubling_every_score_keeps_the_ranks() => Prop.ForAll(Matrices(), scores =>
    {
        ScoreMatrix doubled = new(scores.Models, scores.Tasks, [.. scores.Values.ToArray().Select(value => 2 * value)]);

        Ranks.Competition(Means.By(MissingPolicy.Exclude, doubled)).ShouldBe(Ranks.Competition(Means.By(MissingPolicy.Exclude, scores)));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_model_that_lost_everywhere_keeps_the_order_of_the_others_on_a_complete_table() => Prop.ForAll(Matrices(complete: true), scores =>
    {
        double[] worst = [.. Enumerable.Repeat(-1000.0, scores.Tasks)];
        ScoreMatrix more = new(scores.Models + 1, scores.Tasks, [.. scores.Values, .. worst]);

        foreach (RankingMethod method in RankBased.Append(RankingMethod.Mean))
        {
            int?[] before = Ranks.Competition(RankingScores.Of(method, MissingPolicy.Exclude, scores).Values);
            int?[] after = Ranks.Competition(RankingScores.Of(method, MissingPolicy.Exclude, more).Values);
            if (scores.Models > 1 || method is RankingMethod.Mean or RankingMethod.MeanRank or RankingMethod.Borda)
                after[..^1].ShouldBe(before, method.ToString());
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Mean_rank_borda_and_win_rate_agree_on_a_complete_table() => Prop.ForAll(Matrices(complete: true), scores =>
    {
        TaskRanks ranks = TaskRanks.Of(scores);
        if (scores.Models < 2)
            return;
        int?[] borda = Ranks.Competition(ranks.Borda());

        Ranks.Competition([.. ranks.MeanRank().Select(rank => -rank)]).ShouldBe(borda);
        Ranks.Competition(ranks.MeanWinRate()).ShouldBe(borda);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Rank_intervals_hold_the_point_rank() => Prop.ForAll(Matrices(), scores =>
    {
        foreach (RankingMethod method in Enum.GetValues<RankingMethod>())
        {
            foreach (Standing one in Rank(scores, method).Standings.Where(one => one.Rank is not null))
                (one.Interval!.Value.Best <= one.Rank && one.Rank <= one.Interval.Value.Worst).ShouldBeTrue($"{method}: {one}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_rank_set_of_a_complete_table_holds_the_rank_by_mean() => Prop.ForAll(Matrices(complete: true), scores =>
    {
        int?[] ranks = Ranks.Competition(Means.By(MissingPolicy.Exclude, scores));
        RankSets sets = RankSets.Of(scores, PairTestKind.Permutation, seed: 1, draws: 200);

        for (int i = 0; i < scores.Models; i++)
            (sets.Sets[i]!.Value.Best <= ranks[i] && ranks[i] <= sets.Sets[i]!.Value.Worst).ShouldBeTrue();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Exact_and_monte_carlo_p_agree_within_its_error() => Prop.ForAll(
        Gen.Choose(-50, 50).ArrayOf(16).ToArbitrary(), values =>
        {
            double[] d = [.. values.Where(value => value != 0).Select(value => (double)value)];
            if (d.Length < 5)
                return;

            double exact = PermutationTest.Of(d, seed: 1).P;
            const int draws = 20_000;
            int hits = Enumerable.Range(0, draws).Count(r => Math.Abs(Flipped(d, r)) >= Math.Abs(d.Sum()) - 1e-9);

            ((double)hits / draws).ShouldBe(exact, 5 * Math.Sqrt(exact * (1 - exact) / draws) + (1.0 / draws));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    private static double Flipped(double[] d, int draw)
    {
        double[] signs = new double[d.Length];
        CounterRandom.Signs(99, draw, signs);
        return d.Zip(signs, (value, sign) => value * sign).Sum();
    }

    private static Leaderboard Rank(ScoreMatrix scores, RankingMethod method) =>
        Ranker.Rank(ScoreTable.From(Rows(scores), new()), method, MissingPolicy.Exclude, 0, 1);

    private static Result[] Rows(ScoreMatrix scores) =>
    [
        .. from i in Enumerable.Range(0, scores.Models)
           from j in Enumerable.Range(0, scores.Tasks)
           where scores.Has(i, j)
           select new Result { Benchmark = "b", Task = $"t{j}", Model = $"m{i}", Metric = "x", Direction = Direction.HigherIsBetter, Value = scores[i, j] },
    ];

    /// <summary>1 to 6 models on 1 to 6 tasks, small whole scores so that ties are common; a quarter of the cells missing unless complete.</summary>
    private static Arbitrary<ScoreMatrix> Matrices(bool complete = false) => (
        from models in Gen.Choose(1, 6)
        from tasks in Gen.Choose(1, 6)
        from values in Gen.Choose(0, 12).ArrayOf(models * tasks)
        from missing in Gen.Choose(0, 3).ArrayOf(models * tasks)
        select new ScoreMatrix(models, tasks, [.. values.Zip(missing, (value, draw) => !complete && draw == 0 ? double.NaN : value)])).ToArbitrary();
}
