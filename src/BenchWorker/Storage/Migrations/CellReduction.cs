namespace BenchWorker;

/// <summary>What a cell is, as queries over samples.</summary>
/// <remarks>
/// Values with at most 6 decimals within 3,000 of zero, such as 0, 1 and percents, are summed as integers; others as numeric, ten times slower. Both are
/// exact, and a value is on the same side whoever asks. Samples are summed by cluster first, then clusters by cell. A cluster is what shares one entry of
/// the field, else, where a sample was generated several times, the sample; any other sample is a cluster of its own. Where all are, there are 0 clusters.
/// </remarks>
internal static class CellReduction
{
    private const string Small = "abs({value}) <= 3000 and round({value} * 1e6) / 1e6 = {value}";

    /// <summary>Most samples have no dimensions, and their key says so without a look into JSON.</summary>
    private const string Cluster =
        "case when dimensions_key <> md5('{}')::uuid then coalesce(dimensions ->> {field}, case when dimensions ?| array['attempt', 'epoch', 'repeat', 'seed'] then sample_id end) end";

    private const string PlainValue = "value", PlainField = "'cluster'";

    private static readonly string Cells = SqlText.Read("Storage.Migrations.Cells.Reduction.sql");
    private static readonly string Benchmark = SqlText.Read("Storage.Migrations.Cells.Benchmark.sql");

    /// <summary>Cells as they are stored. The caller takes those it wants.</summary>
    public static string Stored { get; } = Of(PlainValue, PlainField);

    /// <summary>The function that computes all cells of a benchmark.</summary>
    public static string OfBenchmark { get; } = Fill(
        Benchmark.Replace("{cells}", Cells.Replace("{samples}", "bench.sample_score where benchmark_id = $1 offset 0", StringComparison.Ordinal), StringComparison.Ordinal),
        PlainValue, PlainField);

    /// <param name="value">Expression of a sample's value; null where it has none.</param>
    /// <param name="field">Expression of the dimension that names clusters.</param>
    public static string Of(string value, string field) => Fill(Cells.Replace("{samples}", "bench.sample_score", StringComparison.Ordinal), value, field);

    private static string Fill(string query, string value, string field) => query
        .Replace("{small}", Small, StringComparison.Ordinal).Replace("{cluster}", Cluster, StringComparison.Ordinal)
        .Replace("{value}", value, StringComparison.Ordinal).Replace("{field}", field, StringComparison.Ordinal);
}
