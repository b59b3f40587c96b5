using Npgsql;

namespace BenchWorker;

/// <summary>Streams rows into the staging tables of one import.</summary>
internal sealed class Stage(NpgsqlConnection connection, Rejects rejects)
{
    private const int FlushAt = 1 << 16;
    private const short Columns = 13;

    private readonly StagedNames names = new();
    private readonly CopyBuffer buffer = new();

    /// <summary>Lines read, good and bad.</summary>
    public long Lines { get; private set; }

    /// <summary>Staged scores, without samples.</summary>
    public long Scores { get; private set; }

    public long Samples { get; private set; }

    public async Task FillAsync(IEnumerable<ImportedLine> lines, Action<long> read, CancellationToken ct)
    {
        await ExecuteAsync(SqlText.Read("Importing.Stage.sql"), ct);
        await using (Stream copy = await connection.BeginRawBinaryCopyAsync("copy stage from stdin (format binary)", ct))
        {
            foreach (ImportedLine line in lines)
            {
                Lines++;
                if (line.Row is { } row) Add(row, line.Line);
                else rejects.Add(line.Line, line.Wrong ?? "it is no result");
                if (buffer.Length < FlushAt) continue;
                await buffer.FlushAsync(copy, ct);
                read(Lines);
            }

            buffer.End();
            await buffer.FlushAsync(copy, ct);
        }

        read(Lines);
        await SendAsync("stage_benchmark", names.WriteBenchmarks, ct);
        await SendAsync("stage_model", names.WriteModels, ct);
        await SendAsync("stage_task", names.WriteTasks, ct);
        await SendAsync("stage_metric", names.WriteMetrics, ct);
        await SendAsync("stage_run", names.WriteRuns, ct);
    }

    private void Add(ResultRow row, long line)
    {
        int benchmark = names.Benchmark(row);
        int metric = names.Metric(benchmark, row, line, out string? wrong);
        if (wrong is not null)
        {
            rejects.Add(line, wrong);
            return;
        }

        buffer.Row(Columns);
        buffer.BigInteger(line);
        buffer.Integer(benchmark);
        buffer.Integer(names.Task(benchmark, row));
        buffer.Integer(metric);
        buffer.Integer(names.Model(row));
        buffer.Integer(names.Run(benchmark, row));
        buffer.Text(row.Subset);
        buffer.Text(row.SampleId);
        buffer.Json(row.Dimensions);
        buffer.Double(row.Missing is null ? row.Value : null);
        buffer.Text(row.Missing is { } reason ? MissingText.Of(reason) : null);
        buffer.Double(row.StandardError);
        buffer.BigInteger(row.Count);
        if (row.SampleId is null) Scores++;
        else Samples++;
    }

    private async Task SendAsync(string table, Action<CopyBuffer> write, CancellationToken ct)
    {
        var rows = new CopyBuffer();
        write(rows);
        await using Stream copy = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", ct);
        await rows.FlushAsync(copy, ct);
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
