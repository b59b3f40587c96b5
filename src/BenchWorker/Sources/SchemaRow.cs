using System.Collections.Frozen;
using BenchWorker.Analysis;
using Npgsql;

namespace BenchWorker;

/// <summary>Reads rows of <c>Scores.sql</c> and <c>Samples.sql</c>, column by column in their order; without dimensions a row has those of the row before.</summary>
internal sealed class SchemaRow(SchemaNames names, IReadOnlyList<double> sentinels)
{
    private readonly DimensionPool dimensions = new();
    private readonly StringPool subsets = new();
    private IReadOnlyDictionary<string, string> lastDimensions = FrozenDictionary<string, string>.Empty;

    /// <summary>When the row that was read last was stored.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public Result Read(NpgsqlDataReader reader)
    {
        SchemaNames.Run run = names.Runs[reader.GetInt64(0)];
        string task = names.Tasks[reader.GetInt32(1)];
        SchemaNames.Metric metric = names.Metrics[reader.GetInt32(2)];
        string model = names.Models[reader.GetInt32(3)];
        string subset = reader.GetString(4);
        string? sample = reader.IsDBNull(5) ? null : reader.GetString(5);
        if (!reader.IsDBNull(6)) lastDimensions = dimensions.Parse(reader.GetString(6));
        double? value = reader.IsDBNull(7) ? null : reader.GetDouble(7);
        MissingReason? missing = reader.IsDBNull(8) ? null : MissingText.Parse(reader.GetString(8));
        double? error = reader.IsDBNull(9) ? null : reader.GetDouble(9);
        long? count = reader.IsDBNull(10) ? null : reader.GetInt64(10);
        RecordedAt = reader.GetFieldValue<DateTimeOffset>(11);
        long? clusters = reader.IsDBNull(12) ? null : reader.GetInt64(12);
        if (value is { } number && sentinels.Contains(number)) (value, missing, error) = (null, MissingReason.NotRun, null);
        return new()
        {
            Benchmark = names.Benchmark,
            Task = task,
            Subset = subset.Length == 0 ? null : subsets.Intern(subset),
            Model = model,
            Metric = metric.Name,
            Direction = metric.Direction,
            Value = value ?? double.NaN,
            Missing = missing,
            StandardError = error,
            SampleCount = count,
            ClusterCount = clusters,
            RunAt = run.At,
            Run = run.Name,
            SampleId = sample,
            Dimensions = lastDimensions,
        };
    }
}
