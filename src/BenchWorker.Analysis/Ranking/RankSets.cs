namespace BenchWorker.Analysis;

public enum PairTestKind
{
    Permutation,
    Wilcoxon,
}

/// <summary>All pairs of models tested on their common tasks, corrected by Holm; from them the ranks that each may hold.</summary>
/// <remarks>
/// Rank set [1 + significantly better, M - significantly worse]: all of them hold at once with 95 %, because Holm controls any false claim.
/// The idea of Mogstad, Romano, Shaikh and Wilhelm (2024), doi 10.1093/restud/rdad006. Sets overlap; they are no partition into tie groups.
/// </remarks>
public sealed record RankSets
{
    /// <summary>Above this number of models, Monte-Carlo p-values cannot pass Holm any more, and <see cref="MaxT"/> takes over.</summary>
    public const int MaxModels = 50;

    public const double Alpha = 0.05;

    /// <summary>Every i &lt; j, also of models without a score.</summary>
    public required IReadOnlyList<PairComparison> Pairs { get; init; }

    /// <summary>One per model; null for a model without a score.</summary>
    public required IReadOnlyList<RankInterval?> Sets { get; init; }

    /// <param name="seed">Of the sign flips where a pair differs on more than 16 tasks.</param>
    public static RankSets Of(ScoreMatrix scores, PairTestKind test, ulong seed, int draws = PermutationTest.DefaultDraws)
    {
        var words = new Lazy<SignWords>(() => new SignWords(seed, draws, scores.Tasks));
        PairComparison[] raw = [.. AllPairs(scores.Models).Select(pair => Compare(scores, pair.First, pair.Second, test, words))];
        double[] corrected = Multiplicity.Holm([.. raw.Select(static pair => pair.P)]);
        PairComparison[] pairs = [.. raw.Select((pair, k) => pair with { HolmP = corrected[k] })];
        return new() { Pairs = pairs, Sets = Ranges(scores, pairs.Where(static pair => pair.HolmP <= Alpha)) };
    }

    internal static IEnumerable<(int First, int Second)> AllPairs(int models) =>
        from i in Enumerable.Range(0, models) from j in Enumerable.Range(i + 1, models - i - 1) select (i, j);

    /// <summary>Rank sets of the live models from the pairs that are told apart.</summary>
    private static RankInterval?[] Ranges(ScoreMatrix scores, IEnumerable<PairComparison> significant)
    {
        int[] present = scores.TasksPerModel();
        int live = present.Count(static tasks => tasks > 0);
        int[] better = new int[scores.Models];
        int[] worse = new int[scores.Models];
        foreach (PairComparison pair in significant.Where(static pair => pair.Difference != 0))
        {
            (int winner, int loser) = pair.Difference > 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
            better[loser]++;
            worse[winner]++;
        }

        return [.. Enumerable.Range(0, scores.Models).Select(i => present[i] == 0 ? null : (RankInterval?)new RankInterval(1 + better[i], live - worse[i]))];
    }

    private static PairComparison Compare(ScoreMatrix scores, int i, int j, PairTestKind test, Lazy<SignWords> words)
    {
        double[] differences = [.. Enumerable.Range(0, scores.Tasks).Where(t => scores.Has(i, t) && scores.Has(j, t)).Select(t => scores[i, t] - scores[j, t]).Where(double.IsFinite)];
        if (differences.Length == 0)
            return new(i, j, double.NaN, double.NaN, double.NaN, 0);
        double p = test == PairTestKind.Wilcoxon ? Wilcoxon.Of(differences).P
            : differences.Length <= PermutationTest.MaxExact ? PermutationTest.Of(differences, 0).P
            : PermutationTest.Of(differences, words.Value).P;
        return new(i, j, StableSum.Mean(differences.ToArray()), p, double.NaN, differences.Length);
    }
}

/// <summary>Two models on their common tasks.</summary>
/// <param name="Difference">Mean of first minus second, higher is better; NaN without a common task, and so are the p-values.</param>
/// <param name="P">Two-sided, of this pair alone.</param>
/// <param name="HolmP">Corrected for all pairs.</param>
/// <param name="CommonTasks">Tasks that both have.</param>
public sealed record PairComparison(int First, int Second, double Difference, double P, double HolmP, int CommonTasks);
