namespace BenchWorker;

/// <summary>What a cell is, as one query over samples.</summary>
/// <remarks>
/// Values with at most 6 decimals within 3,000 of zero, such as 0, 1 and percents, are summed as integers; others as numeric, ten times slower. Both are
/// exact, and a value is on the same side whoever asks. Samples are summed by cluster first, then clusters by cell. A cluster is what shares one entry of
/// the field, else, where a sample was generated several times, the sample; any other sample is a cluster of its own. Where all are, there are 0 clusters.
/// </remarks>
internal static class CellReduction
{
    private static readonly string Query = SqlText.Read("Storage.Migrations.Cells.Reduction.sql");

    /// <param name="value">Expression of a sample's value; null where it has none.</param>
    /// <param name="field">Expression of the dimension that names clusters.</param>
    public static string Of(string value, string field) =>
        Query.Replace("{value}", value, StringComparison.Ordinal).Replace("{field}", field, StringComparison.Ordinal);
}
