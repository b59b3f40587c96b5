using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Ranking;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Statistics;

public sealed class DegenerateReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("degenerate");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);

        object? got = Compute(reference);

        reference.ShouldBe(got);
    }

    private static object? Compute(ReferenceCase reference) => reference.Id["degenerate.".Length..] switch
    {
        "perm.all_zero" => Permutation([0, 0, 0]),
        "perm.empty" => Permutation([]),
        "wilcoxon.all_zero" => new { w_plus = Wilcoxon.Of([0, 0]).WPlus, w_minus = Wilcoxon.Of([0, 0]).WMinus, p = Wilcoxon.Of([0, 0]).P, method = "exact", n = Wilcoxon.Of([0, 0]).Count },
        "mk.constant" => MannKendall.Of([1, 1, 1, 1, 1, 1]) is { } test ? new { status = "constant", n = test.Count, S = test.Score, tau_b = test.TauB, p = test.P } : null,
        "mk.short" => new { status = MannKendall.Of([1, 2, 3]) is null ? "n<4" : "ok", n = 3 },
        "bca.constant" => Constant(Bootstrap.OfMean([1, 1, 1, 1], 1, 200)),
        "tau.constant" => KendallScore.Of([1, 1, 1], [1, 2, 3]).TauB,
        _ => Everything(ReferenceMatrix.Inline(reference.Parameters.GetProperty("X"))),
    };

    private static object Permutation(double[] d) =>
        new { p = PermutationTest.Of(d, 1).P, method = PermutationTest.Of(d, 1).Exact ? "exact" : "mc", n = PermutationTest.Of(d, 1).Count };

    private static object Constant(Bootstrap found) => new
    {
        theta = found.Estimate,
        se = found.StandardError,
        pct = found.Percentile.ToArray(),
        bca = found.BiasCorrected.ToArray(),
        method = found.Method == BootstrapMethod.Degenerate ? "degenerate" : "other",
    };

    private static Dictionary<string, object?> Everything(ScoreMatrix scores)
    {
        TaskRanks ranks = TaskRanks.Of(scores);
        PairWins wins = PairWins.On(scores);
        MedianPolish polish = MedianPolish.Of(scores.Values, scores.Models, scores.Tasks);
        return new()
        {
            ["mean"] = Means.By(MissingPolicy.Exclude, scores),
            ["rank"] = Ranks.Competition(Means.By(MissingPolicy.Exclude, scores)),
            ["null"] = Means.By(MissingPolicy.Null, scores),
            ["impute_worst"] = Means.By(MissingPolicy.ImputeWorst, scores),
            ["additive"] = Means.By(MissingPolicy.Additive, scores),
            ["mean_rank"] = ranks.MeanRank(),
            ["borda_points"] = ranks.Borda(),
            ["borda_rank"] = Ranks.Competition(ranks.Borda()),
            ["win_rate"] = ranks.MeanWinRate(),
            ["copeland"] = wins.Copeland(),
            ["bt_components"] = wins.StrongComponents().Distinct().Count(),
            ["bt_ridge"] = BradleyTerry.FitRidge(wins).Theta,
            ["friedman"] = Shape.Friedman(Friedman.Of(scores)),
            ["rank_sets"] = Shape.RankSets(RankSets.Of(scores, PairTestKind.Permutation, seed: 7)),
            ["median_polish"] = new
            {
                overall = polish.Overall,
                row = polish.RowEffects,
                col = polish.ColumnEffects,
                residuals = Enumerable.Range(0, scores.Models).Select(i => polish.Residuals[(i * scores.Tasks)..((i + 1) * scores.Tasks)]),
                iterations = polish.Iterations,
                converged = (object)(polish.Iterations < MedianPolish.MaxIterations),
            },
            ["outliers"] = OutlierCell.In(scores.Values, scores.Models, scores.Tasks).Select(cell => cell.Z),
            ["minmax"] = Normalization.MinMax(scores).Outcomes.Select(Text),
            ["z"] = Normalization.ZScore(scores).Outcomes.Select(Text),
        };
    }

    private static string? Text(NormalizationOutcome outcome) => outcome switch
    {
        NormalizationOutcome.Constant => "constant",
        NormalizationOutcome.Empty => "empty",
        NormalizationOutcome.TooFew => "n<2",
        _ => null,
    };
}
