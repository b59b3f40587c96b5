using BenchWorker.Analysis;
using Npgsql;

namespace BenchWorker;

/// <summary>Names behind the ids of one benchmark, read once, so that a million rows share their strings.</summary>
internal sealed class SchemaNames
{
    public required int BenchmarkId { get; init; }

    public required string Benchmark { get; init; }

    public Dictionary<int, string> Tasks { get; } = [];

    public Dictionary<int, string> Models { get; } = [];

    public Dictionary<int, Metric> Metrics { get; } = [];

    /// <summary>Runs that count.</summary>
    public Dictionary<long, Run> Runs { get; } = [];

    public List<MetricScale> MetricScales { get; } = [];

    public List<TaskWeight> TaskWeights { get; } = [];

    /// <summary>Runs that were declared invalid, with the reason.</summary>
    public Dictionary<string, string> Quarantine { get; } = new(StringComparer.Ordinal);

    /// <summary>Forbids writes for the rest of the transaction, whatever a trigger or function behind the read may want.</summary>
    public static async Task ReadOnlyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("set transaction read only", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <returns>Null when there is no such benchmark.</returns>
    public static async Task<SchemaNames?> ReadAsync(NpgsqlConnection connection, string benchmark, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand("select id from bench.benchmark where name = $1", connection) { Parameters = { new() { Value = benchmark } } };
        if (await find.ExecuteScalarAsync(ct) is not int id) return null;
        var names = new SchemaNames { BenchmarkId = id, Benchmark = benchmark };
        await using var command = new NpgsqlCommand(
            $"""
            select id, name, "group", weight from bench.task where benchmark_id = {id} order by name;
            select id, name, higher_is_better, unit, min, max, chance from bench.metric where benchmark_id = {id} order by name;
            select id, name, run_at, invalidated_at, invalidated_reason from bench.run where benchmark_id = {id} order by name;
            select id, name from bench.model;
            """,
            connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) names.AddTask(reader);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) names.AddMetric(reader);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) names.AddRun(reader);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) names.Models.Add(reader.GetInt32(0), reader.GetString(1));
        return names;
    }

    private void AddTask(NpgsqlDataReader row)
    {
        Tasks.Add(row.GetInt32(0), row.GetString(1));
        string? group = row.IsDBNull(2) ? null : row.GetString(2);
        if (group is not null || row.GetDouble(3) is not 1) TaskWeights.Add(new(row.GetString(1), group, row.GetDouble(3)));
    }

    private void AddMetric(NpgsqlDataReader row)
    {
        Direction direction = row.IsDBNull(2) ? Direction.Unknown : row.GetBoolean(2) ? Direction.HigherIsBetter : Direction.LowerIsBetter;
        Metrics.Add(row.GetInt32(0), new(row.GetString(1), direction));
        MetricScales.Add(new(row.GetString(1), row.IsDBNull(3) ? null : row.GetString(3), Number(row, 4), Number(row, 5), Number(row, 6)));
    }

    private void AddRun(NpgsqlDataReader row)
    {
        if (row.IsDBNull(3))
            Runs.Add(row.GetInt64(0), new(row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)));
        else
            Quarantine.Add(row.GetString(1), row.GetString(4));
    }

    private static double? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    internal sealed record Metric(string Name, Direction Direction);

    internal sealed record Run(string Name, DateTimeOffset? At);
}
