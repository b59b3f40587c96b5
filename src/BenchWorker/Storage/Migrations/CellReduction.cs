namespace BenchWorker;

/// <summary>What a cell is, as queries over samples.</summary>
/// <remarks>
/// Values with at most 6 decimals within 3,000 of zero, such as 0, 1 and percents, are summed as integers; others as numeric, ten times slower. Both are
/// exact, and a value is on the same side whoever asks. Samples are summed by cluster first, then clusters by cell. A cluster is what shares one entry of
/// the field, else, where a sample was generated several times, the sample; any other sample is a cluster of its own. Where all are, there are 0 clusters.
/// </remarks>
internal static class CellReduction
{
    private const string Small = "abs(value) <= 3000 and round(value * 1e6) / 1e6 = value";

    /// <summary>Most samples have no dimensions, and their key says so without a look into JSON.</summary>
    private const string Cluster =
        "case when dimensions_key <> md5('{}')::uuid then coalesce(dimensions ->> {field}, case when dimensions ?| array['attempt', 'epoch', 'repeat', 'seed'] then sample_id end) end";

    private const string Key = "benchmark_id, run_id, task_id, metric_id, model_id, subset";

    private const string PlainField = "'cluster'";

    /// <summary>Rows stand for one sample each.</summary>
    private static readonly string Cells = Fill(SqlText.Read("Storage.Migrations.Cells.Reduction.sql"), ("n", "count(value)"), ("bad", "count(*) - count(value)"), ("times", ""));

    /// <summary>Rows stand for as many samples as they say, all of one value.</summary>
    private static readonly string CountedCells = Fill(
        SqlText.Read("Storage.Migrations.Cells.Reduction.sql"),
        ("n", "coalesce(sum(times) filter (where value is not null), 0)::bigint"), ("bad", "coalesce(sum(times) filter (where value is null), 0)::bigint"), ("times", " * times"));

    /// <summary>Cells as they are stored. The caller takes those it wants.</summary>
    public static string Stored { get; } = Of("value", PlainField);

    /// <summary>The function that computes all cells of a benchmark.</summary>
    public static string OfBenchmark { get; } = Fill(
        SqlText.Read("Storage.Migrations.Cells.Benchmark.sql"),
        ("counted", Fill(CountedCells, ("samples", $"""
            select $1 as benchmark_id, run_id, task_id, metric_id, model_id, subset, {Cluster} as cluster, value, missing, count(*)::numeric as times, max(recorded_at) as recorded_at
            from bench.sample_score where benchmark_id = $1 group by run_id, task_id, metric_id, model_id, subset, cluster, value, missing
            """))),
        ("cells", Fill(Cells, ("samples", Samples("value", "bench.sample_score where benchmark_id = $1 offset 0")))),
        ("small", Small), ("cluster", Cluster), ("field", PlainField));

    /// <param name="value">Expression of a sample's value; null where it has none.</param>
    /// <param name="field">Expression of the dimension that names clusters.</param>
    public static string Of(string value, string field) => Fill(Cells, ("samples", Samples(value, "bench.sample_score")), ("small", Small), ("field", field));

    private static string Samples(string value, string from) => $"select {Key}, missing, recorded_at, {value} as value, {Cluster} as cluster from {from}";

    private static string Fill(string query, params ReadOnlySpan<(string Name, string Text)> places)
    {
        foreach ((string name, string text) in places)
            query = query.Replace($"{{{name}}}", text, StringComparison.Ordinal);
        return query;
    }
}
