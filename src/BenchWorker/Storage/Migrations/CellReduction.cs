namespace BenchWorker;

/// <summary>What a cell is, as one query over samples.</summary>
/// <remarks>
/// Values with at most 6 decimals within 3,000 of zero, such as 0, 1 and percents, are summed as integers; others as numeric, ten times slower. Both are
/// exact, and a value is on the same side whoever asks. Samples are summed by cluster first, then clusters by cell. A cluster is what shares one entry of
/// the field, else, where a sample was generated several times, the sample; any other sample is a cluster of its own. Where all are, there are 0 clusters.
/// PROBLEM: the planner puts the expression of the integer in the place of each of its six uses, which doubles the time of a whole benchmark; a fence
/// against that keeps conditions outside, too. SOLUTION: groups are taken from the view, a whole benchmark from behind a fence that holds its condition.
/// </remarks>
internal static class CellReduction
{
    private static readonly string Query = SqlText.Read("Storage.Migrations.Cells.Reduction.sql");

    /// <summary>The samples of all groups, of which the caller takes those it wants.</summary>
    public const string All = "bench.sample_score";

    /// <summary>The samples of the benchmark <c>$1</c>, each computed once.</summary>
    public const string Fenced = "bench.sample_score where benchmark_id = $1 offset 0";

    /// <param name="value">Expression of a sample's value; null where it has none.</param>
    /// <param name="field">Expression of the dimension that names clusters.</param>
    /// <param name="samples">Which samples.</param>
    public static string Of(string value, string field, string samples) => Query
        .Replace("{value}", value, StringComparison.Ordinal).Replace("{field}", field, StringComparison.Ordinal).Replace("{samples}", samples, StringComparison.Ordinal);
}
