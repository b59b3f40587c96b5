namespace BenchWorker.Analysis;

/// <summary>Rows of single samples to the score of each run. Samples are taken in order of id, so that no order of rows changes a bit of an error.</summary>
internal static class SampleReduction
{
    /// <param name="rows">Rows of one cell and configuration, all with a sample id.</param>
    public static IEnumerable<RunScore> ByRun(IEnumerable<Result> rows, ScoreTableRules rules) => rows
        .GroupBy(static row => row.Run, StringComparer.Ordinal)
        .OrderBy(static run => run.Key, StringComparer.Ordinal)
        .Select(run => Score([.. run], rules));

    private static RunScore Score(IReadOnlyList<Result> rows, ScoreTableRules rules)
    {
        RunScore[] scores = [.. rows.Select(row => CellBuilder.Read(row, rules))];
        Sample[] samples = [.. rows.Zip(scores)
            .Where(static pair => pair.Second.Missing is null)
            .GroupBy(static pair => pair.First.SampleId, StringComparer.Ordinal)
            .OrderBy(static sample => sample.Key, StringComparer.Ordinal)
            .Select(sample => new Sample(
                StableSum.Mean(sample.Select(static pair => pair.Second.Value).ToArray()), sample.Select(pair => pair.First.Field(rules.ClusterField)).Min(StringComparer.Ordinal)))];
        if (samples.Length == 0)
            return new(double.NaN, RunCombination.Reason(scores));
        SampleSummary summary = SampleSummary.Of([.. samples.Select(static one => one.Value)], [.. samples.Select(static one => one.Cluster)]);
        return double.IsFinite(summary.Mean)
            ? new(summary.Mean, null, summary.Clusters > 0 ? summary.ClusteredStandardError : summary.StandardError, samples.Length, rows[0].Run,
                rows.Max(static row => row.RunAt), summary.Clusters > 0 ? summary.Clusters : null)
            : new(double.NaN, MissingReason.NonFinite);
    }

    private readonly record struct Sample(double Value, string? Cluster);
}
