using BenchWorker.Analysis;

namespace BenchWorker.Tests.Determinism;

/// <summary>Everything that draws at random or sums in parallel, on a table with ties and gaps and on a complete one of more than one block.</summary>
internal static class RandomProcedures
{
    private const ulong Seed = 20_26;
    private const int Draws = 200;

    private static readonly ScoreMatrix Complete = Scores(70, 45, missingEvery: int.MaxValue);
    private static readonly ScoreMatrix Sparse = Scores(13, 37, missingEvery: 6);
    private static readonly double[] Samples = [.. Enumerable.Range(0, 90).Select(static k => Unit(4, k))];

    public static readonly (string Name, Func<object?> Run)[] All =
    [
        ("BCa interval of a mean", static () => Bootstrap.OfMean(Samples, Seed, 2000)),
        ("BCa interval over clusters", static () => Bootstrap.OfClusters(Samples, [.. Samples.Select(static (_, k) => 1.0 + (k % 5))], Seed, 2000)),
        ("permutation test", static () => PermutationTest.Of([.. Samples.Select(static value => value - 0.45)], Seed)),
        ("rank sets by permutation and Holm", static () => RankSets.Of(Sparse, PairTestKind.Permutation, Seed, 2000)),
        ("rank sets by Wilcoxon and Holm", static () => RankSets.Of(Sparse, PairTestKind.Wilcoxon, Seed)),
        ("max-T", static () => MaxT.Of(Complete, Seed, Draws)),
        ("permutation of all pairs with Benjamini and Hochberg", static () => PairPermutations.Of(Complete, Seed, Draws).Corrected()),
        ("chances of all pairs", static () => PairChances.OfMeans(Complete, Seed, Draws).All()),
        ("chances of all pairs with gaps", static () => PairChances.OfMeans(Sparse, Seed, Draws).All()),
        ("weighted means", static () => RankResampling.OfMeans(Sparse, Seed, Draws, [.. Enumerable.Range(1, Sparse.Tasks).Select(static task => task / 3.0)])),
        .. Enum.GetValues<RankingMethod>().SelectMany(Rankings),
        ("Bradley-Terry", static () => BradleyTerry.Fit(PairWins.On(Complete))?.Elo),
        ("Bradley-Terry with task-clustered errors", static () => BradleyTerryCovariance.TaskClustered(BradleyTerry.Fit(PairWins.On(Complete))!, Complete)),
        ("Elo", static () => OnlineElo.Of(5, Enumerable.Range(0, 400).Select(static k => (k % 5, (k + 1 + (k % 3)) % 5, Math.Round(2 * Unit(6, k)) / 2)))),
        ("stability", static () => Stability.LeaveOneTaskOut(Sparse)),
        ("Friedman and Nemenyi", static () => new { Friedman = Friedman.Of(Complete), Nemenyi = Nemenyi.Of(Friedman.Of(Complete)) }),
        ("means", static () => Enum.GetValues<MissingPolicy>().Select(static policy => Means.By(policy, Sparse))),
        ("best of several runs", static () => Enumerable.Range(1, 9).Select(OrderStatistics.BestOfBias)),
        ("quantiles of distributions", static () => Enumerable.Range(1, 40).Select(static k => (double[])[Normal.Quantile(k / 41.0), Distributions.StudentQuantile(k / 41.0, k), SignTest.P(k, 41 - k)])),
        ("trends", static () => MannKendall.Of([.. Samples.Select(static (value, k) => value + (k / 90.0))])),
        ("median polish", static () => MedianPolish.Of(Sparse.Values, Sparse.Models, Sparse.Tasks)),
    ];

    /// <summary>The ranking and its resampled ranks, with gaps and without.</summary>
    private static IEnumerable<(string Name, Func<object?> Run)> Rankings(RankingMethod method)
    {
        foreach ((string kind, ScoreMatrix scores) in new[] { ("complete", Complete), ("with gaps", Sparse) })
        {
            yield return ($"{method}, {kind}", () => RankingScores.Of(method, MissingPolicy.Exclude, scores));
            yield return ($"{method}, {kind}, resampled", () => RankTerms.Of(method, scores, null) is { } terms ? RankResampling.Of(terms, Seed, Draws) : null);
        }
    }

    private static ScoreMatrix Scores(int models, int tasks, int missingEvery) => new(models, tasks,
        [.. Enumerable.Range(0, models * tasks).Select(k => k % missingEvery == missingEvery - 1 ? double.NaN : k % 11 == 3 ? 0.5 : (0.3 * Unit(1, k / tasks)) + (0.7 * Unit(2, k)))]);

    /// <summary>In [0, 1), with all its digits.</summary>
    private static double Unit(ulong stream, int k) => (CounterRandom.Word(7, stream, (ulong)k) >> 11) * (1.0 / (1UL << 53));
}
