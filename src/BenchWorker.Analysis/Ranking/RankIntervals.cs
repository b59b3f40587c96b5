namespace BenchWorker.Analysis;

/// <summary>Rank intervals of a leaderboard, and how they were made.</summary>
internal sealed record RankIntervals(IntervalKind Kind, IReadOnlyList<RankInterval?> Ranges)
{
    /// <summary>
    /// Up to 50 ranked entities Holm rank sets; above, max-T on at least 20 complete tasks for means; else the range over resampled tasks.
    /// An interval always holds the printed rank.
    /// </summary>
    /// <param name="ranks">Null for entities that are not ranked: they take part in no test.</param>
    /// <param name="weights">One per task; only means weigh.</param>
    public static RankIntervals Of(RankingMethod method, MissingPolicy missing, ScoreMatrix scores, int?[] ranks, double[] weights, ulong seed)
    {
        int[] ranked = [.. Enumerable.Range(0, ranks.Length).Where(i => ranks[i] is not null)];
        if (ranked.Length == 0)
            return new(IntervalKind.None, new RankInterval?[ranks.Length]);
        ScoreMatrix prepared = RankingScores.Prepared(missing, scores.OfModels(ranked), out int[] tasks);
        (IntervalKind kind, IReadOnlyList<RankInterval?> found) = Make(method, prepared, Weighing(method, weights, tasks), seed);
        var ranges = new RankInterval?[ranks.Length];
        for (int k = 0; k < ranked.Length; k++)
        {
            if (found[k] is { } range && ranks[ranked[k]] is { } rank)
                ranges[ranked[k]] = new(Math.Min(range.Best, rank), Math.Max(range.Worst, rank));
        }

        return new(kind, ranges);
    }

    /// <summary>Means are compared by the difference of means, every other method by ranks of differences.</summary>
    internal static PairTestKind TestFor(RankingMethod method) =>
        method is RankingMethod.Mean or RankingMethod.AdjustedMean ? PairTestKind.Permutation : PairTestKind.Wilcoxon;

    /// <summary>The weights of some tasks; null where all weigh alike, as they do in all but means.</summary>
    internal static double[]? Weighing(RankingMethod method, double[] weights, int[] tasks) =>
        method == RankingMethod.Mean && weights.Distinct().Count() > 1 ? [.. tasks.Select(task => weights[task])] : null;

    private static (IntervalKind, IReadOnlyList<RankInterval?>) Make(RankingMethod method, ScoreMatrix scores, double[]? weights, ulong seed)
    {
        bool mean = TestFor(method) == PairTestKind.Permutation;
        if (scores.Models <= RankSets.MaxModels)
            return (IntervalKind.HolmRankSet, RankSets.Of(Weighed(scores, weights), TestFor(method), seed).Sets);
        if (mean && scores.CompleteTasks().Length >= MaxT.MinTasks)
            return (IntervalKind.MaxTRankSet, MaxT.Of(Weighed(scores, weights), seed).Sets);
        return RankTerms.Of(method, scores, weights) is { } terms
            ? (IntervalKind.ResamplingRange, [.. RankResampling.Of(terms, seed).Models.Select(static one => one?.Range)])
            : (IntervalKind.None, new RankInterval?[scores.Models]);
    }

    /// <summary>Scores times weights, which makes tests of plain differences tests of weighted ones.</summary>
    internal static ScoreMatrix Weighed(ScoreMatrix scores, double[]? weights) => weights is null
        ? scores
        : new(scores.Models, scores.Tasks, [.. scores.Values.ToArray().Select((value, k) => value * weights[k % scores.Tasks])]);
}
