using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class RankingsReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("rankings");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);
        string[] parts = id.Split('.', 3);

        object got = parts[1] == "agreement"
            ? Agreement(ReferenceMatrix.Of(parts[2]))
            : Compute(parts[2], ReferenceMatrix.Of(parts[1]), reference);

        reference.ShouldBe(got);
    }

    private static object Compute(string what, ScoreMatrix scores, ReferenceCase reference) => what switch
    {
        "mean_score" => MeanScores(scores),
        "mean_rank" => MeanRanks(TaskRanks.Of(scores)),
        "borda_mteb" => new { points = TaskRanks.Of(scores).Borda(), rank = Ranks.Competition(TaskRanks.Of(scores).Borda()) },
        "win_rate_helm" => Scored(TaskRanks.Of(scores).MeanWinRate()),
        "pair_wins" => Shape.Wins(PairWins.On(scores)),
        "copeland" => Scored(PairWins.On(scores).Copeland()),
        "bt_ridge" => Shape.Ridge(scores),
        "bt" => Shape.Fit(scores),
        "kemeny" => Shape.Kemeny(scores),
        "friedman" => Shape.Friedman(Friedman.Of(scores)),
        "nemenyi" => Shape.Nemenyi(Friedman.Of(scores)),
        "rank_sets.perm" => Shape.RankSets(RankSets.Of(scores, PairTestKind.Permutation, (ulong)reference.Number("seed"), (int)reference.Number("R"))),
        "rank_sets.wilcoxon" => Shape.RankSets(RankSets.Of(scores, PairTestKind.Wilcoxon, seed: 0)),
        "rank_sets.maxt" => Shape.MaxT(MaxT.Of(scores, (ulong)reference.Number("seed"), (int)reference.Number("B"))),
        "stability_loo" => Stability.LeaveOneTaskOut(scores).Select((one, j) => one is { } left ? (object)new { task = j, tau_b = left.TauB, leader = left.Leader } : null),
        "rank_bootstrap.mean" => Shape.Resampling(RankResampling.OfMeans(scores, 100)),
        "rank_bootstrap.winrate" => Shape.Resampling(RankResampling.OfMeans(TaskRanks.Of(scores).WinRates(), 100)),
        _ => throw new ArgumentException(what, nameof(what)),
    };

    private static object Scored(double[] score) => new { score, rank = Ranks.Competition(score) };

    private static Dictionary<string, object> MeanScores(ScoreMatrix scores)
    {
        double[] coverage = Means.Coverage(scores);
        double[] exclude = Means.By(MissingPolicy.Exclude, scores);
        return new()
        {
            ["exclude"] = Scored(exclude),
            ["null"] = Scored(Means.By(MissingPolicy.Null, scores)),
            ["complete_tasks"] = Scored(Means.By(MissingPolicy.CompleteTasks, scores)),
            ["impute_worst"] = Scored(Means.By(MissingPolicy.ImputeWorst, scores)),
            ["coverage80"] = Scored([.. exclude.Zip(coverage, (score, share) => share >= 0.8 ? score : double.NaN)]),
            ["additive"] = Scored(Means.By(MissingPolicy.Additive, scores)),
        };
    }

    private static object MeanRanks(TaskRanks ranks) => new
    {
        available = Lower(ranks.MeanRank()),
        worst = Lower(ranks.MeanRankMissingWorst()),
        scaled = Lower(ranks.ScaledMeanRank()),
    };

    private static object Lower(double[] score) => new { score, rank = Ranks.Competition([.. score.Select(value => -value)]) };

    private static Dictionary<string, double> Agreement(ScoreMatrix scores)
    {
        TaskRanks ranks = TaskRanks.Of(scores);
        (string Name, double[] Scores)[] methods =
        [
            ("mean", Means.By(MissingPolicy.Exclude, scores)),
            ("zmean", Means.By(MissingPolicy.Exclude, Normalization.ZScore(scores).Scores)),
            ("winrate", ranks.MeanWinRate()),
            ("borda", ranks.Borda()),
            ("meanrank", [.. ranks.MeanRank().Select(rank => -rank)]),
        ];
        return RankSets.AllPairs(methods.Length).ToDictionary(
            pair => $"{methods[pair.First].Name}|{methods[pair.Second].Name}",
            pair => Stability.Agreement(methods[pair.First].Scores, methods[pair.Second].Scores));
    }
}
