using System.Data;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>Reads a benchmark out of the schema <c>bench</c>.</summary>
/// <remarks>
/// A board that wants samples gets the sample rows. Any other gets the scores, and where a run has samples of a cell but no score, their mean,
/// with its standard error, clustered where samples share an entry of the board's cluster field, and count.
/// </remarks>
public sealed class SchemaResultSource(NpgsqlDataSource database) : IResultSource
{
    private static readonly string Scores = SqlText.Read("Sources.Scores.sql");
    private static readonly string Samples = SqlText.Read("Sources.Samples.sql");

    public async Task<ResultSnapshot> ReadAsync(Board board, CancellationToken ct)
    {
        if (board.Source is not BoardSource.Benchmark source)
            throw new ArgumentException($"Board {board.Slug} has a query of its own.", nameof(board));

        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await SchemaNames.ReadOnlyAsync(connection, ct);
        SchemaNames names = await SchemaNames.ReadAsync(connection, source.Name, ct)
            ?? throw new ResultSourceException($"Board {board.Slug}: there is no benchmark \"{source.Name}\" in the database.");
        return await RowsAsync(connection, names, board, source, ct) with
        {
            Metrics = names.MetricScales,
            Tasks = names.TaskWeights,
            Quarantine = names.Quarantine,
        };
    }

    private static async Task<ResultSnapshot> RowsAsync(NpgsqlConnection connection, SchemaNames names, Board board, BoardSource.Benchmark source, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(source.Samples ? Samples : Scores, connection)
        {
            Parameters = { new() { Value = names.BenchmarkId }, new() { Value = (object?)board.Metric?.Name ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } },
            CommandTimeout = 0,
        };
        if (!source.Samples)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = board.ClusterField });
            command.Parameters.Add(new NpgsqlParameter<double[]> { TypedValue = [.. source.Sentinels] });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = UnreadFields.Of(board) });
        }

        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        var row = new SchemaRow(names, source.Sentinels);
        var results = new List<Result>();
        DateTimeOffset? newest = null;
        while (await reader.ReadAsync(ct))
        {
            results.Add(row.Read(reader));
            newest = newest > row.RecordedAt ? newest : row.RecordedAt;
        }

        return new(results, newest);
    }
}
