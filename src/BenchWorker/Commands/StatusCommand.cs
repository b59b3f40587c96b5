using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Spectre.Console;

namespace BenchWorker;

/// <summary><c>benchworker status [--json]</c></summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "As JSON, for another program" };
        Command command = new("status", "Boards: data as of, published, lag, queue, last error") { json };
        command.SetAction((parsed, ct) => DatabaseCommand.RunAsync(parsed, (_, results) => RunAsync(results, parsed.GetValue(json), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(ResultsConnection results, bool json, CancellationToken ct)
    {
        IReadOnlyList<BoardStatus> boards = await ReadAsync(results.Database, ct);
        if (json)
        {
            Terminal.Result(JsonSerializer.Serialize(boards, Json));
            return ExitStatus.Done;
        }

        if (results.ConnectionString is { } connection)
            Terminal.Note($"Private Postgres: {connection}");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("board", "state", "data as of", "published", "release", "last error");
        foreach (BoardStatus board in boards)
        {
            table.AddRow(
                Markup.Escape(Terminal.Printable(board.Board)), board.State, Time(board.DataAsOf), Time(board.PublishedAt), board.Release?.ToString(CultureInfo.InvariantCulture) ?? "", Markup.Escape(Terminal.Printable(board.LastError ?? "")));
        }

        Terminal.Stdout.Write(table);
        return ExitStatus.Done;
    }

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "never";

    private static async Task<IReadOnlyList<BoardStatus>> ReadAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using NpgsqlCommand read = database.CreateCommand(
            """
            select b.slug,
                case when w.parked then 'parked' when w.lease_until > now() then 'refreshing' when w.want > w.done then 'waiting' else 'up to date' end,
                p.data_as_of, s.published_at, s.sequence, w.last_error, w.attempts,
                (select count(*) from bench.refresh_request r where r.board = b.slug and r.finished_at is null)
            from bench.board b
            left join bench.work w on w.board = b.slug
            left join lateral (select * from bench.publication p where p.board = b.slug order by p.id desc limit 1) p on true
            left join lateral (select * from bench.publication c where c.board = b.slug and c.changed order by c.id desc limit 1) s on true
            where b.active order by b.slug
            """);
        await using NpgsqlDataReader rows = await read.ExecuteReaderAsync(ct);
        List<BoardStatus> boards = [];
        while (await rows.ReadAsync(ct))
        {
            boards.Add(new BoardStatus(
                rows.GetString(0), rows.GetString(1), Time(rows, 2), Time(rows, 3), rows.IsDBNull(4) ? null : rows.GetInt64(4),
                rows.IsDBNull(5) ? null : rows.GetString(5), rows.IsDBNull(6) ? 0 : rows.GetInt32(6), rows.GetInt64(7)));
        }

        return boards;
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private sealed record BoardStatus(
        string Board, string State, DateTimeOffset? DataAsOf, DateTimeOffset? PublishedAt, long? Release, string? LastError, int Attempts, long OpenRequests);
}
