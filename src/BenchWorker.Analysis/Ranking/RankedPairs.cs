namespace BenchWorker.Analysis;

/// <summary>Which pairs of a leaderboard are compared by themselves.</summary>
public enum PairScope
{
    None,

    /// <summary>Each of the ranked with the one below it.</summary>
    Next,

    /// <summary>All of them, up to <see cref="RankedPairs.MaxListed"/>.</summary>
    All,
}

/// <summary>One of the ranked against another that ranks no better.</summary>
/// <param name="Ahead">Share of the replicates in which it is ahead, level ones counting half; NaN where they never both have a rank.</param>
/// <param name="P">Sign-flip test of the two on the columns that all ranked have; NaN where there is none.</param>
/// <param name="Corrected">P by Benjamini and Hochberg over all pairs of the ranked.</param>
public readonly record struct PairEvidence(double Ahead, double P, double Corrected);

/// <summary>How surely those who stand next to each other on a leaderboard stand in that order.</summary>
public sealed record RankedPairs
{
    /// <summary>More would make a matrix that nobody reads; neighbours are compared at any number.</summary>
    public const int MaxListed = 100;

    /// <summary>In order of the leaderboard.</summary>
    public required IReadOnlyList<string> Entities { get; init; }

    /// <summary>Columns that the tests are on: those that all of the ranked have.</summary>
    public required int Columns { get; init; }

    /// <summary>Whether the tests tried every sign.</summary>
    public required bool Exact { get; init; }

    /// <summary>Each entity and the next; one fewer than entities.</summary>
    public required IReadOnlyList<PairEvidence> Next { get; init; }

    /// <summary>[i, j]: entity i against entity j, row-major; null where only neighbours are compared.</summary>
    public IReadOnlyList<PairEvidence>? All { get; init; }

    /// <param name="ranked">Rows of the scores in order of the leaderboard.</param>
    /// <param name="weights">One per task; only means weigh.</param>
    /// <returns>Null below two ranked, and for a ranking that is no sum over columns.</returns>
    internal static RankedPairs? Of(RankingPolicy policy, ScoreMatrix scores, IReadOnlyList<string> entities, int[] ranked, double[] weights, ulong seed)
    {
        if (policy.Pairs == PairScope.None || ranked.Length < 2)
            return null;
        ScoreMatrix prepared = RankingScores.Prepared(policy.Missing, scores.OfModels(ranked), out int[] tasks);
        double[]? weighing = RankIntervals.Weighing(policy.Method, weights, tasks);
        if (RankTerms.Of(policy.Method, prepared, weighing) is not { } terms)
            return null;
        Comparison comparison = new(PairChances.Of(terms, seed), Tests(policy, prepared, weighing, seed), ranked.Length);
        return new()
        {
            Entities = [.. ranked.Select(i => entities[i])],
            Columns = prepared.CompleteTasks().Length,
            Exact = comparison.Exact,
            Next = [.. Enumerable.Range(0, ranked.Length - 1).Select(i => comparison.Of(i, i + 1))],
            All = policy.Pairs == PairScope.All && ranked.Length <= MaxListed
                ? [.. Enumerable.Range(0, ranked.Length * ranked.Length).Select(k => comparison.Of(k / ranked.Length, k % ranked.Length))]
                : null,
        };
    }

    /// <summary>Means by the difference of scores, all else by the difference of the shares beaten in a column: two who are alike may swap both.</summary>
    private static PairPermutations? Tests(RankingPolicy policy, ScoreMatrix prepared, double[]? weighing, ulong seed) => prepared.Models > PairPermutations.MaxModels
        ? null
        : PairPermutations.Of(policy.Averages ? RankIntervals.Weighed(prepared, weighing) : TaskRanks.Of(prepared).WinRates(), seed);

    private sealed class Comparison(PairChances chances, PairPermutations? tests, int models)
    {
        private readonly double[] corrected = tests?.Corrected() ?? [];

        public bool Exact => tests?.Exact ?? false;

        public PairEvidence Of(int i, int j) => new(
            i == j ? 0.5 : chances.Ahead(i, j), i == j ? double.NaN : tests?.P(i, j) ?? double.NaN, tests is null ? double.NaN : corrected[(i * models) + j]);
    }
}
